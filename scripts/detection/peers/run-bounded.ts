import { spawn } from 'node:child_process'
import { once } from 'node:events'

export interface Ended {
  readonly seconds: number
  readonly isCut: boolean
  readonly output: string
}

/** How long a run may take. */
export interface Bound {
  /** Seconds after the first request. The start of Java or Python does not count. */
  readonly seconds: number
  readonly hasBegun: () => boolean
}

/** Runs a program and interrupts it at the bound, so that it reports its findings until then. */
export async function runBounded(
  command: readonly string[],
  folder: string,
  limit: Bound,
  env: Readonly<Record<string, string>> = {},
): Promise<Ended> {
  const start = performance.now()
  const [program = '', ...rest] = command
  const child = spawn(program, rest, {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      output = (output + chunk.toString()).slice(-2_000_000)
    })
  }
  let isCut = false
  let begun: number | undefined
  const watch = setInterval(() => {
    if (limit.hasBegun()) begun ??= performance.now()
    const now = performance.now()
    const over = Math.max(
      now - (begun ?? now) - limit.seconds * 1000,
      now - start - (limit.seconds + startSeconds) * 1000,
    )
    if (over > 0 && !isCut) {
      isCut = true
      child.kill('SIGINT')
    }
    if (over > graceMs) child.kill('SIGKILL')
  }, 200)
  await once(child, 'close')
  clearInterval(watch)
  return { seconds: (performance.now() - start) / 1000, isCut, output }
}

/** How long a program may take until its first request. */
const startSeconds = 45
/** How long an interrupted program may take to write its report. */
const graceMs = 10_000
