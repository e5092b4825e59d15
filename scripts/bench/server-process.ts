import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { connect, createServer } from 'node:net'

export interface ServerProcess {
  readonly url: string
  /** From the start of the process to its first response, in milliseconds. */
  readonly startMs: number
  /** Processor time that the process has used so far, in milliseconds; nothing where the system does not say. */
  readonly cpuMs: () => Promise<number | undefined>
  readonly stop: () => Promise<void>
}

/**
 * Starts a server with this very Node, `--port` and a free port behind its arguments, and waits for its first response
 * to `GET path`. Throws when the process ends before, or returns otherwise than with 200.
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
  if (typeof address !== 'object' || !address) throw new Error('this system gives no port')
  return address.port
}

async function untilResponse(child: ChildProcess, port: number, path: string): Promise<string> {
  for (;;) {
    const response = await ask(port, path)
    if (response !== undefined) return response.slice(0, response.indexOf('\r\n'))
    if (child.exitCode !== null) throw new Error(`${child.spawnargs.join(' ')} ended before it returned`)
    await new Promise((resolve) => setTimeout(resolve, pollMs))
  }
}

/** Often enough not to show in a start of 100 ms, and seldom enough not to take the processor from it. */
const pollMs = 3

/** The beginning of the response, or nothing while nobody listens. */
function ask(port: number, path: string): Promise<string | undefined> {
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

/** User and system time of all threads, as Linux counts them: in hundredths of a second. */
async function readCpuMs({ pid }: ChildProcess): Promise<number | undefined> {
  const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined)
  // The second field is the name in parentheses, which may hold spaces; user and system time are fields 14 and 15.
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
