import { styleText } from 'node:util'
import type { Paint } from '../../contracts/index.ts'

/** The colours of the terminal, if it has any. */
export const paint: Paint = {
  good: (text) => styleText('green', text),
  bad: (text) => styleText('red', text),
  warn: (text) => styleText('yellow', text),
  faint: (text) => styleText('dim', text),
  strong: (text) => styleText('bold', text),
}

/** Without a terminal, as in the log of a CI job: how often the progress is printed, in milliseconds. */
const logEveryMs = 20_000

/** Shows the progress on a terminal in one line, which each step overwrites, and otherwise as a line now and then. */
export function createProgress({ stderr, now = Date.now }: { stderr: ProgressOutput; now?: () => number } = process) {
  let done = 0
  let loggedAt = now()
  return {
    step(name: string, total: number) {
      done += 1
      if (stderr.isTTY) stderr.write(`\r\u001b[2K${`${done}/${total} ${name}`.slice(0, (stderr.columns ?? 80) - 1)}`)
      else if (now() - loggedAt >= logEveryMs) {
        loggedAt = now()
        stderr.write(`${done}/${total}\n`)
      }
    },
    end() {
      if (stderr.isTTY) stderr.write('\r\u001b[2K')
    },
  }
}

type ProgressOutput = Pick<NodeJS.WriteStream, 'columns' | 'write'> & { readonly isTTY?: boolean }
