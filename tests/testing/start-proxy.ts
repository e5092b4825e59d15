import { spawn } from 'node:child_process'
import { onTestFinished } from 'vitest'
import { cli } from './cli.ts'

export interface StartedProxy {
  readonly url: string
  /** The lines of both outputs so far. */
  readonly lines: () => readonly string[]
  /** Resolves with the exit code and all lines when the command ends by itself. */
  readonly ended: Promise<{ readonly code: number | null; readonly lines: readonly string[] }>
  /** Sends a signal, and resolves when the command has ended. */
  readonly stop: (signal?: NodeJS.Signals) => StartedProxy['ended']
}

/** Runs `faas-contracts proxy` for FC 2016 on a free port until the test ends. */
export function startProxy(upstream: string, ...flags: readonly string[]): Promise<StartedProxy> {
  return startProxyFor('aliyun-fc-2016-08-15', upstream, ...flags)
}

/** {@link startProxy} for any API. */
export async function startProxyFor(
  apiId: string,
  upstream: string,
  ...flags: readonly string[]
): Promise<StartedProxy> {
  const words = ['proxy', apiId, '--upstream', upstream, '--port', '0', ...flags]
  const child = spawn(process.execPath, [cli, ...words], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  let output = ''
  const toLines = () => output.split('\n').filter((line) => line !== '')
  const ended = new Promise<{ code: number | null; lines: readonly string[] }>((resolve) => {
    child.once('close', (code) => resolve({ code, lines: toLines() }))
  })
  const url = await new Promise<string>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        output += text
        const [, found] = /listens on (\S+) /.exec(output) ?? []
        if (found !== undefined) resolve(found)
      })
    }
    child.once('close', () => reject(new Error(output)))
  })
  return {
    url,
    lines: toLines,
    ended,
    stop(signal = 'SIGINT') {
      child.kill(signal)
      return ended
    },
  }
}
