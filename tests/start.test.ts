import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '..')
const [sources, built] = [join(root, 'scripts/cli.ts'), join(root, 'dist/bin/faas-contracts.js')]

/** Tells what is loaded, file by file. */
const tell = `data:text/javascript,${encodeURIComponent(
  "import { registerHooks } from 'node:module'; registerHooks({ load(url, context, next) { console.error('loads ' + url); return next(url, context) } })",
)}`

/** Starts the mock, waits for its greeting and stops it; what it wrote. */
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

test('the mock loads nothing that only other verbs, other engines or TLS need', async () => {
  const { out, errors } = await start('--import', tell, sources)
  expect(out).toContain('The mock listens on')
  const loaded = errors.match(/(?<=^loads ).*/gm) ?? []
  expect(loaded.length).toBeGreaterThan(100)
  const seldom =
    /\/(?:vitest|yaml|msw|@stoplight|typescript)\/|\/contracts\/(?!core\/)|\/cli\/verify|node:(?:https|tls)/
  expect(loaded.filter((url) => seldom.test(url))).toEqual([])
}, 30_000)

test.runIf(existsSync(built))(
  'what is built is a handful of files, which start the mock and end as the sources do',
  async () => {
    const { out, errors } = await start('--import', tell, built)
    expect(out).toContain('The mock listens on')
    expect((errors.match(/^loads file:/gm) ?? []).length).toBeLessThan(20)
    // Wrong use is told by its class, which both halves of the command line must share.
    await expect(promisify(execFile)(process.execPath, [built, 'verify', 'nope'])).rejects.toMatchObject({ code: 2 })
  },
  30_000,
)
