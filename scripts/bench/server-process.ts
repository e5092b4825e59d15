import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { connect, createServer } from 'node:net'

export interface ServerProcess {
  readonly url: string
  /** Milliseconds from the start of the process to its first response. */
  readonly startMs: number
  /** Processor time of the process so far, in milliseconds. Undefined on systems without `/proc`. */
  readonly cpuMs: () => Promise<number | undefined>
  readonly stop: () => Promise<void>
}

/**
 * Starts a server with this Node version, appends `--port` with a free port to its arguments, and waits for its first
 * response to `GET path`. Throws if the process exits before or the status is not 200.
 */
export async function startServer(args: readonly string[], path: string): Promise<ServerProcess> {
  const port = await findFreePort()
  const start = performance.now()
  const child = spawn(process.execPath, [...args, '--port', String(port)], { stdio: ['ignore', 'ignore', 'inherit'] })
  const statusLine = await untilResponse(child, port, path)
  const startMs = performance.now() - start
  const server = {
    url: `http://127.0.0.1:${port}`,
    startMs,
    cpuMs: () => readCpuMs(child),
    stop: () => stop(child),
  }
  if (statusLine.startsWith('HTTP/1.1 200 ')) return server
  await server.stop()
  throw new Error(`node ${args.join(' ')} returned ${statusLine} to GET ${path}`)
}

async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  if (typeof address !== 'object' || !address) throw new Error('no free port')
  return address.port
}

async function untilResponse(child: ChildProcess, port: number, path: string): Promise<string> {
  for (;;) {
    const response = await tryGet(port, path)
    if (response !== undefined) return response.slice(0, response.indexOf('\r\n'))
    if (child.exitCode !== null) throw new Error(`${child.spawnargs.join(' ')} exited before its first response`)
    await new Promise((resolve) => setTimeout(resolve, pollMs))
  }
}

/** Short compared with a start of 100 ms, but long enough not to take processor time from the server. */
const pollMs = 3

/** The start of the response. Undefined if no process listens on the port. */
function tryGet(port: number, path: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1').setEncoding('latin1')
    socket.on('error', () => resolve(undefined))
    socket.on('connect', () => socket.write(`GET ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: any\r\n\r\n`))
    socket.on('data', (text: string) => {
      socket.destroy()
      resolve(text)
    })
  })
}

/** User and system time of all threads. Linux counts them in hundredths of a second. */
async function readCpuMs({ pid }: ChildProcess): Promise<number | undefined> {
  const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined)
  // The second field is the name in parentheses, which can contain spaces. Fields 14 and 15 are user and system time.
  const fields = text?.slice(text.lastIndexOf(')') + 2).split(' ')
  return fields && (Number(fields[11]) + Number(fields[12])) * 10
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  child.kill('SIGTERM')
  const force = setTimeout(() => child.kill('SIGKILL'), 3000)
  await gone
  clearTimeout(force)
}
