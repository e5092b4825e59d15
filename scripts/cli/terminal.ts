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

/** One line that is overwritten after each check, on a terminal only. */
export function createProgress() {
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
