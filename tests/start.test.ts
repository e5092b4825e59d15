import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '..')
const [sources, built] = [join(root, 'scripts/cli.ts'), join(root, 'dist/bin/faas-contracts.js')]

/** Prints the URL of each loaded file. */
const printLoads = `data:text/javascript,${encodeURIComponent(
  "import { registerHooks } from 'node:module'; registerHooks({ load(url, context, next) { console.error('loads ' + url); return next(url, context) } })",
)}`

/** Starts the mock, stops it after its greeting and returns its output. */
async function start(...nodeArguments: string[]): Promise<{ readonly out: string; readonly errors: string }> {
  const child: ChildProcess = spawn(process.execPath, [...nodeArguments, 'mock', '--port', '0'], { cwd: root })
  let [out, errors] = ['', '']
  child.stderr?.on('data', (text) => {
    errors += text
  })
  child.stdout?.on('data', (text) => {
    out += text
    if (out.includes('Stop it')) child.kill('SIGINT')
  })
  await new Promise((resolve) => child.on('close', resolve))
  return { out, errors }
}

test('the mock does not load files of other commands, other engines or TLS', async () => {
  const { out, errors } = await start('--import', printLoads, sources)
  expect(out).toContain('The mock listens on')
  const loaded = errors.match(/(?<=^loads ).*/gm) ?? []
  expect(loaded.length).toBeGreaterThan(100)
  const unneeded =
    /\/(?:vitest|yaml|msw|@stoplight|typescript)\/|\/contracts\/(?!core\/)|\/cli\/verify|node:(?:https|tls)/
  expect(loaded.filter((url) => unneeded.test(url))).toEqual([])
}, 30_000)

test.runIf(existsSync(built))(
  'the build has few files, starts the mock and has the same exit codes as the sources',
  async () => {
    const { out, errors } = await start('--import', printLoads, built)
    expect(out).toContain('The mock listens on')
    expect((errors.match(/^loads file:/gm) ?? []).length).toBeLessThan(20)
    // The exit code depends on an error class that all bundles must share.
    await expect(promisify(execFile)(process.execPath, [built, 'verify', 'nope'])).rejects.toMatchObject({ code: 2 })
  },
  30_000,
)
