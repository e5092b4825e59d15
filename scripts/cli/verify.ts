import { styleText } from 'node:util'
import { findApi } from './find-api.ts'

export interface VerifyOptions {
  readonly url: string
  readonly operation?: string
  readonly grep?: string
  readonly seed?: string
  readonly timeout?: number
}

/** Runs the contract suite against an implementation and prints what it found. */
export async function verify(id: string, { url, timeout, ...selection }: VerifyOptions): Promise<number> {
  const { id: apiId } = findApi(id)
  // vitest takes a while to load; the other verbs do without it.
  const { renderVerdict, runContract, toExitCode } = await import('../../contracts/index.ts')
  const showProgress = createProgress()
  const verdict = await runContract({
    apiId,
    baseUrl: url,
    ...selection,
    ...(timeout !== undefined && { timeoutMs: timeout }),
    onProgress: ({ check }, total) => showProgress.step(check.id, total),
  })
  showProgress.end()
  process.stdout.write(
    renderVerdict(verdict, {
      good: (text) => styleText('green', text),
      bad: (text) => styleText('red', text),
      warn: (text) => styleText('yellow', text),
      faint: (text) => styleText('dim', text),
      strong: (text) => styleText('bold', text),
    }),
  )
  return toExitCode(verdict)
}

/** One line that is written over and over, on a terminal only. */
function createProgress() {
  const { stderr } = process
  let done = 0
  const write = (text: string) => {
    if (stderr.isTTY) stderr.write(`\r\u001b[2K${text}`)
  }
  return {
    step(name: string, total: number) {
      done += 1
      write(`${done}/${total} ${name}`.slice(0, (stderr.columns ?? 80) - 1))
    },
    end: () => write(''),
  }
}
