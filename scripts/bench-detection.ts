import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { mutantSets } from '../contracts/mutants/mutants.ts'
import { replaceTable } from './bench/replace-table.ts'
import { toFastSample } from './bench-detection/fast-sample.ts'
import { toPeerTable } from './bench-detection/peer-table.ts'
import { comparePeers } from './bench-detection/peers/compare.ts'
import { performAll } from './bench-detection/pool.ts'
import { type ApiResult, findShortcomings, isFound, toResult } from './bench-detection/result.ts'
import { toTable } from './bench-detection/table.ts'
import type { Done, Task } from './bench-detection/task.ts'
import type { WholeRun } from './bench-detection/whole.ts'

/**
 * Runs the suite against mutants (servers that break one rule each) and prints how many it detects:
 * `npm run bench:detection -- [--api id] [--only id] [--fast] [--write]`. `--fast` runs a fixed sample. `--write`
 * replaces the table in docs/benchmarks.md. The results are written to `build/detection/`. Exits with 1 if a target is missed.
 *
 * `--peers [--sample 24] [--bound 30] [--write]` compares the suite with other tools on a sample of that many mutants.
 * `--bound` limits each run of a peer, in seconds. An interrupted comparison continues where it stopped.
 */
const { values } = parseArgs({
  options: {
    api: { type: 'string' },
    only: { type: 'string' },
    fast: { type: 'boolean' },
    peers: { type: 'boolean' },
    sample: { type: 'string', default: '24' },
    bound: { type: 'string', default: '30' },
    write: { type: 'boolean' },
  },
})
const { api, only, fast = false, peers = false, write = false, sample, bound } = values
/** Mutants per API in the fast run. */
const fastSize = 60
/** The fast run includes every twelfth benign server, because each one takes a run of the whole suite. */
const fastBenign = 12

const folder = fileURLToPath(new URL('../build/detection/', import.meta.url))
await mkdir(folder, { recursive: true })
const sets = mutantSets.filter(({ apiId }) => api === undefined || apiId === api)
if (sets.length === 0) throw new Error(`--api must be one of ${mutantSets.map(({ apiId }) => apiId).join(', ')}`)
const ids = sets.flatMap(({ mutants, benign }) => [...mutants, ...benign].map(({ id }) => id))
if (only !== undefined && !ids.includes(only)) throw new Error(`--only must be the id of a mutant: ${ids.join(', ')}`)

const [set] = sets
if (peers && set) {
  const extent = { sampleSize: Number(sample), boundSeconds: Number(bound) }
  const peerTable = toPeerTable(await comparePeers(set, folder, extent, (text) => console.error(text)))
  console.log(peerTable)
  if (write) await writeTable(peerTable, 'detection-peers')
  process.exit()
}

const results: ApiResult[] = []
for (const { apiId, mutants, benign } of sets) {
  const wholes: readonly Task[] = [
    { kind: 'whole', apiId },
    { kind: 'whole', apiId, auth: true },
  ]
  const baseline = await performAll(wholes, availableParallelism(), () => undefined)
  const conforming = findWhole(baseline, false)
  const signed = findWhole(baseline, true)
  const known = conforming.findings.map(({ check }) => check)
  const isSelected = ({ id }: { readonly id: string }) => only === undefined || id === only
  const tasks: Task[] = [
    ...benign
      .filter(isSelected)
      .filter((_, index) => !fast || index % fastBenign === 0)
      .map(({ id }) => ({ kind: 'whole', apiId, benign: id }) as const),
    ...(fast ? toFastSample(mutants, fastSize) : mutants)
      .filter(isSelected)
      .map(({ id }) => ({ kind: 'mutant', apiId, id, known }) as const),
  ]
  const start = performance.now()
  let count = 0
  const dones = await performAll(tasks, availableParallelism(), (done) => {
    count += 1
    report(done, count, tasks.length)
  })
  results.push(toResult(apiId, { conforming, signed }, dones, Math.round((performance.now() - start) / 1000)))
}
const table = toTable(results)
console.log(table)
await writeFile(`${folder}ours.json`, `${JSON.stringify(results, undefined, 2)}\n`)

if (write) await writeTable(table, 'detection')

const shortcomings = results.flatMap(findShortcomings)
for (const sentence of shortcomings) console.error(sentence)
if (shortcomings.length > 0) process.exitCode = 1

async function writeTable(text: string, name: string): Promise<void> {
  const page = fileURLToPath(new URL('../docs/benchmarks.md', import.meta.url))
  await writeFile(page, replaceTable(await readFile(page, 'utf8'), `\n${text}\n`, name))
}

function findWhole(dones: readonly Done[], auth: boolean): WholeRun {
  const done = dones.find(({ task }) => task.kind === 'whole' && (task.auth ?? false) === auth)
  if (!done || !('whole' in done)) throw new Error('the conforming server was not run')
  return done.whole
}

/** Prints one line for each missed mutant or false alarm. On a terminal, also shows the progress. */
function report(done: Done, count: number, total: number): void {
  const line = 'detection' in done ? toMissed(done.detection) : toAlarm(done.whole)
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${count} of ${total}${line === '' ? '' : `: ${line}\n`}`)
  else if (line !== '') console.error(line)
  if (process.stderr.isTTY && count === total) process.stderr.write('\r\u001b[K')
}

function toMissed(detection: ApiResult['mutants'][number]): string {
  if (isFound(detection)) return ''
  const { id, what, lacking, isDetected } = detection
  return `${isDetected ? 'detected by other checks only' : 'not detected'}: ${id} (${what}); passed checks: ${lacking.join(', ')}`
}

function toAlarm({ id, findings }: ApiResult['conforming']): string {
  return findings.length === 0 ? '' : `false alarms on ${id}: ${findings.length}`
}
