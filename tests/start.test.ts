import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { type AddressInfo, connect, createServer } from 'node:net'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test, vi } from 'vitest'

const root = join(import.meta.dirname, '..')
const [sources, built] = [join(root, 'scripts/cli.ts'), join(root, 'dist/bin/faas-contracts.cjs')]

/** Prints the URL of every file that Node loads. */
const tell = `data:text/javascript,${encodeURIComponent(
  "import { registerHooks } from 'node:module'; registerHooks({ load(url, context, next) { console.error('loads ' + url); return next(url, context) } })",
)}`

/** Starts the mock, waits for its greeting and stops it. Returns what it wrote. */
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

test('the mock loads nothing that only other commands, other engines or TLS need', async () => {
  const { out, errors } = await start('--import', tell, sources)
  expect(out).toContain('The mock listens on')
  const loaded = errors.match(/(?<=^loads ).*/gm) ?? []
  expect(loaded.length).toBeGreaterThan(100)
  const seldom =
    /\/(?:vitest|yaml|msw|@stoplight|typescript)\/|\/contracts\/(?!core\/)|\/cli\/verify|node:(?:https|tls)/
  expect(loaded.filter((url) => seldom.test(url))).toEqual([])
}, 30_000)

test.runIf(existsSync(built))(
  'the built command starts the mock with few files, and has the exit codes of the sources',
  async () => {
    const { out, errors } = await start('--import', tell, built)
    expect(out).toContain('The mock listens on')
    expect((errors.match(/^loads file:/gm) ?? []).length).toBeLessThan(45)
    // The exit code follows from the class of the error, which all chunks must share.
    await expect(promisify(execFile)(process.execPath, [built, 'verify', 'nope'])).rejects.toMatchObject({ code: 2 })
  },
  30_000,
)

test.runIf(existsSync(built)).each(['npm', 'the child of npm'])(
  '`npm start` ends when %s is terminated',
  async (victim) => {
    const port = await findFreePort()
    // `npm start` has the fixed port 4010, so the test runs the same script with another port.
    const npm = spawn('npm', ['start', '--silent', '--', '--port', String(port)], { cwd: root, detached: true })
    const { pid = 0 } = npm
    try {
      const ended = new Promise((resolve) => npm.on('close', resolve))
      await new Promise<void>((resolve) =>
        npm.stdout.on('data', (text) => {
          if (String(text).includes('Stop it')) resolve()
        }),
      )
      // An open connection must not keep the server.
      const socket = connect(port, '127.0.0.1').on('error', () => undefined)
      await new Promise((resolve) => socket.once('connect', resolve))
      const child = Number((await promisify(execFile)('pgrep', ['-P', String(pid)])).stdout.split('\n')[0])
      process.kill(victim === 'npm' ? pid : child, 'SIGTERM')
      await ended
      socket.destroy()
      await vi.waitFor(() => expect(fetch(`http://127.0.0.1:${port}/_mock/health`)).rejects.toThrow(), 5000)
    } finally {
      // Whatever is left of the group that this test has started.
      try {
        process.kill(-pid, 'SIGKILL')
      } catch {
        // Nothing is left.
      }
    }
  },
  60_000,
)

async function findFreePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo // a TCP server has a port
  await new Promise((resolve) => server.close(resolve))
  return port
}
