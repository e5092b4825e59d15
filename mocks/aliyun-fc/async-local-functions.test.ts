import { expect, test } from 'vitest'
import type { LocalFunction } from './local-function.ts'
import { leastFunction } from './testing/fc.ts'
import { createGate, createLocal, destinationConfig, isAsync, settle } from './testing/local.ts'

const path = '/2021-04-06/services/demo/functions/f/invocations'
const task = '/demo/functions/f/stateful-async-invocations/task'
const asTask = {
  ...isAsync,
  'x-fc-stateful-async-invocation-id': 'task',
  'x-fc-stateful-async-invocation-enable': 'true',
}

function createWithDestination(local: LocalFunction) {
  const demo = createLocal(local)
  demo.send2021('PUT', '/demo/functions/f/async-invoke-config', { destinationConfig, maxAsyncRetryAttempts: 0 })
  return demo
}

test('an asynchronous invocation adds its result to the outbox when the function ends, with the id of the request', async () => {
  const gate = createGate()
  const ids: string[] = []
  const { emulator, clock, post, outbox } = createWithDestination((_, { requestId }) => {
    ids.push(requestId)
    return gate.promise
  })
  const { headers } = await post(path, 'e', isAsync)
  expect(outbox()).toEqual([])
  clock.advance(2000)
  gate.resolve('result')
  await settle()
  expect(outbox()).toEqual([['onSuccess', 'result']])
  expect(emulator.outbox()).toMatchObject([
    { time: '2016-08-15T15:00:02.000Z', body: { requestContext: { requestId: headers['X-Fc-Request-Id'] } } },
  ])
  expect(ids).toEqual([headers['X-Fc-Request-Id']])
})

test('an asynchronous invocation with an error is a failure', async () => {
  const { post, outbox } = createWithDestination(async () => {
    throw new Error('boom')
  })
  expect(await post(path, 'e', isAsync)).toMatchObject({ status: 202 })
  await settle()
  expect(outbox()).toEqual([['onFailure', expect.stringContaining('"boom"')]])
})

test('an asynchronous invocation as a task runs until the function ends', async () => {
  const gate = createGate()
  const { clock, post, send2021 } = createWithDestination(() => gate.promise)
  await post(path, 'e', asTask)
  clock.advance(60_000)
  expect(send2021('GET', task).body).toMatchObject({ status: 'Running' })
  gate.resolve('result')
  await settle()
  clock.advance(100)
  expect(send2021('GET', task).body).toMatchObject({
    status: 'Succeeded',
    durationMs: 60_000,
    destinationStatus: 'Succeeded',
  })
})

test('an asynchronous invocation as a task that fails has the error', async () => {
  const { clock, post, send2021 } = createWithDestination(() => new Error('handled'))
  await post(path, 'e', asTask)
  await settle()
  clock.advance(100)
  expect(send2021('GET', task).body).toMatchObject({
    status: 'Failed',
    durationMs: 0,
    invocationErrorMessage: 'HandledInvocationError',
  })
})

test.each<[string, (demo: ReturnType<typeof createWithDestination>, snapshot: string) => void]>([
  ['a stopped task', ({ send2021 }) => void send2021('PUT', task)],
  ['a restored snapshot', ({ emulator }, snapshot) => emulator.restore(snapshot)],
  [
    'a function that was deleted and created again',
    ({ send, send2021 }) => {
      send('DELETE', '/demo/functions/f')
      send('POST', '/demo/functions', leastFunction)
      send2021('PUT', '/demo/functions/f/async-invoke-config', { destinationConfig })
    },
  ],
  [
    'an account that was reset',
    ({ emulator, send, send2021 }) => {
      emulator.reset({ account: '1' })
      send('POST', '', { serviceName: 'demo' })
      send('POST', '/demo/functions', leastFunction)
      send2021('PUT', '/demo/functions/f/async-invoke-config', { destinationConfig })
    },
  ],
  [
    'a namespace that was reset and is empty',
    ({ emulator, send }) => {
      emulator.reset()
      send('GET', '/demo')
    },
  ],
  [
    'a namespace that was reset and filled',
    ({ emulator, send, send2021 }) => {
      emulator.reset()
      send('POST', '', { serviceName: 'demo' })
      send('POST', '/demo/functions', leastFunction)
      send2021('PUT', '/demo/functions/f/async-invoke-config', { destinationConfig })
    },
  ],
])('an asynchronous invocation of %s has no result', async (_, change) => {
  const gate = createGate()
  const demo = createLocal(() => gate.promise, { defaultAccount: '1' })
  demo.send2021('PUT', '/demo/functions/f/async-invoke-config', { destinationConfig })
  const snapshot = demo.emulator.snapshot()
  await demo.post(path, 'e', asTask)
  change(demo, snapshot)
  gate.resolve('late')
  await settle()
  expect(demo.outbox()).toEqual([])
})

test('an asynchronous invocation keeps its result if a seed or a cleared outbox changes the state in the meantime', async () => {
  const gate = createGate()
  const { emulator, post, outbox } = createWithDestination(() => gate.promise)
  await post(path, 'e', isAsync)
  emulator.seed({ 'aliyun-fc-2016-08-15': { services: [{ serviceName: 'other' }] } })
  emulator.clearOutbox()
  gate.resolve('kept')
  await settle()
  expect(outbox()).toEqual([['onSuccess', 'kept']])
})
