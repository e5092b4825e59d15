import { expect, test } from 'vitest'
import { aliyunFc20210406 as api } from '../../../schemas/aliyun-fc-2021-04-06/api.ts'
import { findMissingFeatures } from './missing-features.ts'
import type { Outcome } from './outcome.ts'

const toOutcome = (operation: string, isPassed: boolean): Outcome => ({
  check: { id: operation, name: 'rule', operation, clause: 'FC-DEF', level: 'core' },
  durationMs: 1,
  observations: [],
  exchanges: 1,
  leftBehind: [],
  ...(isPassed ? { status: 'passed' } : { status: 'errored', cause: 'setup', reason: 'refused' }),
})

test('a feature with failures and without a success is missing', () => {
  const outcomes = [
    toOutcome('GetService', true),
    toOutcome('ListLayers', false),
    toOutcome('GetLayerVersion', true),
    toOutcome('GetAlias', true),
    toOutcome('GetTrigger', false),
  ]
  const succeeded = new Set(['GetService', 'CreateTrigger'])
  expect(findMissingFeatures(outcomes, { api, succeeded })).toEqual(['Layer'])
})

test('no feature is missing if nothing succeeded: the address may be wrong', () => {
  expect(findMissingFeatures([toOutcome('ListLayers', false)], { api, succeeded: new Set() })).toEqual([])
})
