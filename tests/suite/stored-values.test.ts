import { expect, test } from 'vitest'
import { renderOutcome } from '../../contracts/core/report/terminal.ts'
import { findMutant } from '../testing/find-mutant.ts'
import { edits, runChecksOn } from '../testing/run-checks-on.ts'

const apiId = 'aliyun-fc-2016-08-15'

test.each<[mutant: string, check: string]>([
  ['trim-text @ CreateService body.description', 'CreateService › description-is-stored-as-sent'],
  ['decode-percent @ UpdateService body.description', 'UpdateService › description-is-stored-as-sent'],
  ['number-word-as-number @ UpdateService body.description', 'UpdateService › description-is-stored-as-sent'],
  [
    'lower-case-keys @ CreateFunction body.environmentVariables',
    'CreateFunction › environmentVariables-is-stored-as-sent',
  ],
  ['remove-repeated-items @ UpdateFunction body.layers', 'UpdateFunction › layers-is-stored-as-sent'],
  ['treat-false-as-absent @ CreateService body.internetAccess', 'CreateService › internetAccess-is-stored-as-sent'],
])('%s fails %s, which the emulator passes', async (id, check) => {
  const fits = (known: string) => known === check
  const correct = await runChecksOn({ apiId, fits })
  expect(correct.map((outcome) => renderOutcome(outcome))).toEqual(['passed'])
  const { wrap, operation } = findMutant(apiId, id)
  const [outcome] = await runChecksOn({ apiId, wrap, fits })
  expect(outcome?.status === 'failed' && outcome.violation.operation).toBe(operation)
})

test('a target may reject unusual values, and the report says so', async () => {
  const isUnusual = ({ description }: { readonly description?: unknown }) => /[^a-z ]/i.test(String(description))
  const [outcome] = await runChecksOn({
    wrap: edits.rejectRequests('CreateService', isUnusual),
    fits: (id) => id === 'CreateService › description-is-stored-as-sent',
  })
  expect(outcome?.status).toBe('passed')
  expect(outcome?.observations).toContainEqual({
    about: 'unusual values of description',
    behaviour: 'some are rejected',
  })
})
