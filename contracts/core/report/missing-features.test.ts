import { expect, test } from 'vitest'
import { aliyunFc20210406 as api } from '../../../schemas/aliyun-fc-2021-04-06/api.ts'
import { findMissingFeatures } from './missing-features.ts'
import type { Outcome } from './outcome.ts'

const passed = { status: 'passed' } as const
const errored = { status: 'errored', cause: 'setup', reason: 'refused' } as const

const toOutcome = (operation: string, status: number, ending: typeof passed | typeof errored): Outcome => {
  const message = { headers: [], body: '', bodyBytes: 0 }
  const request = { ...message, method: 'GET', url: 'http://h/' }
  return {
    check: { id: operation, name: 'rule', operation, clause: 'FC-DEF', level: 'core' },
    durationMs: 1,
    observations: [],
    exchanges: 1,
    leftBehind: [],
    traffic: [{ operation, request, response: { ...message, status, durationMs: 1 } }],
    ...ending,
  }
}

test('a feature with failures and without a success is missing', () => {
  const outcomes = [
    toOutcome('GetService', 200, passed),
    toOutcome('ListLayers', 404, errored),
    toOutcome('GetLayerVersion', 404, passed),
    toOutcome('GetAlias', 404, passed),
    toOutcome('CreateTrigger', 200, passed),
    toOutcome('GetTrigger', 404, errored),
  ]
  expect(findMissingFeatures(api, outcomes)).toEqual(['Layer'])
})

test('no feature is missing if nothing succeeded: the address may be wrong', () => {
  expect(findMissingFeatures(api, [toOutcome('ListLayers', 404, errored)])).toEqual([])
})
