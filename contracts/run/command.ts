import { spawn } from 'node:child_process'

export interface CommandOptions {
  /** Added to the environment of the run, which the command has as well. */
  readonly env: Readonly<Record<string, string>>
  /** Longest time, in milliseconds; then the command and what it started are ended. */
  readonly timeoutMs: number
  /** What the command reads. */
  readonly input?: string
  readonly signal?: AbortSignal
}

export interface CommandResult {
  /** Why it did not do what it was to do; nothing where it ended with 0. */
  readonly failure?: string
  /** What it wrote to its output, up to a mebibyte. */
  readonly output: string
}

/**
 * Runs a line of a configuration as the shell of the system understands it: `sh -c` or `cmd /c`, in the current folder.
 * A failure carries the last lines of what was written. Never throws.
 */
export async function runCommand(command: string, options: CommandOptions): Promise<CommandResult> {
  const { timeoutMs, input = '', signal } = options
  const isPosix = process.platform !== 'win32'
  // A group of its own, so that what the shell has started ends with it.
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
    texts.output = (texts.output + text).slice(0, mostOutput)
    texts.all = (texts.all + text).slice(-mostOutput)
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    texts.all = (texts.all + text).slice(-mostOutput)
  })
  // A command need not read; its pipe may be closed by then.
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

const mostOutput = 1024 * 1024
/** Enough for an error message and what led to it. */
const lastLines = 10
