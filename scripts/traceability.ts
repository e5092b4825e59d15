import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { styleText } from 'node:util'
import { places as aliyun2016 } from '../schemas/aliyun-fc-2016-08-15/places.ts'
import { places as aliyun2021 } from '../schemas/aliyun-fc-2021-04-06/places.ts'
import { apis } from '../schemas/apis.ts'
import type { Api } from '../schemas/core/api.ts'
import { type Ledger, type LedgerEntry, toLedger } from '../schemas/core/traceability/traceability.ts'
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
export async function readLedger(api: Api): Promise<Ledger> {
  const file = join(import.meta.dirname, '..', 'schemas', api.id, 'rows.jsonl')
  const rows = toRows(await readFile(file, 'utf8'))
  return toLedger(api, toDocument(api, '3.1'), rows, places[api.id] ?? { owners: {}, rows: {} })
}

/** Every way in which a ledger does not balance, a line each; none when it balances. */
export function toProblems(ledger: Ledger): string[] {
  return [
    ...ledger.entries
      .filter((entry) => entry.places.length === 0)
      .map((entry) => `${toRowText(entry)}: has no place in the document`),
    ...ledger.entries.flatMap((entry) =>
      entry.unexplained.map(
        ({ aspect, page, document }) =>
          `${toRowText(entry)}: ${aspect}: the page has ${JSON.stringify(page)}, the document ${JSON.stringify(document)} at ${entry.places[0]}`,
      ),
    ),
    ...ledger.idleQuirks.map((text) => `quirk ${text}: promises a difference that does not exist`),
    ...ledger.unmarked.map((pointer) => `${pointer}: no row, provenance or quirk accounts for it`),
  ]
}

function toRowText({ row }: LedgerEntry): string {
  const name =
    row.kind === 'field' ? `${row.owner}.${row.path}` : `${row.operation} ${'name' in row ? row.name : row.kind}`
  return `${toRowRef(row)} ${name}`
}

async function main(): Promise<number> {
  const ledgers = await Promise.all(apis.map(async (api) => ({ api, ledger: await readLedger(api) })))
  for (const { api, ledger } of ledgers) {
    console.log(`${api.id}: ${toSummary(ledger, api.quirks.length)}`)
    for (const problem of toProblems(ledger)) console.error(`  ${styleText('red', problem)}`)
  }
  const total = ledgers.reduce((sum, { ledger }) => sum + ledger.entries.length, 0)
  const placed = ledgers.reduce((sum, { ledger }) => sum + ledger.placed, 0)
  console.log(`rows ${total}, placed ${placed}, quirks ${apis.reduce((sum, api) => sum + api.quirks.length, 0)}`)
  return ledgers.every(({ ledger }) => toProblems(ledger).length === 0) ? 0 : 1
}

function toSummary(ledger: Ledger, quirks: number): string {
  const explained = ledger.entries.filter((entry) => entry.explained.length > 0).length
  return `rows ${ledger.entries.length}, placed ${ledger.placed} (${explained} with a quirk), quirks ${quirks}`
}

if (import.meta.main) process.exitCode = await main()
