import { spawn } from 'node:child_process'
import { bounds } from '../core/bounds.ts'

export interface CommandOptions {
  /** Added to the environment of this process. */
  readonly env: Readonly<Record<string, string>>
  /** Longest time, in milliseconds. Then the command and its child processes are killed. */
  readonly timeoutMs: number
  /** The standard input. */
  readonly input?: string
  readonly signal?: AbortSignal
}

export interface CommandResult {
  /** Why the command failed. Absent if it ended with 0. */
  readonly failure?: string
  /** The standard output, at most 1 MiB. */
  readonly output: string
}

/**
 * Runs a command in the shell of the system, in the current folder. A failure contains the last lines of the output.
 * Never throws.
 */
export async function runCommand(command: string, options: CommandOptions): Promise<CommandResult> {
  const { timeoutMs, input = '', signal } = options
  const isPosix = process.platform !== 'win32'
  // Its own process group, so that the child processes of the shell are killed, too.
  const child = spawn(command, { shell: true, env: { ...process.env, ...options.env }, detached: isPosix })
  const texts = { output: '', all: '' }
  let why: string | undefined
  const stop = (reason: string) => {
    why ??= reason
    if (child.pid === undefined) return
    try {
      if (isPosix) process.kill(-child.pid, 'SIGKILL')
      else child.kill()
    } catch {
      // It has ended already.
    }
  }
  const onAbort = () => stop('was interrupted')
  signal?.addEventListener('abort', onAbort, { once: true })
  if (signal?.aborted) onAbort()
  const timer = setTimeout(() => stop(`was not done within ${timeoutMs} ms`), timeoutMs)
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    texts.output = (texts.output + text).slice(0, bounds.commandOutput)
    texts.all = (texts.all + text).slice(-bounds.commandOutput)
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    texts.all = (texts.all + text).slice(-bounds.commandOutput)
  })
  // A command may end without reading its input.
  child.stdin.on('error', () => undefined).end(input)
  const end = await new Promise<string | undefined>((resolve) => {
    child.once('error', (error) => resolve(`could not be started: ${error.message}`))
    child.once('close', (code, by) => resolve(code === 0 ? undefined : `ended with ${by ?? `exit code ${code}`}`))
  })
  clearTimeout(timer)
  signal?.removeEventListener('abort', onAbort)
  const failure = why ?? end
  if (failure === undefined) return { output: texts.output }
  const lines = texts.all.trimEnd().split('\n').slice(-lastLines)
  return { failure: [failure, ...lines.filter((line) => line !== '')].join('\n  '), output: texts.output }
}

/** Enough for an error message and its context. */
const lastLines = 10
