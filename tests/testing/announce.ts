/** Runs before `npm test`: prints how long the tests take and which tests this machine skips. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { missingChromium } from '../../mocks/adapters/testing/browser/chromium.ts'
import { missingCurl, missingPython } from './missing-tools.ts'

const builtCommand = join(import.meta.dirname, '..', '..', 'dist', 'bin', 'faas-contracts.cjs')
const skipped = {
  'the tests in a browser': missingChromium,
  'the tests of the Python server': missingPython,
  'a test of the Python server and its workflow': missingCurl,
  'the tests of the built command': existsSync(builtCommand) ? undefined : 'run npm run build first',
}
const lines = Object.entries(skipped).flatMap(([tests, reason]) => (reason ? [`Skipped: ${tests} (${reason}).`] : []))

console.log('The tests take about 5 minutes on two idle cores.')
console.log(lines.length === 0 ? 'This machine skips no test.' : lines.join('\n'))
