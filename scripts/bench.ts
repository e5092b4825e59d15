import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { parseArgs, promisify } from 'node:util'
import { measureCommands } from './bench/commands.ts'
import { replaceTable } from './bench/replace-table.ts'
import { type Row, toTable } from './bench/row.ts'
import { measureSizes } from './bench/sizes.ts'
import { measureStart } from './bench/start.ts'
import { measureState } from './bench/state.ts'
import { builtCli } from './bench/subjects.ts'
import { measureThroughput } from './bench/throughput.ts'

/**
 * Measures the mock and prints a table: `npm run bench -- [--quick] [--write] [--only <measure>]`.
 * `--write` replaces the table in docs/benchmarks.md. Exits with 1 if a target is missed. Takes five minutes, or two
 * with `--quick`.
 */
const { values } = parseArgs({
  options: { quick: { type: 'boolean' }, write: { type: 'boolean' }, only: { type: 'string' } },
})
const { quick = false, write = false, only } = values

const measures: Record<string, () => Promise<Row[]>> = {
  throughput: () => measureThroughput(quick ? { rounds: 2, seconds: 1 } : { rounds: 5, seconds: 2 }),
  start: () => measureStart(quick ? 2 : 7),
  state: () => measureState(quick ? 4 : 11),
  sizes: measureSizes,
  commands: () => measureCommands(quick ? 1 : 3),
}
const selected = Object.entries(measures).filter(([name]) => only === undefined || name === only)
if (selected.length === 0) throw new Error(`--only must be one of ${Object.keys(measures).join(', ')}`)

// Builds first, so that the current sources are measured.
if (!quick || !existsSync(builtCli)) await promisify(execFile)('npm', ['run', '--silent', 'build'])

const rows: Row[] = []
for (const [name, measure] of selected) {
  console.error(`measuring ${name}…`)
  rows.push(...(await measure()))
}

const table = `${toTable(rows)}\n\nMeasured with Node ${process.versions.node} on ${availableParallelism()} processors.`
console.log(table)
if (write) {
  const page = fileURLToPath(new URL('../docs/benchmarks.md', import.meta.url))
  await writeFile(page, replaceTable(await readFile(page, 'utf8'), table))
}
if (rows.some(({ met }) => met === false)) process.exitCode = 1
