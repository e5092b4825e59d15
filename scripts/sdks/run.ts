/**
 * `npm run test:sdks`: runs the Python and Go SDKs of the vendors, and their deployment tool, against mocks that verify
 * signatures.
 *
 * `npm test` covers the JavaScript SDKs, which are devDependencies of this project. Huawei's JavaScript SDK requires
 * `uuid` without declaring it, so `uuid` is a devDependency, too, although no code of this project imports it.
 */
import { readFileSync } from 'node:fs'
import { performance } from 'node:perf_hooks'
import { fileURLToPath } from 'node:url'
import { buildGo } from './go-program.ts'
import { installNodePackages } from './node-packages.ts'
import { type Outcome, toLines, toSummary } from './outcome.ts'
import { preparePython } from './python-environment.ts'
import { runScenario } from './run-scenario.ts'
import { type GoSdk, type NodeTool, type PythonSdk, sdks } from './sdks.ts'

const toPath = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const requirements = toPath('python/requirements.txt')

/** Milliseconds. Scenarios take a few seconds. */
const limitMs = 60_000

const stop = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort())

const preparation = startClock()
const folder = toPath('../../build/sdks/python')
const python = await preparePython({ folder, requirements, signal: stop.signal })
if ('python' in python) console.log(`ready   Python packages (${preparation().toFixed(1)} s)`)

const outcomes: Outcome[] = []
for (const sdk of sdks) {
  if (stop.signal.aborted) break
  const seconds = startClock()
  const outcome = await run(sdk)
  outcomes.push(outcome)
  console.log(toLines(toTitle(sdk), outcome, seconds()))
}
console.log(toSummary(outcomes))
process.exitCode = stop.signal.aborted || outcomes.some(({ kind }) => kind === 'failed') ? 1 : 0

function run(sdk: PythonSdk | GoSdk | NodeTool): Promise<Outcome> {
  if (sdk.language === 'Python') return runPython(sdk)
  return sdk.language === 'Go' ? runGo(sdk) : runNode(sdk)
}

async function runPython({ script, account, apis, lacks }: PythonSdk): Promise<Outcome> {
  if ('missing' in python) return { kind: 'skipped', reason: python.missing }
  const command = [python.python, toPath(`python/${script}`)] as const
  return await runScenario({ command, account, apis, lacks, limitMs, signal: stop.signal })
}

async function runGo({ name, folder: source, account, apis, lacks }: GoSdk): Promise<Outcome> {
  const folder = toPath('../../build/sdks/go')
  const built = await buildGo({ source: toPath(`go/${source}`), folder, name: source, signal: stop.signal })
  if ('missing' in built) return { kind: 'skipped', reason: built.missing }
  if ('broken' in built) return { kind: 'failed', reason: `${name}: ${built.broken}`, details: built.output }
  return await runScenario({ command: [built.program], account, apis, lacks, limitMs, signal: stop.signal })
}

async function runNode({ folder: source, account, apis }: NodeTool): Promise<Outcome> {
  const folder = toPath(`../../build/sdks/node/${source}`)
  const manifest = toPath(`node/${source}/package.json`)
  const installed = await installNodePackages({ folder, manifest, signal: stop.signal })
  if ('missing' in installed) return { kind: 'skipped', reason: installed.missing }
  const command = [process.execPath, toPath(`node/${source}/scenario.mjs`), installed.folder] as const
  return await runScenario({ command, account, apis, limitMs, signal: stop.signal })
}

/** The language, name and pinned version of an SDK. */
function toTitle(sdk: PythonSdk | GoSdk | NodeTool): string {
  const { language, name } = sdk
  const [file, pin] = toPin(sdk)
  const version = readFileSync(file, 'utf8').match(pin)?.[1]
  return `${language}: ${version === undefined ? name : `${name} ${version}`}`
}

/** The file that pins the version, and where in it. */
function toPin(sdk: PythonSdk | GoSdk | NodeTool): readonly [file: string, pin: RegExp] {
  if (sdk.language === 'Python') return [requirements, new RegExp(`^${sdk.name}==(\\S+)$`, 'm')]
  if (sdk.language === 'Go') return [toPath(`go/${sdk.folder}/go.mod`), new RegExp(`\\b${sdk.name} (\\S+)$`, 'm')]
  return [toPath(`node/${sdk.folder}/package.json`), new RegExp(`"${sdk.name}": "(\\S+)"`)]
}

function startClock(): () => number {
  const start = performance.now()
  return () => (performance.now() - start) / 1000
}
