/** `npm run test:sdks`: the vendors' SDKs in other languages than JavaScript, each against a mock that verifies. */
import { readFileSync } from 'node:fs'
import { performance } from 'node:perf_hooks'
import { fileURLToPath } from 'node:url'
import { type Outcome, toLines, toSummary } from './outcome.ts'
import { preparePython } from './python-environment.ts'
import { runScenario } from './run-scenario.ts'
import { type PythonSdk, sdks } from './sdks.ts'

const toPath = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const requirements = toPath('python/requirements.txt')

/** Far more than any of them takes, in milliseconds. */
const limitMs = 60_000

const stop = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort())

const preparation = startClock()
const folder = toPath('../../build/sdks/python')
const python = await preparePython({ folder, requirements, signal: stop.signal })
if ('python' in python) console.log(`ready   Python's packages (${preparation().toFixed(1)} s)`)

const outcomes: Outcome[] = []
for (const sdk of sdks) {
  if (stop.signal.aborted) break
  const seconds = startClock()
  const outcome: Outcome = sdk.language === 'Python' ? await runPython(sdk) : { kind: 'skipped', reason: sdk.missing }
  outcomes.push(outcome)
  console.log(toLines(toTitle(sdk), outcome, seconds()))
}
console.log(toSummary(outcomes))
process.exitCode = stop.signal.aborted || outcomes.some(({ kind }) => kind === 'failed') ? 1 : 0

async function runPython({ script, account, apis }: PythonSdk): Promise<Outcome> {
  if ('missing' in python) return { kind: 'skipped', reason: python.missing }
  const command = [python.python, toPath(`python/${script}`)] as const
  return await runScenario({ command, account, apis, limitMs, signal: stop.signal })
}

/** With the version that the requirements pin. */
function toTitle({ language, name }: { language: string; name: string }): string {
  const pin = readFileSync(requirements, 'utf8').match(new RegExp(`^${name}==(\\S+)$`, 'm'))?.[1]
  return `${language}: ${pin === undefined ? name : `${name} ${pin}`}`
}

function startClock(): () => number {
  const start = performance.now()
  return () => (performance.now() - start) / 1000
}
