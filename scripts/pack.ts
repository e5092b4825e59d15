/** `npm run test:pack`: checks the package that `npm pack` makes, and uses it in empty projects on several versions of Node. */
import { existsSync } from 'node:fs'
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { apis } from '../schemas/apis.ts'
import { findExcess, sizeBudgets } from './pack/bundle-size.ts'
import { toBlocks } from './pack/code-blocks.ts'
import { maxInstalledMb, toMegabytes } from './pack/installed-size.ts'
import { type CommandOptions, runCommand } from './sdks/command.ts'
import { type Outcome, toLines, toSummary } from './sdks/outcome.ts'

/** The oldest version that the package supports, the version of the development, and the newest version. */
const nodes = ['22.14.0', '24.21.0', '26.9.0'] as const
/** A version that the package does not support. */
const oldNode = '20.19.0'

/** Packages of the guide for Storybook, beside those that this project uses. */
const storybookPackages = [
  ...['storybook', '@storybook/react-vite', '@storybook/addon-vitest'].map((name) => `${name}@10.6.7`),
  ...['vite@8.3.8', 'react@19.3.1', 'react-dom@19.3.1', '@vitest/browser-playwright@5.1.1', 'playwright@1.65.1'],
]

/** The path of Debian's package. */
const chromium = '/usr/bin/chromium'

/** Packages of a consumer beside this one: a peer with its own types, the compiler and a YAML parser. */
const siblings = ['msw', 'typescript', '@types/node', 'yaml']

const documentFiles = [
  ['openapi.yaml', []],
  ['openapi.json', ['--format', 'json']],
  ['openapi-3.0.yaml', ['--openapi', '3.0']],
] as const

const compilerOptions = ['--noEmit', '--strict', '--target', 'es2023', '--resolveJsonModule', '--skipLibCheck']
const quiet = ['--no-audit', '--no-fund', '--prefer-offline', '--loglevel', 'error']

const root = join(import.meta.dirname, '..')
const bin = (name: string) => join(root, 'node_modules', '.bin', name)
const stop = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort())

/** A command failed. The message contains its output. */
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
    // It builds first. In .ci/run, `npm ci` has built the package already.
    const args = ['pack', '--silent', '--pack-destination', folder, ...(process.env.CI ? ['--ignore-scripts'] : [])]
    const name = (await run('npm', args, { cwd: root })).trim()
    await cp(join(folder, name.split('\n').at(-1) ?? ''), tarball)
  })
  if (isPacked) await checkPackage(tarball)
} finally {
  await rm(folder, { recursive: true, force: true })
}
console.log(toSummary(outcomes, 'package'))
process.exitCode = stop.signal.aborted || outcomes.some(({ kind }) => kind === 'failed') ? 1 : 0

async function checkPackage(tarball: string): Promise<void> {
  await check('publint', async () => {
    await run(process.execPath, [bin('publint'), 'run', tarball, '--strict'])
  })
  await check('are the types wrong', async () => {
    // YAML has no types; it is read as a file.
    const documents = apis.flatMap(({ id }) => ['openapi.yaml', 'openapi-3.0.yaml'].map((name) => `${id}/${name}`))
    const args = [tarball, '--profile', 'esm-only', '--exclude-entrypoints', ...documents]
    await run(process.execPath, [bin('attw'), ...args])
  })
  await check('no file of a test or a benchmark', async () => {
    const files = (await run('tar', ['-tzf', tarball])).trim().split('\n')
    const wrong = files.filter((file) => /\.test\b|\.test-d\b|\/(testing|tests|mutants|bench[^/]*)[/.-]/.test(file))
    if (wrong.length > 0) throw new CommandError(`the package contains ${wrong.join(', ')}`)
  })
  await check(`at most ${maxInstalledMb} MB when installed`, () => checkSize(tarball))
  await check('small bundles of one API and of one model', () => checkBundles(tarball))
  await check(`one line on Node ${oldNode}`, () => checkOldNode(tarball))
  await check('contract checks in a vitest project', () => consumeWithVitest(tarball))
  if (existsSync(chromium)) await check('the guide for Storybook', () => runStorybook(tarball))
  else console.log(`skipped the guide for Storybook: ${chromium} does not exist`)
  for (const node of nodes) await check(`an empty project on Node ${node}`, () => consume(node, tarball))
}

/** Installs packages into an empty project; returns how to run commands there. */
async function createProject(name: string, ...packages: readonly string[]) {
  const project = join(folder, name)
  await mkdir(project, { recursive: true })
  await writeFile(join(project, 'package.json'), '{ "private": true, "type": "module" }\n')
  const path = `${join(project, 'node_modules', '.bin')}${delimiter}${process.env.PATH}`
  const at = { cwd: project, env: { ...process.env, PATH: path, NO_COLOR: '1' } }
  for (const one of packages) await run('npm', ['install', ...quiet, ...one.split(' ')], at)
  return at
}

async function checkSize(tarball: string): Promise<void> {
  const at = await createProject('size', `--omit=dev ${tarball}`)
  const megabytes = await toMegabytes(join(at.cwd, 'node_modules'))
  console.log(`  installed: ${megabytes.toFixed(1)} MB`)
  if (!(megabytes <= maxInstalledMb)) throw new CommandError(`it takes ${megabytes.toFixed(1)} MB`)
}

async function checkBundles(tarball: string): Promise<void> {
  const at = await createProject('bundles', `--omit=dev ${tarball}`)
  for (const budget of sizeBudgets) {
    const { kilobytes, laterKilobytes, excess } = await findExcess(budget, `faas-contracts/${budget.entry}`, at.cwd)
    const later = laterKilobytes > 0 ? `, and ${laterKilobytes.toFixed(1)} kB later` : ''
    console.log(`  ${budget.entry}: ${kilobytes.toFixed(1)} kB${later}`)
    if (excess.length > 0) throw new CommandError(`${budget.entry}: ${excess.join(', ')}`)
  }
}

async function checkOldNode(tarball: string): Promise<void> {
  const at = await createProject('old-node', `node@${oldNode}`, tarball)
  const output = await run('sh', ['-c', 'faas-contracts list; echo "exit code $?"'], at)
  const required = nodes[0].replace(/\.0$/, '')
  const line = `faas-contracts: Node ${required} or newer is required, and this is Node ${oldNode}`
  expectSame('on an old Node, the command', output, `${line}\nexit code 3\n`)
}

async function consumeWithVitest(tarball: string): Promise<void> {
  const at = await createProject('vitest', `node@${nodes[1]}`, `${tarball} ${await toPin('vitest')}`)
  await cp(join(import.meta.dirname, 'pack', 'consumer-vitest'), at.cwd, { recursive: true })
  const output = await run('vitest', ['run', '--reporter', 'verbose'], at)
  if (!output.includes('GetService › ')) throw new CommandError(`no check has run:\n${output}`)
}

/** Makes the project of the guide, and runs its stories in a browser. */
async function runStorybook(tarball: string): Promise<void> {
  const pins = await Promise.all(['vitest', 'msw'].map(toPin))
  const at = await createProject('storybook', [tarball, ...storybookPackages, ...pins].join(' '))
  const page = await readFile(join(root, 'docs', 'guides', 'storybook.md'), 'utf8')
  for (const { name, text } of toBlocks(page).filter(({ name }) => name !== '')) {
    await mkdir(dirname(join(at.cwd, name)), { recursive: true })
    await writeFile(join(at.cwd, name), text)
  }
  await run('msw', ['init', 'public', '--save'], at)
  const env = { ...at.env, CHROMIUM: chromium, STORYBOOK_DISABLE_TELEMETRY: '1' }
  const output = await run('vitest', ['run', '--reporter', 'verbose'], { ...at, env })
  const stories = [...page.matchAll(/^export const (\w+): Story/gm)].map(([, name = '']) => name)
  const missing = stories.filter((story) => !output.includes(`> ${story}`))
  if (stories.length === 0 || missing.length > 0)
    throw new CommandError(`stories that have not run: ${missing.join(', ')}\n${output}`)
}

/** Installs the package beside its own Node, and uses all of it there. */
async function consume(node: string, tarball: string): Promise<void> {
  const pins = await Promise.all(siblings.map(toPin))
  // Node first: npm then installs the rest with it, as the npm of a consumer does.
  const at = await createProject(`node-${node}`, `node@${node}`, [tarball, ...pins].join(' '))
  await cp(join(import.meta.dirname, 'pack', 'consumer'), at.cwd, { recursive: true })
  expectSame('node --version', await run('node', ['--version'], at), `v${node}\n`)
  await run('node', ['exports.mjs'], at)
  await verifyMock(at)
  await run('tsc', [...compilerOptions, '--module', 'nodenext', 'types.ts'], at)
  if (node === nodes[0]) {
    await run('tsc', [...compilerOptions, '--module', 'esnext', '--moduleResolution', 'bundler', 'types.ts'], at)
  }

  for (const { id } of apis) {
    // The same code reads all three documents, so one version of Node is enough for the others.
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

/** Verifies the installed mock with the installed command, which share modules with the library. */
async function verifyMock(at: Partial<CommandOptions>): Promise<void> {
  const command = (await run('node', ['verify-mock.mjs'], at)).trim()
  expectSame('verify', command, 'conformant, exit code 0')
}

/** The version that this project itself uses. */
async function toPin(name: string): Promise<string> {
  const manifest: unknown = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'))
  const { dependencies, devDependencies } = Object(manifest) // this project's own file
  return `${name}@${devDependencies[name] ?? dependencies[name]}`
}

function expectSame(what: string, found: string, wanted: string): void {
  if (found === wanted) return
  const shown = found.length < 1000 ? `: ${found}` : ''
  throw new CommandError(`${what} printed another text: ${found.length} characters, not ${wanted.length}${shown}`)
}
