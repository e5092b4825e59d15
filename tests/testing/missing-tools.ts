import { execFileSync } from 'node:child_process'

/** Why tests that need Python cannot run on this machine; undefined if they can. */
export const missingPython = canRun('python3', '-c', 'import sys; sys.exit(sys.version_info < (3, 9))')
  ? undefined
  : 'Python 3.9 or newer is not installed'

/** Why tests that need curl cannot run on this machine; undefined if they can. */
export const missingCurl = canRun('curl', '--version') ? undefined : 'curl is not installed'

function canRun(command: string, ...words: readonly string[]): boolean {
  try {
    execFileSync(command, words, { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}
