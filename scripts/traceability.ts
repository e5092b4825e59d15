import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { styleText } from 'node:util'
import { places as aliyun2016 } from '../schemas/aliyun-fc-2016-08-15/places.ts'
import { places as aliyun2021 } from '../schemas/aliyun-fc-2021-04-06/places.ts'
import { apis } from '../schemas/apis.ts'
import type { Api } from '../schemas/core/api.ts'
import { type Traceability, type TracedRow, toTraceability } from '../schemas/core/traceability/traceability.ts'
import { toRowRef, toRows } from '../schemas/core/traceability/rows.ts'
import { toDocument } from '../schemas/core/openapi.ts'
import type { Places } from '../schemas/core/places.ts'
import { places as huawei } from '../schemas/huawei-functiongraph-v2/places.ts'

const places: Readonly<Record<string, Places>> = {
  'aliyun-fc-2016-08-15': aliyun2016,
  'aliyun-fc-2021-04-06': aliyun2021,
  'huawei-functiongraph-v2': huawei,
}

/** The rows of an API against its document, both read afresh. */
export async function readTraceability(api: Api): Promise<Traceability> {
  const file = join(import.meta.dirname, '..', 'schemas', api.id, 'rows.jsonl')
  const rows = toRows(await readFile(file, 'utf8'))
  return toTraceability(api, toDocument(api, '3.1'), rows, places[api.id] ?? { owners: {}, rows: {} })
}

/** Every way in which a traceability check does not balance, a line each; none when it balances. */
export function toProblems(traceability: Traceability): string[] {
  return [
    ...traceability.entries
      .filter((entry) => entry.places.length === 0)
      .map((entry) => `${toRowText(entry)}: has no place in the document`),
    ...traceability.entries.flatMap((entry) =>
      entry.unexplained.map(
        ({ aspect, page, document }) =>
          `${toRowText(entry)}: ${aspect}: the page has ${JSON.stringify(page)}, the document ${JSON.stringify(document)} at ${entry.places[0]}`,
      ),
    ),
    ...traceability.idleQuirks.map((text) => `quirk ${text}: promises a difference that does not exist`),
    ...traceability.unmarked.map((pointer) => `${pointer}: no row, provenance or quirk accounts for it`),
  ]
}

function toRowText({ row }: TracedRow): string {
  const name =
    row.kind === 'field' ? `${row.owner}.${row.path}` : `${row.operation} ${'name' in row ? row.name : row.kind}`
  return `${toRowRef(row)} ${name}`
}

async function main(): Promise<number> {
  const cleanupLogs = await Promise.all(apis.map(async (api) => ({ api, traceability: await readTraceability(api) })))
  for (const { api, traceability } of cleanupLogs) {
    console.log(`${api.id}: ${toSummary(traceability, api.quirks.length)}`)
    for (const problem of toProblems(traceability)) console.error(`  ${styleText('red', problem)}`)
  }
  const total = cleanupLogs.reduce((sum, { traceability }) => sum + traceability.entries.length, 0)
  const placed = cleanupLogs.reduce((sum, { traceability }) => sum + traceability.placed, 0)
  console.log(`rows ${total}, placed ${placed}, quirks ${apis.reduce((sum, api) => sum + api.quirks.length, 0)}`)
  return cleanupLogs.every(({ traceability }) => toProblems(traceability).length === 0) ? 0 : 1
}

function toSummary(traceability: Traceability, quirks: number): string {
  const explained = traceability.entries.filter((entry) => entry.explained.length > 0).length
  return `rows ${traceability.entries.length}, placed ${traceability.placed} (${explained} with a quirk), quirks ${quirks}`
}

if (import.meta.main) process.exitCode = await main()
