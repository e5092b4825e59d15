import { expect, test } from 'vitest'
import { createDemo } from './testing/fc.ts'

const onSuccess = 'acs:fc:cn-shanghai:123:services/s1/functions/f1'
const onFailure = 'acs:mns:cn-shanghai:123:/queues/q/messages'
const destinationConfig = { onSuccess: { destination: onSuccess }, onFailure: { destination: onFailure } }

function createWithDestinations(retries?: number) {
  const demo = createDemo({
    behaviour: {
      invocations: [{ function: 'broken', response: { kind: 'unhandledError', message: 'it failed' } }],
    },
  })
  demo.send('POST', '/demo/functions', {
    functionName: 'broken',
    handler: 'h',
    runtime: 'nodejs8',
    code: { zipFile: '' },
  })
  const settings = { destinationConfig, ...(retries !== undefined && { maxAsyncRetryAttempts: retries }) }
  for (const name of ['f', 'broken']) demo.send2021('PUT', `/demo/functions/${name}/async-invoke-config`, settings)
  return demo
}

const isAsync = { 'x-fc-invocation-type': 'Async' }

test('the result of a successful asynchronous invocation is in the outbox for its destination', () => {
  const { emulator, invoke } = createWithDestinations()
  expect(invoke('demo/f', 'the event', isAsync).status).toBe(202)
  expect(emulator.outbox()).toEqual([
    {
      time: '2016-08-15T15:00:00.000Z',
      reason: 'onSuccess',
      destination: onSuccess,
      body: {
        timestamp: Date.UTC(2016, 7, 15, 15),
        requestContext: {
          requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
          functionArn: 'acs:fc:::services/demo.LATEST/functions/f',
          condition: '',
          approximateInvokeCount: 1,
        },
        requestPayload: 'the event',
        responseContext: { statusCode: 200, functionError: '' },
        responsePayload: 'the event',
      },
    },
  ])
  emulator.clearOutbox()
  expect(emulator.outbox()).toEqual([])
})

test('an invocation through FC 2021-04-06 has the configuration of its qualifier', () => {
  const { emulator, send2021 } = createWithDestinations()
  send2021('POST', '/demo/versions', {})
  send2021('POST', '/demo/aliases', { aliasName: 'prod', versionId: '1' })
  const prod = '/demo/functions/f/invocations?qualifier=prod'
  expect(send2021('POST', prod, {}, isAsync).status).toBe(202)
  expect(emulator.outbox()).toEqual([])
  send2021('PUT', '/demo/functions/f/async-invoke-config?qualifier=prod', { destinationConfig })
  send2021('POST', prod, { key: 1 }, isAsync)
  expect(emulator.outbox()).toMatchObject([
    {
      destination: onSuccess,
      body: {
        requestContext: { functionArn: 'acs:fc:::services/demo.prod/functions/f' },
        requestPayload: '{"key":1}',
      },
    },
  ])
})

test.each([
  [undefined, 4],
  [0, 1],
  [8, 9],
])('a failed invocation with the retries %s has the number of attempts %i', (retries, attempts) => {
  const { emulator, invoke } = createWithDestinations(retries)
  invoke('demo/broken', '', isAsync)
  expect(emulator.outbox()).toMatchObject([
    {
      reason: 'onFailure',
      destination: onFailure,
      body: {
        requestContext: { condition: 'UnhandledInvocationError', approximateInvokeCount: attempts },
        responseContext: { functionError: 'UnhandledInvocationError' },
        responsePayload: '{"errorMessage":"it failed"}',
      },
    },
  ])
})

test('synchronous invocations, other qualifiers and functions without a destination add nothing', () => {
  const { emulator, send, send2021, invoke } = createWithDestinations()
  invoke('demo/f', 'sync')
  send('POST', '/demo/versions', {})
  invoke('demo.1/f', 'of a version', isAsync)
  send2021('PUT', '/demo/functions/f/async-invoke-config', {
    destinationConfig: { onFailure: { destination: onFailure } },
  })
  invoke('demo/f', 'no destination for a success', isAsync)
  expect(emulator.outbox()).toEqual([])
})

test('the outbox belongs to a namespace and an account, and a reset clears it', () => {
  const { emulator, invoke } = createWithDestinations()
  invoke('demo/f', '', isAsync)
  expect(emulator.outbox({ namespace: 'other' })).toEqual([])
  const snapshot = emulator.exportState()
  emulator.reset()
  expect(emulator.outbox()).toEqual([])
  emulator.importState(snapshot)
  expect(emulator.outbox()).toHaveLength(1)
})

test('the outbox has the latest 200 entries', () => {
  const { emulator, invoke } = createWithDestinations()
  for (let count = 0; count < 201; count += 1) invoke('demo/f', String(count), isAsync)
  const payloads = emulator.outbox().map(({ body }) => Reflect.get(Object(body), 'requestPayload'))
  expect([payloads.length, payloads[0], payloads.at(-1)]).toEqual([200, '1', '200'])
})
