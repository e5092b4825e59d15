import { mkdir, writeFile } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { mutantSets } from '../contracts/mutants/mutants.ts'
import { performAll } from './bench-detection/pool.ts'
import { type ApiResult, findShortcomings, isFound, toResult } from './bench-detection/result.ts'
import { toTable } from './bench-detection/table.ts'
import type { Done, Task } from './bench-detection/task.ts'

/**
 * Runs the suite against servers that break one rule each, and prints how many it finds:
 * `npm run bench:detection -- [--api id] [--only mutant] [--fast]`. Writes `build/detection/ours.json`. Exits 1 where a
 * target is missed.
 */
const { values } = parseArgs({
  options: { api: { type: 'string' }, only: { type: 'string' }, fast: { type: 'boolean' } },
})
const { api, only, fast = false } = values

const sets = mutantSets.filter(({ apiId }) => api === undefined || apiId === api)
if (sets.length === 0) throw new Error(`--api takes one of ${mutantSets.map(({ apiId }) => apiId).join(', ')}`)

const results: ApiResult[] = []
for (const { apiId, mutants, benign } of sets) {
  const [first] = await performAll([{ kind: 'whole', apiId }], 1, () => undefined)
  if (!first || !('whole' in first)) throw new Error(`${apiId}: the unbroken server was not run`)
  const { whole: conforming } = first
  const known = conforming.findings.map(({ check }) => check)
  const isAsked = ({ id }: { readonly id: string }) => only === undefined || id === only
  const tasks: Task[] = [
    ...benign
      .filter(isAsked)
      .filter((_, index) => !fast || index % 5 === 0)
      .map(({ id }) => ({ kind: 'whole', apiId, benign: id }) as const),
    ...mutants.filter(isAsked).map(({ id }) => ({ kind: 'mutant', apiId, id, known }) as const),
  ]
  const start = performance.now()
  let count = 0
  const dones = await performAll(tasks, availableParallelism(), (done) => {
    count += 1
    report(done, count, tasks.length)
  })
  results.push(toResult(apiId, conforming, dones, Math.round((performance.now() - start) / 1000)))
}

console.log(toTable(results))
const folder = fileURLToPath(new URL('../build/detection/', import.meta.url))
await mkdir(folder, { recursive: true })
await writeFile(`${folder}ours.json`, `${JSON.stringify(results, undefined, 2)}\n`)
const shortcomings = results.flatMap(findShortcomings)
for (const sentence of shortcomings) console.error(sentence)
if (shortcomings.length > 0) process.exitCode = 1

/** One line for what was missed, and a count for who watches. */
function report(done: Done, count: number, total: number): void {
  const line = 'detection' in done ? toMissed(done.detection) : toAlarm(done.whole)
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${count} of ${total}${line === '' ? '' : `: ${line}\n`}`)
  else if (line !== '') console.error(line)
  if (process.stderr.isTTY && count === total) process.stderr.write('\r\u001b[K')
}

function toMissed(detection: ApiResult['mutants'][number]): string {
  if (isFound(detection)) return ''
  const { id, what, lacking, isDetected } = detection
  return `${isDetected ? 'found by others' : 'not found'}: ${id} (${what}); passed: ${lacking.join(', ')}`
}

function toAlarm({ id, findings }: ApiResult['conforming']): string {
  return findings.length === 0 ? '' : `${findings.length} false alarms on ${id}`
}
