import { expect, test } from 'vitest'
import { aliyunFc20160815 as api } from '../../../schemas/aliyun-fc-2016-08-15/api.ts'
import { toExchange } from '../../testing/exchange.ts'
import { createCheckRun } from '../check-run.ts'
import type { Exchange } from '../http/exchange.ts'
import type { Target } from '../http/target.ts'
import { toConstraintChecks } from './constraint-checks.ts'

const { createFunction, getFunction } = api.operations

function toChecks(body: object) {
  return toConstraintChecks({
    api,
    operation: createFunction,
    base: async () => ({ path: { serviceName: 's' }, body }),
    read: getFunction,
    toPath: () => undefined,
  })
}

test('every limit of a field has checks on both sides', () => {
  const names = toChecks({}).map(({ name }) => name)
  expect(names.filter((name) => /memorySize-(minimum|maximum|multipleOf|default)/.test(name))).toEqual([
    'accepts-memorySize-minimum-128',
    'rejects-memorySize-minimum-64',
    'accepts-memorySize-maximum-3072',
    'rejects-memorySize-maximum-3136',
    'accepts-memorySize-multipleOf-192',
    'rejects-memorySize-multipleOf-129',
    'accepts-memorySize-default-absent',
  ])
})

test('an observed limit has no check', () => {
  const names = toChecks({}).map(({ name }) => name)
  expect(names.filter((name) => /environmentVariables|instanceType|nodejs4|custom/.test(name))).toEqual([])
})

test('a probe that does not match the name of its check is a defect, not a violation', async () => {
  const responded = toExchange(createFunction, 400, { ErrorCode: 'InvalidArgument' })
  const target: Target = {
    baseUrl: 'http://fake',
    close: () => undefined,
    download: async () => undefined,
    send: async (_, input): Promise<Exchange> => ({
      ...responded,
      request: { ...responded.request, body: Buffer.from(JSON.stringify(input?.body)) },
    }),
  }
  const run = createCheckRun({ contract: { api, resources: [] }, target, runId: 'r', seed: 's', budgetMs: 1000 })
  const [check] = toChecks({ functionName: 'the rest is missing' }).filter(({ name }) => name.startsWith('accepts-'))
  if (!check) throw new Error('there is no such check')
  expect(await run.run(check)).toMatchObject({ status: 'errored', cause: 'defect' })
})
