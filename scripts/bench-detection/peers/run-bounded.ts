import { spawn } from 'node:child_process'
import { once } from 'node:events'

export interface Ended {
  readonly seconds: number
  readonly isCut: boolean
  readonly output: string
}

/** Runs a program at low priority and interrupts it at the bound, so that it reports what it has. */
export async function runBounded(command: readonly string[], folder: string, boundSeconds: number): Promise<Ended> {
  const start = performance.now()
  const child = spawn('nice', ['-n', '10', ...command], { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      output = (output + chunk.toString()).slice(-200_000)
    })
  }
  let isCut = false
  const bound = setTimeout(() => {
    isCut = true
    child.kill('SIGINT')
  }, boundSeconds * 1000)
  const end = setTimeout(() => child.kill('SIGKILL'), (boundSeconds + 20) * 1000)
  await once(child, 'close')
  clearTimeout(bound)
  clearTimeout(end)
  return { seconds: (performance.now() - start) / 1000, isCut, output }
}
