/** `npm run test:pack`: what `npm pack` makes, judged, and used from an empty project on each Node. */
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { apis } from '../schemas/apis.ts'
import { type CommandOptions, runCommand } from './sdks/command.ts'
import { type Outcome, toLines, toSummary } from './sdks/outcome.ts'

/** The oldest release that the package takes, the one that it is made with, and the newest. */
const nodes = ['22.14.0', '24.21.0', '26.9.0']

/** What a consumer has beside the package: the peer that has types of its own, and the compiler. */
const siblings = ['msw', 'typescript', '@types/node', 'yaml']

const documentFiles = [
  ['openapi.yaml', []],
  ['openapi.json', ['--format', 'json']],
  ['openapi-3.0.yaml', ['--openapi', '3.0']],
] as const

const compilerOptions = ['--noEmit', '--strict', '--target', 'es2023', '--resolveJsonModule', '--skipLibCheck']

const root = join(import.meta.dirname, '..')
const bin = (name: string) => join(root, 'node_modules', '.bin', name)
const stop = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort())

/** A command failed; its output says why. */
class CommandError extends Error {
  override readonly name = 'CommandError'
}

async function run(file: string, args: readonly string[], options: Partial<CommandOptions> = {}): Promise<string> {
  const limits = { limitMs: 300_000, signal: stop.signal, longestOutput: 2_000_000 }
  const { end, output } = await runCommand(file, args, { ...limits, ...options })
  if (end !== 'done') throw new CommandError(`${file} ${args.join(' ')}: ${end}\n${output}`)
  return output
}

const outcomes: Outcome[] = []
async function check(title: string, body: () => Promise<void>): Promise<boolean> {
  if (stop.signal.aborted) return false
  const start = performance.now()
  let outcome: Outcome = { kind: 'passed' }
  try {
    await body()
  } catch (error) {
    if (!(error instanceof Error)) throw error
    outcome = { kind: 'failed', reason: error.name, details: error.message }
  }
  outcomes.push(outcome)
  console.log(toLines(title, outcome, (performance.now() - start) / 1000))
  return outcome.kind === 'passed'
}

const folder = await mkdtemp(join(tmpdir(), 'pack-'))
try {
  const tarball = join(folder, 'package.tgz')
  const isPacked = await check('npm pack', async () => {
    // It builds first, but for a run of all checks, where `npm ci` has done so just before.
    const args = ['pack', '--silent', '--pack-destination', folder, ...(process.env.CI ? ['--ignore-scripts'] : [])]
    const name = (await run('npm', args, { cwd: root })).trim()
    await cp(join(folder, name.split('\n').at(-1) ?? ''), tarball)
  })
  if (isPacked) await judge(tarball)
} finally {
  await rm(folder, { recursive: true, force: true })
}
console.log(toSummary(outcomes, 'package'))
process.exitCode = stop.signal.aborted || outcomes.some(({ kind }) => kind === 'failed') ? 1 : 0

async function judge(tarball: string): Promise<void> {
  await check('publint', async () => {
    await run(process.execPath, [bin('publint'), 'run', tarball, '--strict'])
  })
  await check('are the types wrong', async () => {
    // YAML has no types; it is read as a file.
    const documents = apis.flatMap(({ id }) => ['openapi.yaml', 'openapi-3.0.yaml'].map((name) => `${id}/${name}`))
    const args = [tarball, '--profile', 'esm-only', '--exclude-entrypoints', ...documents]
    await run(process.execPath, [bin('attw'), ...args])
  })
  for (const node of nodes) await check(`an empty project on Node ${node}`, () => consume(node, tarball))
}

/** Installs the package beside a Node of its own, and uses all of it there. */
async function consume(node: string, tarball: string): Promise<void> {
  const project = join(folder, `node-${node}`)
  await cp(join(import.meta.dirname, 'pack', 'consumer'), project, { recursive: true })
  await writeFile(join(project, 'package.json'), '{ "private": true, "type": "module" }\n')
  const path = `${join(project, 'node_modules', '.bin')}${delimiter}${process.env.PATH}`
  const at = { cwd: project, env: { ...process.env, PATH: path, NO_COLOR: '1' } }
  const quiet = ['--no-audit', '--no-fund', '--prefer-offline', '--loglevel', 'error']
  const pins = await Promise.all(siblings.map(toPin))
  // The Node first: npm then installs the rest with it, as a consumer's npm would.
  await run('npm', ['install', ...quiet, `node@${node}`], at)
  expectSame('node --version', await run('node', ['--version'], at), `v${node}\n`)
  await run('npm', ['install', ...quiet, tarball, ...pins], at)
  await run('node', ['exports.mjs'], at)
  await run('tsc', [...compilerOptions, '--module', 'nodenext', 'types.ts'], at)
  if (node === nodes[0]) {
    await run('tsc', [...compilerOptions, '--module', 'esnext', '--moduleResolution', 'bundler', 'types.ts'], at)
  }

  for (const { id } of apis) {
    // The same code reads all three; once is enough to see each of them.
    for (const [file, args] of node === nodes[0] ? documentFiles : documentFiles.slice(0, 1)) {
      const committed = await readFile(join(root, 'generated', id, file), 'utf8')
      expectSame(`spec ${id} ${args.join(' ')}`, await run('faas-contracts', ['spec', id, ...args], at), committed)
    }
  }
  expectSame(
    'list',
    await run('faas-contracts', ['list'], at),
    await run(process.execPath, ['scripts/cli.ts', 'list'], { cwd: root }),
  )
}

/** The version that this project itself pins. */
async function toPin(name: string): Promise<string> {
  const manifest: unknown = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'))
  const { dependencies, devDependencies } = Object(manifest) // this project's own file
  return `${name}@${devDependencies[name] ?? dependencies[name]}`
}

function expectSame(what: string, found: string, wanted: string): void {
  if (found === wanted) return
  throw new CommandError(`${what} printed another text: ${found.length} characters, not ${wanted.length}`)
}
