import { execFile } from 'node:child_process'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { delimiter, dirname, join } from 'node:path'
import { serve } from '../../mocks/adapters/http/node.ts'
import { chromiumPath, launchChromium } from '../../mocks/adapters/testing/browser/chromium.ts'
import { servePage } from '../../mocks/adapters/testing/browser/serve-page.ts'
import type { Block } from '../../scripts/pack/code-blocks.ts'
import { cli } from './cli.ts'
import { root } from './pages.ts'

const address = 'http://127.0.0.1:4010'
const bin = join(root, 'node_modules', '.bin')

/** What a sample printed, and what the page says that it prints. */
export interface Result {
  readonly block: Block
  readonly output: string
  readonly expected: string | undefined
}

export const isSkipped = ({ directive }: Block) => directive.startsWith('not run: ')
const isForBrowser = ({ directive }: Block) => directive === 'run in a browser'
const needsBrowser = ({ directive }: Block) => /^run (in a browser|with Chromium)$/.test(directive)
export const isOutput = ({ name }: Block) => name === 'output'
const isRun = (block: Block) => !isSkipped(block) && !isOutput(block) && block.language in runners

/**
 * Runs the samples of a page in their order, in a folder of the page and against a mock of the page, which takes the
 * place of 127.0.0.1:4010. Blocks with a file name are files in that folder. Rejects if a sample fails.
 */
export async function runSamples(
  page: string,
  blocks: readonly Block[],
  hasBrowser: boolean,
): Promise<readonly Result[]> {
  // Inside the project, so that the samples find the packages that a user has installed.
  const folder = join(root, 'build', 'samples', page.replaceAll('/', '-').replace('.md', ''))
  const served = await serve({ port: 0 })
  try {
    await rm(folder, { recursive: true, force: true })
    await mkdir(join(folder, 'bin'), { recursive: true })
    await writeFile(join(folder, 'bin', 'npx'), npx, { mode: 0o755 })
    const toText = async (block: Block) => (await withSources(block.text)).replaceAll(address, served.url)
    for (const block of blocks.filter((block) => block.name !== '' && !isOutput(block))) {
      await mkdir(dirname(join(folder, block.name)), { recursive: true })
      await writeFile(join(folder, block.name), await toText(block))
    }
    const results: Result[] = []
    for (const [index, block] of blocks.entries()) {
      if (!isRun(block) || (needsBrowser(block) && !hasBrowser)) continue
      const runner = isForBrowser(block) ? runInBrowser : runners[block.language]
      const output = (await runner?.(folder, block.name, await toText(block))) ?? ''
      const next = blocks[index + 1]
      const expected = next && isOutput(next) ? next.text : undefined
      results.push({ block, output: output.replaceAll(served.url, address), expected })
    }
    return results
  } finally {
    await served.close()
    await rm(folder, { recursive: true, force: true })
  }
}

type Runner = (folder: string, name: string, text: string) => Promise<string>

const runners: Readonly<Record<string, Runner>> = { js: runScript, ts: runScript, sh: runShell }

function runScript(folder: string, name: string): Promise<string> {
  if (!name.includes('.test.')) return runCommand(folder, process.execPath, name)
  return runCommand(folder, join(bin, 'vitest'), 'run', '--root', folder, name)
}

function runShell(folder: string, _: string, text: string): Promise<string> {
  return runCommand(folder, 'bash', '-euo', 'pipefail', '-c', text)
}

/** Returns the standard output. Rejects, with all output, if the command fails. */
function runCommand(cwd: string, command: string, ...args: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile(command, args, { cwd, env: toEnvironment(cwd) }, (error, stdout, stderr) => {
      if (error) reject(new Error(`${error.message}\n${stdout}\n${stderr}`))
      else resolve(stdout)
    })
  })
}

/** Runs a script in a page of Chromium. Its output is the first JSON object that it writes to the console. */
async function runInBrowser(folder: string, name: string): Promise<string> {
  const [pages, browser] = await Promise.all([servePage(join(folder, name), 'msw'), launchChromium()])
  try {
    const page = await browser.newPage()
    // MSW writes to the console, too.
    const message = page.waitForEvent('console', (event) => event.text().startsWith('{'))
    await page.goto(pages.url)
    return (await message).text()
  } finally {
    await browser.close()
    await pages.close()
  }
}

function toEnvironment(folder: string): NodeJS.ProcessEnv {
  const { VITEST: _, VITEST_POOL_ID: __, VITEST_WORKER_ID: ___, NODE_ENV: ____, ...env } = process.env
  return { ...env, NO_COLOR: '1', CHROMIUM: chromiumPath, PATH: [join(folder, 'bin'), bin, env.PATH].join(delimiter) }
}

/** Stands in for npx: runs the sources of this package. A mock gets a free port and is stopped once it listens. */
const npx = `#!${process.execPath}
import { spawn } from 'node:child_process'
const [name, ...args] = process.argv.slice(2).slice(process.argv[2] === '--no' ? 2 : 0)
const isMock = name === 'faas-contracts' && args[0] === 'mock'
const withoutPort = args.filter((word, index) => word !== '--port' && args[index - 1] !== '--port')
const [command, ...words] =
  name === 'faas-contracts' ? [process.execPath, '${cli}', ...(isMock ? withoutPort : args)] : ['${bin}/' + name, ...args]
const child = spawn(command, [...words, ...(isMock ? ['--port', '0'] : [])], { stdio: ['inherit', 'pipe', 'inherit'] })
let isStopped = false
child.stdout.on('data', (text) => {
  process.stdout.write(text)
  if (!isMock || !String(text).includes('Ctrl+C')) return
  isStopped = true
  child.kill('SIGTERM')
})
child.on('error', (error) => { throw error })
child.on('close', (code) => { process.exitCode = isStopped ? 0 : (code ?? 1) })
`

/** A text with the names of this package replaced by the paths of the sources. */
async function withSources(text: string): Promise<string> {
  const { exports } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as {
    exports: Record<string, { default: string } | string>
  } // our own file
  return text.replaceAll(/'faas-contracts\/([^']+)'/g, (_, path: string) => {
    const [name = ''] = /[^/]+$/.exec(path) ?? []
    const entry = exports[`./${path}`] ?? exports[`./${path.slice(0, -name.length)}*`]
    if (typeof entry !== 'object') throw new Error(`package.json does not export faas-contracts/${path}`)
    return `'${join(root, entry.default.replace('./dist/', '').replace('*', name).replace(/\.js$/, '.ts'))}'`
  })
}
