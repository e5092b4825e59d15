/** Runs before `npm test`: prints how long the tests take and which tests this machine skips. */
import { missingChromium } from '../../mocks/adapters/testing/browser/chromium.ts'

console.log('The tests take about 4 minutes on two idle cores.')
console.log(
  missingChromium === undefined
    ? 'Chromium was found: the tests in a browser run.'
    : `The tests in a browser are skipped (${missingChromium}).`,
)
