import { expect, test } from 'vitest'
import { runChecksOn } from '../testing/run-checks-on.ts'

test('the report names a missing alias with the right article', async () => {
  const outcomes = await runChecksOn({ fits: (id) => /Alias › missing-/.test(id) })
  const abouts = outcomes.flatMap(({ observations }) => observations.map(({ about }) => about))
  expect(abouts).toContain('an alias of a service that does not exist')
})
