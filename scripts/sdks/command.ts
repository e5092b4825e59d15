import { spawn } from 'node:child_process'

export interface CommandOptions {
  /** The whole environment of the child. Default: that of this process. */
  readonly env?: Readonly<Record<string, string | undefined>>
  readonly cwd?: string
  /** Milliseconds after which the command is killed. */
  readonly limitMs: number
  /** Kills the command. */
  readonly signal: AbortSignal
  /** Characters of output to keep, from its end. Default: 20,000. */
  readonly longestOutput?: number
}

/** How a command ended, with the end of its output on both streams. */
export interface CommandResult {
  readonly end: 'done' | 'failed' | 'missing' | 'too long' | 'stopped'
  readonly output: string
}

/** Runs a command in its own process group, so that its child processes end with it. */
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
      // Kills its child processes, which may hold the streams open. The rest of the output is then read.
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

/** The limit for a process that left the group and holds the streams open. */
const longestDrainMs = 500

function killGroup(leader: number | undefined): void {
  if (leader === undefined) return
  try {
    process.kill(-leader, 'SIGKILL')
  } catch {
    // The group has ended.
  }
}
