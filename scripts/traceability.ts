import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs, styleText } from 'node:util'
import { places as aliyun2016 } from '../schemas/aliyun-fc-2016-08-15/places.ts'
import { places as aliyun2021 } from '../schemas/aliyun-fc-2021-04-06/places.ts'
import { apis } from '../schemas/apis.ts'
import type { ApiWithQuirks } from '../schemas/core/api.ts'
import { toDocument } from '../schemas/core/openapi.ts'
import type { Places } from '../schemas/core/places.ts'
import type { Source } from '../schemas/core/source.ts'
import { toDefinitionRows } from '../schemas/core/traceability/definition-rows.ts'
import { isOfDefinition, toRowName, toRowRef, toRows } from '../schemas/core/traceability/rows.ts'
import { type Traceability, type TracedRow, toTraceability } from '../schemas/core/traceability/traceability.ts'
import { places as huawei } from '../schemas/huawei-functiongraph-v2/places.ts'

const places: Readonly<Record<string, Places>> = {
  'aliyun-fc-2016-08-15': aliyun2016,
  'aliyun-fc-2021-04-06': aliyun2021,
  'huawei-functiongraph-v2': huawei,
}

/** Reads the rows of an API and compares them with its document. */
export async function readTraceability(api: ApiWithQuirks): Promise<Traceability> {
  const folder = join(import.meta.dirname, '..', 'schemas', api.id)
  const definition = api.sources.find(({ isDefinition }) => isDefinition)
  const rows = [
    ...toRows(await readFile(join(folder, 'rows.jsonl'), 'utf8')),
    ...(definition
      ? toDefinitionRows(await readFile(join(folder, 'rows-definition.jsonl'), 'utf8'), definition.id)
      : []),
  ]
  return toTraceability(api, toDocument(api, '3.1'), rows, places[api.id] ?? { owners: {}, rows: {} })
}

/** One line for each problem. Empty if every row has its place and everything in the document is accounted for. */
export function toProblems(traceability: Traceability): string[] {
  return [
    ...traceability.entries
      .filter((entry) => entry.places.length === 0)
      .map((entry) => `${toRowText(entry)}: has no place in the document`),
    ...traceability.entries.flatMap((entry) =>
      entry.unexplained.map(
        ({ aspect, source, document }) =>
          `${toRowText(entry)}: ${aspect}: the source has ${JSON.stringify(source)}, the document has ${JSON.stringify(document)} at ${entry.places[0]}`,
      ),
    ),
    ...traceability.idleQuirks.map((text) => `quirk ${text}: states a difference that does not exist`),
    ...traceability.unmarked.map((pointer) => `${pointer}: has no row, no mark and no quirk`),
    ...traceability.mismarked.map((pointer) => `${pointer}: the definition states it, so the mark must be defined`),
  ]
}

function toRowText({ row }: TracedRow): string {
  return isOfDefinition(row) ? toRowRef(row) : `${toRowRef(row)} ${toRowName(row)}`
}

/** The sources whose transcribed input is not in the folder or its subfolders. Inputs are found by their SHA-256. */
export async function findMissingInputs(sources: readonly Source[], folder: string): Promise<Source[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  const sums = await Promise.all(
    files.map(async (file) =>
      createHash('sha256')
        .update(await readFile(file))
        .digest('hex'),
    ),
  )
  return sources.filter(({ sha256 }) => !sums.includes(sha256))
}

const usage = `usage: npm run traceability [-- --inputs <folder>]

Compares the rows of the sources with the documents, in both directions. With --inputs, also checks that the folder
holds the transcribed input of every source, by SHA-256. The exit code is 1 if there is a problem.`

async function main(): Promise<number> {
  const { values } = parseArgs({ options: { inputs: { type: 'string' }, help: { type: 'boolean', short: 'h' } } })
  if (values.help) {
    console.log(usage)
    return 0
  }
  const results = await Promise.all(apis.map(async (api) => ({ api, traceability: await readTraceability(api) })))
  for (const { api, traceability } of results) {
    console.log(`${api.id}: ${toSummary(traceability, api.quirks.length)}`)
    for (const problem of toProblems(traceability)) console.error(`  ${styleText('red', problem)}`)
  }
  const total = results.reduce((sum, { traceability }) => sum + traceability.entries.length, 0)
  const placed = results.reduce((sum, { traceability }) => sum + traceability.placed, 0)
  console.log(`rows ${total}, placed ${placed}, quirks ${apis.reduce((sum, api) => sum + api.quirks.length, 0)}`)
  const sources = apis.flatMap((api) => api.sources)
  const missing = values.inputs === undefined ? [] : await findMissingInputs(sources, values.inputs)
  for (const { id, sha256 } of missing) console.error(styleText('red', `source ${id}: no input has the sum ${sha256}`))
  if (values.inputs !== undefined) console.log(`sources ${sources.length}, inputs ${sources.length - missing.length}`)
  return missing.length === 0 && results.every(({ traceability }) => toProblems(traceability).length === 0) ? 0 : 1
}

function toSummary(traceability: Traceability, quirks: number): string {
  const explained = traceability.entries.filter((entry) => entry.explained.length > 0).length
  return `rows ${traceability.entries.length}, placed ${traceability.placed} (${explained} with a quirk), quirks ${quirks}`
}

if (import.meta.main) process.exitCode = await main()
