import { expect, test } from 'vitest'
import { findLatestMatch, readCron } from './cron.ts'

const at = (text: string) => Date.parse(text)

/** The latest match before the end of Sunday, 2024-03-10T12:34:56Z. */
function latest(text: string, since = '2000-01-01T00:00:00Z'): string | undefined {
  const cron = readCron(text)
  const match = cron && findLatestMatch(cron, { since: at(since), until: at('2024-03-10T12:34:56Z') })
  return match === undefined ? undefined : new Date(match).toISOString().replace('.000', '')
}

test.each([
  ['* * * * * *', '2024-03-10T12:34:56Z'],
  ['0 */30 * * * *', '2024-03-10T12:30:00Z'],
  ['0 0/30 * * * *', '2024-03-10T12:30:00Z'],
  ['0 0 20 * * *', '2024-03-09T20:00:00Z'],
  ['57 34 12 * * *', '2024-03-09T12:34:57Z'],
  ['0 5-10/2,40 * * * *', '2024-03-10T12:09:00Z'],
  ['0 0 0 1 * ?', '2024-03-01T00:00:00Z'],
  ['0 0 0 * JAN *', '2024-01-31T00:00:00Z'],
  ['0 0 0 * * MON-FRI', '2024-03-08T00:00:00Z'],
  ['0 0 0 * * 7', '2024-03-10T00:00:00Z'],
  ['0 0 0 29 2 *', '2024-02-29T00:00:00Z'],
  // Either the day of the month or the day of the week.
  ['0 0 0 9 * FRI', '2024-03-09T00:00:00Z'],
  ['0 0 0 1 * FRI', '2024-03-08T00:00:00Z'],
])('%s matched last at %s', (text, expected) => {
  expect(latest(text)).toBe(expected)
})

test('a match before the start is no match, and neither is a day that does not exist', () => {
  expect(latest('0 0 20 * * *', '2024-03-10T00:00:00Z')).toBeUndefined()
  expect(latest('0 0 20 * * *', '2024-03-09T20:00:00Z')).toBe('2024-03-09T20:00:00Z')
  expect(latest('0 0 0 30 2 *')).toBeUndefined()
})

test.each([
  '',
  '* * * * *',
  '0s * * * * *',
  '60 * * * * *',
  '* * * 0 * *',
  '1-2-3 * * * * *',
  '*/0 * * * * *',
  '0 0 0 1 13 *',
])('%j is no cron expression', (text) => {
  expect(readCron(text)).toBeUndefined()
})
