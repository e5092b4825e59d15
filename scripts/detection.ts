import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { subjects } from '../contracts/mutants/subjects.ts'
import { toBenignMutants, toMutants } from '../contracts/mutants/to-mutants.ts'
import { replaceTable } from './bench/replace-table.ts'
import { type Diagnosis, toDiagnosisTable } from './detection/diagnosis.ts'
import { toGaps } from './detection/gaps.ts'
import { isHeldOut } from './detection/held-out.ts'
import { renderMutantsPage } from './detection/mutants-page.ts'
import { toPeerTable } from './detection/peer-table.ts'
import { comparePeers } from './detection/peers/compare.ts'
import { performAll } from './detection/pool.ts'
import { type Proofs, toProvable } from './detection/proofs.ts'
import { type ApiResult, findShortcomings, toResult } from './detection/result.ts'
import { toSample } from './detection/sample.ts'
import { toMissedList, toTable } from './detection/table.ts'
import type { Done, Task } from './detection/task.ts'
import type { WholeRun } from './detection/whole.ts'

const help = `Runs the suite against mutants (servers that break one rule each) and prints how many it detects.

  npm run detection -- [options]

  --api <id>        only this API
  --sample <n>      mutants per API (default: 150)
  --seed <text>     selects the sample (default: today's date); the output states it
  --profile <name>  only mutants that this profile forbids: documented, defined or observed
  --operator <id>   only mutants of this operator
  --held-out        mutants of the operators that the default sample leaves out
  --benign <n>      servers per API with differences that are permitted (default: 2)
  --only <id>       one mutant
  --write           writes the results to docs/benchmarks.md
  --list            prints every operator with its numbers of mutants; with --write, to docs/mutants.md
  --gaps            reads the result of the last run: what no mutant was detected for
  --proofs          finds a mutant for each check that the check fails on; with --write, to tests/suite/check-proofs/
  --diagnosis       runs the whole suite against each mutant of the sample: what its report says about the cause
  --peers           compares other tools on the sample; --bound <seconds> limits each of their runs (default: 30)

Exits with 1 if a target is missed. Examples:

  npm run detection -- --api aliyun-fc-2016-08-15 --sample 400
  npm run detection -- --only "drop-field @ GetService 200 description"
`
const { values } = parseArgs({
  options: {
    api: { type: 'string' },
    sample: { type: 'string', default: '150' },
    seed: { type: 'string', default: new Date().toISOString().slice(0, 10) },
    profile: { type: 'string' },
    operator: { type: 'string' },
    'held-out': { type: 'boolean', default: false },
    benign: { type: 'string', default: '2' },
    only: { type: 'string' },
    write: { type: 'boolean', default: false },
    list: { type: 'boolean', default: false },
    gaps: { type: 'boolean', default: false },
    proofs: { type: 'boolean', default: false },
    diagnosis: { type: 'boolean', default: false },
    peers: { type: 'boolean', default: false },
    bound: { type: 'string', default: '30' },
    help: { type: 'boolean', default: false },
  },
})
const { api, seed, profile, operator, only, write, peers, 'held-out': heldOut } = values
if (values.help) {
  console.log(help)
  process.exit()
}
if (values.list) {
  const page = renderMutantsPage()
  if (write) await writeFile(toPath('../docs/mutants.md'), page)
  else console.log(page)
  process.exit()
}
const size = toCount('sample')
const folder = toPath('../build/detection/')
const resultFile = `${folder}result.json`
if (values.gaps) {
  const text = await readFile(resultFile, 'utf8').catch(() =>
    fail(`${resultFile} does not exist: run the mutants first`),
  )
  const last: readonly ApiResult[] = JSON.parse(text)
  console.log(
    last
      .filter(({ apiId }) => api === undefined || apiId === api)
      .map(toGaps)
      .join('\n\n'),
  )
  process.exit()
}
await mkdir(folder, { recursive: true })
const selected = subjects.filter((subject) => api === undefined || subject.api.id === api)
if (selected.length === 0) fail(`--api must be one of ${subjects.map((subject) => subject.api.id).join(', ')}`)

if (peers) {
  const [subject] = selected
  const extent = { sampleSize: size, boundSeconds: toCount('bound'), seed }
  const peerTable = toPeerTable(
    await comparePeers(subject?.api.id ?? '', folder, extent, (text) => console.error(text)),
  )
  console.log(peerTable)
  if (write) await writeTable(peerTable, 'detection-peers')
  process.exit()
}

if (values.proofs) {
  for (const subject of selected) await findProofs(subject)
  process.exit()
}

const diagnoses = new Map<string, readonly Diagnosis[]>()
const results: ApiResult[] = []
for (const subject of selected) {
  const apiId = subject.api.id
  const mutants = toMutants(subject).filter(
    (mutant) =>
      (only === undefined ? isHeldOut(mutant.operator) === heldOut : mutant.id === only) &&
      (operator === undefined || mutant.operator === operator) &&
      (profile === undefined || mutant.profile === profile),
  )
  if (mutants.length === 0) {
    console.error(`${apiId} has no such mutant`)
    continue
  }
  if (values.diagnosis) {
    const tasks = toSample(mutants, size, seed).map(({ id }) => ({ kind: 'diagnosis', apiId, id }) as const)
    const dones = await performWithReport(tasks)
    diagnoses.set(
      apiId,
      dones.flatMap((done) => ('diagnosis' in done ? [done.diagnosis] : [])),
    )
    continue
  }
  const wholes: readonly Task[] = [
    { kind: 'whole', apiId },
    { kind: 'whole', apiId, auth: true },
  ]
  const baseline = await performAll(wholes, availableParallelism(), () => undefined)
  const conforming = findWhole(baseline, false)
  const known = conforming.findings.map(({ check }) => check)
  const benign = only === undefined ? toSample(toBenignMutants(subject), toCount('benign'), seed) : []
  const tasks: Task[] = [
    ...benign.map(({ id }) => ({ kind: 'whole', apiId, benign: id }) as const),
    ...toSample(mutants, size, seed).map(({ id }) => ({ kind: 'mutant', apiId, id, known }) as const),
  ]
  const start = performance.now()
  const dones = await performWithReport(tasks)
  const seconds = Math.round((performance.now() - start) / 1000)
  results.push({
    ...toResult(apiId, { conforming, signed: findWhole(baseline, true) }, dones, seconds),
    population: mutants.length,
  })
}
if (values.diagnosis) {
  const text = `${toDiagnosisTable(diagnoses)}\n\nSeed: \`${seed}\`.`
  console.log(text)
  if (write) await writeTable(text, 'detection-diagnosis')
  process.exit()
}
const table = toTable(results, { seed, heldOut })
console.log(`${table}\n\n${toMissedList(results)}`)
await writeFile(resultFile, `${JSON.stringify(results, undefined, 2)}\n`)
if (write) await writeTable(table, heldOut ? 'detection-held-out' : 'detection')

const shortcomings = results.flatMap(findShortcomings)
for (const sentence of shortcomings) console.error(sentence)
if (shortcomings.length > 0) process.exitCode = 1

function toCount(name: 'sample' | 'benign' | 'bound'): number {
  const count = Number(values[name])
  if (!Number.isInteger(count) || count < 0) fail(`--${name} must be a whole number, but is ${values[name]}`)
  return count
}

function toPath(relative: string): string {
  return fileURLToPath(new URL(relative, import.meta.url))
}

function fail(message: string): never {
  console.error(`${message} (see npm run detection -- --help)`)
  process.exit(2)
}

async function writeTable(text: string, name: string): Promise<void> {
  const page = toPath('../docs/benchmarks.md')
  await writeFile(page, replaceTable(await readFile(page, 'utf8'), `\n${text}\n`, name))
}

function findWhole(dones: readonly Done[], auth: boolean): WholeRun {
  const done = dones.find(({ task }) => task.kind === 'whole' && (task.auth ?? false) === auth)
  if (!done || !('whole' in done)) throw new Error('the conforming server was not run')
  return done.whole
}

/** Keeps the proofs of the file that still hold, and finds those that are missing. */
async function findProofs(subject: (typeof subjects)[number]): Promise<void> {
  const apiId = subject.api.id
  const file = toPath(`../tests/suite/check-proofs/${apiId}.json`)
  const saved: Proofs = JSON.parse(await readFile(file, 'utf8').catch(() => '{}'))
  const checks = toProvable(apiId)
  const tasks = checks.map(({ id }) => ({ kind: 'proof', apiId, check: id, saved: saved[id] }) as const)
  const dones = await performWithReport(tasks)
  const found = new Map(
    dones.flatMap((done) =>
      'mutant' in done && done.mutant !== undefined ? [[done.task.check, done.mutant] as const] : [],
    ),
  )
  const proofs = Object.fromEntries(checks.flatMap(({ id }) => (found.has(id) ? [[id, found.get(id)]] : [])))
  console.log(`${apiId}: ${found.size} of ${checks.length} checks fail on a mutant`)
  for (const { id } of checks) if (!found.has(id)) console.log(`- ${id} fails on no mutant`)
  if (write) await writeFile(file, `${JSON.stringify(proofs, undefined, 2)}\n`)
}

async function performWithReport(tasks: readonly Task[]): Promise<readonly Done[]> {
  let count = 0
  return await performAll(tasks, availableParallelism(), (done) => {
    count += 1
    report(done, count, tasks.length)
  })
}

/** Prints one line for each missed mutant or false alarm. On a terminal, also shows the progress. */
function report(done: Done, count: number, total: number): void {
  const line = 'detection' in done ? toMissed(done.detection) : 'whole' in done ? toAlarm(done.whole) : ''
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${count} of ${total}${line === '' ? '' : `: ${line}\n`}`)
  else if (line !== '') console.error(line)
  if (process.stderr.isTTY && count === total) process.stderr.write('\r\u001b[K')
}

function toMissed({ id, detectedBy, hasNoEffect, failed }: ApiResult['mutants'][number]): string {
  if (hasNoEffect) return `no effect: ${id}`
  if (detectedBy !== undefined) return ''
  return `not detected: ${id}${failed.length > 0 ? `; other findings: ${failed.slice(0, 3).join(', ')}` : ''}`
}

function toAlarm({ id, findings }: ApiResult['conforming']): string {
  return findings.length === 0
    ? ''
    : `false alarms on ${id}: ${findings
        .map(({ check }) => check)
        .slice(0, 5)
        .join(', ')}`
}
