import { expect, test } from 'vitest'
import { renderCounts } from './render-coverage.ts'

const counts = {
  requests: 3,
  judged: 3,
  foreign: 0,
  withoutResponse: 0,
  withoutBody: 0,
  uncounted: 0,
  unknown: new Map(),
}

test('the counts say which requests of a long recording do not count', () => {
  expect(renderCounts(counts, 'an-api')).toBe('3 requests: 3 judged')
  expect(renderCounts({ ...counts, uncounted: 2 }, 'an-api')).toBe(
    '3 requests: 3 judged\nthe coverage does not count the last 2 requests, because the recording is too long',
  )
})
