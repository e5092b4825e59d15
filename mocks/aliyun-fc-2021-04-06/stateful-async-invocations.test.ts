import { expect, test } from 'vitest'
import type { InvocationRule } from '../aliyun-fc/invocation-rules.ts'
import { createPublished } from './testing/config-requests.ts'

const tasks = '/services/demo/functions/f/stateful-async-invocations'
const start = Date.UTC(2016, 7, 15, 15)
const isAsync = { 'x-fc-invocation-type': 'Async' }

/** The function `f`, whose asynchronous invocations are tasks. */
function createStateful(config: object = {}, ...invocations: InvocationRule[]) {
  const published = createPublished({ behaviour: { invocations } })
  const { call, invoke } = published
  const configure = (qualifier: string) =>
    call('PUT', `/services/demo/functions/f/async-invoke-config?qualifier=${qualifier}`, {
      statefulInvocation: true,
      ...config,
    })
  configure('LATEST')
  configure('prod')
  /** Starts a task and returns its id. */
  const run = (event = '', place = 'demo/f'): string => {
    const [, qualifier = 'LATEST'] = place.replace('/f', '').split('.')
    const idsOf = () =>
      call('GET', `${tasks}?limit=100&qualifier=${qualifier}`).body.invocations.map(toId) as readonly string[]
    const before = new Set(idsOf())
    expect(invoke(place, event, isAsync).status).toBe(202)
    return idsOf().find((id) => !before.has(id)) ?? ''
  }
  const list = (query = '') => call('GET', `${tasks}${query}`).body
  const read = (id: string, query = '') => call('GET', `${tasks}/${id}${query}`).body
  const stop = (id: string, query = '') => call('PUT', `${tasks}/${id}${query}`)
  return { ...published, run, list, read, stop }
}

const toId = ({ invocationId }: { invocationId: string }) => invocationId

const slow: InvocationRule = { response: { kind: 'echo' }, delayMs: 1000 }

test('a task waits, runs for the delay of its rule, and succeeds', () => {
  const { run, read, clock } = createStateful({}, slow)
  const id = run('the event')
  const waiting = {
    serviceName: 'demo',
    functionName: 'f',
    qualifier: 'LATEST',
    invocationId: id,
    status: 'Enqueued',
    startedTime: start,
    alreadyRetriedTimes: 0,
    requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
    invocationPayload: 'the event',
    events: [{ eventId: 1, status: 'Enqueued', timestamp: start, eventDetail: '' }],
  }
  expect(read(id)).toEqual(waiting)
  clock.advance(100)
  const running = { status: 'Running', instanceId: expect.any(String) }
  expect(read(id)).toMatchObject(running)
  expect(read(id)).not.toHaveProperty('endTime')
  clock.advance(1000)
  expect(read(id)).toEqual({
    ...waiting,
    ...running,
    status: 'Succeeded',
    endTime: start + 1100,
    durationMs: 1000,
    events: [
      ...waiting.events,
      { eventId: 2, status: 'Running', timestamp: start + 100, eventDetail: '' },
      { eventId: 3, status: 'Succeeded', timestamp: start + 1100, eventDetail: '' },
    ],
  })
})

test('a failed task shows its error and its retries; the destination is served', () => {
  const failure: InvocationRule = { response: { kind: 'unhandledError', message: 'm' } }
  const destinationConfig = { onFailure: { destination: 'acs:mns:cn-shanghai:123:/queues/q/messages' } }
  const { run, read, clock, emulator } = createStateful({ maxAsyncRetryAttempts: 1, destinationConfig }, failure)
  const id = run()
  clock.advance(100)
  const error = { invocationErrorMessage: 'UnhandledInvocationError' }
  expect(read(id)).toMatchObject({ status: 'Retrying', alreadyRetriedTimes: 0, ...error })
  clock.advance(1000)
  const failed = read(id)
  expect(failed).toMatchObject({ status: 'Failed', alreadyRetriedTimes: 1, destinationStatus: 'Succeeded', ...error })
  expect(failed.events.at(-1).eventDetail).toBe('{"Error":"UnhandledInvocationError"}')
  const [entry] = emulator.outbox()
  expect(entry?.body).toMatchObject({ requestContext: { requestId: failed.requestId } })
})

test('a task without retries in its configuration has three', () => {
  const failure: InvocationRule = { response: { kind: 'handledError', message: 'm' } }
  const { run, read, clock } = createStateful({}, failure)
  const id = run()
  clock.advance(3600_000)
  expect(read(id)).toMatchObject({ status: 'Failed', alreadyRetriedTimes: 3 })
  expect(read(id)).not.toHaveProperty('destinationStatus')
})

test('only asynchronous invocations of a function with this setting are tasks', () => {
  const { call, invoke, list } = createStateful()
  invoke('demo/f')
  expect(list().invocations).toEqual([])
  call('PUT', '/services/demo/functions/f/async-invoke-config', { statefulInvocation: false })
  invoke('demo/f', '', isAsync)
  expect(list().invocations).toEqual([])
})

test('a request can make its invocation a task, and choose the id of the task', () => {
  const { call, read, list } = createStateful({ statefulInvocation: false })
  const invoke = (headers: Record<string, string>) =>
    call('POST', '/services/demo/functions/f/invocations', {}, headers).status
  const enable = { 'x-fc-stateful-async-invocation-enable': 'true' }
  const withId = { 'x-fc-stateful-async-invocation-id': 'my-id' }
  expect(invoke({ ...isAsync, ...withId }), 'not enabled').toBe(202)
  expect(invoke({ ...enable, ...withId }), 'not asynchronous').toBe(200)
  expect(list().invocations).toEqual([])
  expect(invoke({ ...isAsync, ...enable, ...withId })).toBe(202)
  expect(read('my-id')).toMatchObject({ invocationId: 'my-id', status: 'Enqueued', invocationPayload: '{}' })
  expect(invoke({ ...isAsync, ...enable, ...withId }), 'it exists').toBe(409)
  expect(invoke({ ...isAsync, ...enable })).toBe(202)
  expect(list().invocations).toHaveLength(2)
  expect(invoke({ ...isAsync, ...enable, 'x-fc-stateful-async-invocation-id': '1 2' })).toBe(400)
})

test('a task that waits stops at once, one that runs after a moment, and one that has ended cannot be stopped', () => {
  const { run, read, stop, clock } = createStateful({}, slow)
  const [waiting, running] = [run(), run()]
  expect(stop(waiting)).toMatchObject({ status: 200, body: undefined })
  expect(read(waiting)).toMatchObject({ status: 'Stopped', endTime: start, durationMs: 0 })
  clock.advance(500)
  expect(stop(running).status).toBe(200)
  expect(stop(running).status, 'again').toBe(200)
  expect(read(running)).toMatchObject({ status: 'Stopping' })
  clock.advance(100)
  expect(read(running)).toMatchObject({ status: 'Stopped', endTime: start + 600, durationMs: 500 })
  for (const id of [waiting, running]) {
    const refused = { status: 412, body: { Code: 'StatefulAsyncInvocationAlreadyCompleted' } }
    expect(stop(id)).toMatchObject(refused)
  }
})

test('tasks belong to a qualifier', () => {
  const { run, list, read, call } = createStateful()
  const id = run('', 'demo.prod/f')
  expect(list('?qualifier=prod').invocations).toMatchObject([{ invocationId: id, qualifier: 'prod' }])
  expect(read(id, '?qualifier=prod')).toMatchObject({ qualifier: 'prod' })
  expect(list().invocations).toEqual([])
  expect(call('GET', `${tasks}/${id}`)).toMatchObject({
    status: 404,
    body: { Code: 'StatefulAsyncInvocationNotFound' },
  })
})

test('a list is filtered by status, time and prefix, and sorted by time', () => {
  const { run, list, clock } = createStateful({}, slow)
  const first = run()
  clock.advance(2000)
  const second = run('payload')
  const ids = (query = '') => list(query).invocations.map(toId)
  expect(ids()).toEqual([second, first])
  expect(ids('?sortOrderByTime=asc')).toEqual([first, second])
  expect(ids('?status=Succeeded')).toEqual([first])
  expect(ids('?status=Enqueued')).toEqual([second])
  expect(ids(`?startedTimeBegin=${start + 1}`)).toEqual([second])
  expect(ids(`?startedTimeBegin=${start}&startedTimeEnd=${start}`)).toEqual([first])
  expect(ids(`?invocationIdPrefix=${second.slice(0, 30)}`)).toEqual([second])
  expect(list().invocations[0]).not.toHaveProperty('invocationPayload')
  expect(list('?includePayload=true').invocations[0].invocationPayload).toBe('payload')
})

test.each(['asc', 'desc'])('pages in the order %s have each task once, also those of one millisecond', (order) => {
  const { run, list, call, clock } = createStateful()
  const started = Array.from({ length: 7 }, (_, index) => {
    if (index % 3 === 2) clock.advance(10)
    return run()
  })
  const found: string[] = []
  let token = ''
  do {
    const page = list(`?limit=2&sortOrderByTime=${order}&nextToken=${token}`)
    found.push(...page.invocations.map(toId))
    token = page.nextToken ?? ''
  } while (token !== '')
  expect(found).toHaveLength(7)
  expect([...found].sort()).toEqual([...started].sort())
  const { nextToken } = list(`?limit=2&sortOrderByTime=${order}`)
  const other = order === 'asc' ? 'desc' : 'asc'
  const refused = { status: 400, body: { Code: 'InvalidArgument' } }
  expect(call('GET', `${tasks}?sortOrderByTime=${other}&nextToken=${nextToken}`)).toMatchObject(refused)
})

test('the functions with tasks are listed with their qualifiers, in pages', () => {
  const { call } = createStateful()
  const path = '/stateful-async-invocation-functions'
  call('PUT', '/services/demo/functions/f/async-invoke-config?qualifier=1', { statefulInvocation: false })
  const names = { serviceName: 'demo', functionName: 'f' }
  const all = [
    { ...names, qualifier: 'LATEST' },
    { ...names, qualifier: 'prod' },
  ]
  expect(call('GET', path).body).toEqual({ data: all })
  const { nextToken } = call('GET', `${path}?limit=1`).body
  expect(call('GET', `${path}?nextToken=${nextToken}`).body).toEqual({ data: all.slice(1) })
  expect(call('GET', `${path}?nextToken=`).body).toEqual({ data: all })
  expect(call('GET', `${path}?limit=0`).body).toEqual({ data: [] })
})

test('a function that is deleted and created again has no earlier tasks', () => {
  const { run, list, send } = createStateful()
  run()
  send('DELETE', '/demo/functions/f')
  send('POST', '/demo/functions', { functionName: 'f', handler: 'h', runtime: 'nodejs8', code: { zipFile: '' } })
  expect(list().invocations).toEqual([])
})

test('an instance is listed while it runs a task, and so are provisioned instances', () => {
  const { run, read, call, clock } = createStateful({}, slow)
  const list = (query = '') => call('GET', `/services/demo/functions/f/instances${query}`).body.instances
  const id = run('', 'demo.prod/f')
  expect(list('?qualifier=prod')).toEqual([])
  clock.advance(100)
  const { instanceId } = read(id, '?qualifier=prod')
  expect(list('?qualifier=prod')).toEqual([{ instanceId, versionId: '1' }])
  expect(list()).toEqual([])
  clock.advance(1000)
  expect(list('?qualifier=prod')).toEqual([])
  call('PUT', '/services/demo/functions/f/provision-config?qualifier=prod', { target: 3 })
  clock.advance(1000)
  const provisioned = list('?qualifier=prod')
  expect(provisioned).toHaveLength(3)
  expect(list('?qualifier=prod&limit=2'), 'the same instances').toEqual(provisioned.slice(0, 2))
})
