import { expect, test } from 'vitest'
import { aliyunFc20160815 as api } from '../../schemas/aliyun-fc-2016-08-15/api.ts'
import { toExchange } from '../testing/exchange.ts'
import { type CheckSpec, checkWith } from './check.ts'
import { createCheckRun } from './check-run.ts'
import type { Exchange } from './http/exchange.ts'
import type { Target } from './http/target.ts'
import { TransportError, type TransportFailureKind } from './http/transport-error.ts'

const { createService, getService } = api.operations
const check = checkWith((core) => ({ body: () => ({ serviceName: core.name() }) }))

/** Runs one check against a target that returns the same response, or the same error, for every request. */
async function runOne(
  run: CheckSpec<{ body: () => object }>['run'],
  response: () => Exchange = () => toExchange(getService, 200, {}),
) {
  const target: Target = {
    baseUrl: 'http://fake',
    close: () => undefined,
    download: async () => undefined,
    send: async () => response(),
  }
  const checkRun = createCheckRun({ contract: { api, resources: [] }, target, runId: 'r', seed: 's', budgetMs: 1000 })
  const spec = { operation: createService, clause: '004 CreateService 200', level: 'core', run } as const
  return checkRun.run(check('does', spec))
}

const fails = (fault: TransportFailureKind) => (): Exchange => {
  const request = { method: 'GET', url: 'http://fake/', headers: [], body: new Uint8Array() }
  throw new TransportError(fault, 'the reason', { request, operation: getService })
}

test('a check without an error has passed, with its observations', async () => {
  const outcome = await runOne(async ({ note, target }) => {
    await target.send(getService)
    note('this', 'that')
  })
  expect(outcome).toMatchObject({
    status: 'passed',
    exchanges: 1,
    observations: [{ about: 'this', behaviour: 'that' }],
  })
  expect(outcome.check).toEqual({
    id: 'CreateService › does',
    name: 'does',
    operation: 'CreateService',
    clause: '004 CreateService 200',
    level: 'core',
  })
})

test('a failed expectation is a violation of the clause of the check', async () => {
  const outcome = await runOne(async ({ expectThat }) => expectThat(false, { expected: 'a', actual: 'b' }))
  expect(outcome).toMatchObject({
    status: 'failed',
    violation: { operation: 'CreateService', clause: '004 CreateService 200', expected: 'a', actual: 'b' },
  })
})

test('an invalid response is reported for the operation that returned it', async () => {
  const outcome = await runOne(
    async ({ target, expectResponse }) => void expectResponse(await target.send(getService)),
    () => toExchange(getService, 201, {}),
  )
  expect(outcome).toMatchObject({
    status: 'failed',
    violation: {
      operation: 'GetService',
      clause: '004 GetService 200',
      curl: 'curl -sS -i --path-as-is http://fake/',
    },
  })
})

test('a failed set-up has no verdict about the clause', async () => {
  const outcome = await runOne(
    async ({ target, given }) => void (await given(target.send(getService))),
    () => toExchange(getService, 500, {}),
  )
  expect(outcome).toMatchObject({
    status: 'errored',
    cause: 'setup',
    reason: expect.stringContaining('GetService must'),
  })
})

test.each([
  ['reset', 'failed'],
  ['timeout', 'failed'],
  ['unreachable', 'errored'],
  ['gave-up', 'errored'],
] as const)('a request that ends in %s gives the check the outcome %s', async (fault, status) => {
  const outcome = await runOne(async ({ target }) => void (await target.send(getService)), fails(fault))
  expect(outcome.status).toBe(status)
  if (outcome.status === 'failed') expect(outcome.violation.operation).toBe('GetService')
  if (outcome.status === 'errored') expect(outcome.cause).toBe('unreachable')
})

test('a missing response in the set-up is not a violation', async () => {
  const outcome = await runOne(async ({ target, given }) => void (await given(target.send(getService))), fails('reset'))
  expect(outcome).toMatchObject({ status: 'errored', cause: 'setup', reason: 'GetService: the reason' })
})

test('a check may be skipped, and may have a defect', async () => {
  expect(await runOne(async ({ skip }) => skip('not here'))).toMatchObject({ status: 'skipped', reason: 'not here' })
  const defect = await runOne(async () => {
    throw new TypeError('oops')
  })
  expect(defect).toMatchObject({
    status: 'errored',
    cause: 'defect',
    reason: expect.stringContaining('TypeError: oops'),
  })
})

test('reading a rejected resource: a success is a violation, 404 passes, another error is reported for the read operation', async () => {
  const look = (status: number) =>
    runOne(
      async ({ target, expectAbsent }) => expectAbsent(await target.send(getService)),
      () => toExchange(getService, status, {}),
    )
  expect((await look(404)).status).toBe('passed')
  expect(await look(200)).toMatchObject({ status: 'failed', violation: { operation: 'CreateService' } })
  expect(await look(410)).toMatchObject({ violation: { operation: 'GetService', clause: '004 GetService 404' } })
  expect(await look(503)).toMatchObject({ status: 'errored', cause: 'throttled' })
})

test('a violation shows both values of a wrong or absent field, and allows further fields', async () => {
  const compare = (actual: object, absent: 'absent-fails' | 'absent-passes') =>
    runOne(async ({ target, expectFields }) => {
      expectFields(await target.send(getService), actual, { size: 1, net: { ids: ['a'] } }, absent)
    })
  expect((await compare({ size: 1, net: { ids: ['a'], more: 1 }, more: 1 }, 'absent-fails')).status).toBe('passed')
  expect((await compare({ size: 1 }, 'absent-passes')).status).toBe('passed')
  expect(await compare({ size: 1 }, 'absent-fails')).toMatchObject({
    violation: { expected: 'net {"ids":["a"]}', actual: 'net absent' },
  })
  expect(await compare({ size: 2, net: { ids: ['a', 'b'] } }, 'absent-passes')).toMatchObject({
    violation: { expected: 'size 1, net {"ids":["a"]}', actual: 'size 2, net {"ids":["a","b"]}' },
  })
})
