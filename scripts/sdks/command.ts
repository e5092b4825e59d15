import { spawn } from 'node:child_process'

export interface CommandOptions {
  /** The whole environment of the child; this process's own unless given. */
  readonly env?: Readonly<Record<string, string | undefined>>
  readonly cwd?: string
  /** Milliseconds after which it is ended. */
  readonly limitMs: number
  /** Ends it sooner. */
  readonly signal: AbortSignal
  /** In characters, 20,000 unless given: of what is printed the end is kept, where the reason of a failure stands. */
  readonly longestOutput?: number
}

/** How a command ended, with the end of what it printed on either stream. */
export interface CommandResult {
  readonly end: 'done' | 'failed' | 'missing' | 'too long' | 'stopped'
  readonly output: string
}

/** Runs a command to its end. It leads a process group of its own, so that what it started ends with it. */
export function runCommand(file: string, args: readonly string[], options: CommandOptions): Promise<CommandResult> {
  const { env = process.env, cwd, limitMs, signal, longestOutput = 20_000 } = options
  return new Promise((resolve) => {
    let output = ''
    let end: CommandResult['end'] | undefined
    const child = spawn(file, args, { env, cwd, detached: true, stdio: ['ignore', 'pipe', 'pipe'] })
    const stop = (why: 'too long' | 'stopped') => {
      end ??= why
      killGroup(child.pid)
    }
    const onAbort = () => stop('stopped')
    const timer = setTimeout(() => stop('too long'), limitMs)
    const finish = (otherwise: CommandResult['end']) => {
      clearTimeout(timer)
      signal.removeEventListener('abort', onAbort)
      killGroup(child.pid)
      resolve({ end: end ?? otherwise, output })
    }
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        output = (output + text).slice(-longestOutput)
      })
    }
    child.once('error', () => finish('missing'))
    child.once('exit', (code) => {
      // What it started ends with it; then nobody holds the streams open, and what is left in them is read.
      killGroup(child.pid)
      const wait = setTimeout(() => finish(code === 0 ? 'done' : 'failed'), longestDrainMs)
      child.once('close', () => {
        clearTimeout(wait)
        finish(code === 0 ? 'done' : 'failed')
      })
    })
    signal.addEventListener('abort', onAbort)
    if (signal.aborted) onAbort()
  })
}

/** For a process that left the group and holds the streams all the same. */
const longestDrainMs = 500

function killGroup(leader: number | undefined): void {
  if (leader === undefined) return
  try {
    process.kill(-leader, 'SIGKILL')
  } catch {
    // All of it has ended.
  }
}
