import { expect, test } from 'vitest'
import { suggest } from './suggest.ts'

const names = ['consistencyMs', 'timeoutMs', 'CreateAlias › duplicate-name-is-rejected']

test.each([
  ['consistencyms', 'consistencyMs'],
  ['consistency', 'consistencyMs'],
  ['timeout', 'timeoutMs'],
  ['duplicate-name-is-rejected', 'CreateAlias › duplicate-name-is-rejected'],
  ['CreateAlias › duplicate-name-rejected', 'CreateAlias › duplicate-name-is-rejected'],
])('%s suggests %s', (word, name) => {
  expect(suggest(word, names)).toBe(`; did you mean ${JSON.stringify(name)}?`)
})

test.each(['', 'memory', 'x', 'timeout'.repeat(100)])('%j suggests nothing', (word) => {
  expect(suggest(word, names)).toBe('')
})
