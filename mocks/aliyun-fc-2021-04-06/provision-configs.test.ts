import { expect, test } from 'vitest'
import { createPublished } from './testing/config-requests.ts'

const config = '/services/demo/functions/f/provision-config?qualifier=prod'
const window = { startTime: '2016-08-01T00:00:00Z', endTime: '2016-08-16T00:00:00Z' }

function createProvisioned(body: object) {
  const published = createPublished()
  const put = published.call('PUT', config, body)
  const read = () => {
    const { target, current } = published.call('GET', config).body
    return { target, current }
  }
  return { ...published, put, read }
}

test('running instances follow the target with the time, up and down', () => {
  const { clock, call, put, read } = createProvisioned({ target: 8 })
  expect(put.body).toEqual({
    resource: '123456789012#demo#prod#f',
    target: 8,
    current: 0,
    scheduledActions: [],
    targetTrackingPolicies: [],
    alwaysAllocateCPU: true,
  })
  clock.advance(1000)
  expect(read()).toEqual({ target: 8, current: 5 })
  clock.advance(1000)
  expect(read()).toEqual({ target: 8, current: 8 })
  expect(call('PUT', config, { target: 0 }).body).toMatchObject({ target: 0, current: 8 })
  clock.advance(600)
  expect(read()).toEqual({ target: 0, current: 5 })
  clock.advance(60_000)
  expect(read()).toEqual({ target: 0, current: 0 })
})

test('a function without a configuration has no provisioned instances', () => {
  const { call } = createPublished()
  const response = call('GET', config, undefined, { 'x-fc-account-id': '42' })
  expect(response).toMatchObject({ status: 200, body: { resource: '42#demo#prod#f', target: 0, current: 0 } })
  const ifMatch = { 'if-match': response.headers.ETag ?? '' }
  expect(call('PUT', config, { target: 0 }, ifMatch).status, 'nobody else created one').toBe(200)
  expect(call('PUT', config, { target: 0 }, ifMatch).status).toBe(412)
  expect(call('GET', '/provision-configs').body).toEqual({ provisionConfigs: [] })
})

test('a scheduled action sets the target from the next full minute on, as long as it applies', () => {
  const evening = { name: 'evening', ...window, target: 50, scheduleExpression: 'cron(0 0 20 * * *)' }
  const night = { name: 'night', ...window, target: 2, scheduleExpression: 'cron(0 0 22 * * *)' }
  const { clock, put, read } = createProvisioned({ target: 5, scheduledActions: [evening, night] })
  expect(put.body, 'at once, the target is the one of the request').toMatchObject({ target: 5, current: 0 })
  clock.advance(60_000)
  expect(read(), 'at 15:01, the action of 22:00 yesterday was the last').toEqual({ target: 2, current: 5 })
  clock.advance(5 * 3600_000 - 60_000)
  expect(read().target, 'at 20:00').toBe(50)
  clock.advance(10_000)
  expect(read()).toEqual({ target: 50, current: 50 })
  clock.advance(2 * 3600_000)
  expect(read(), 'at 22:00:10').toEqual({ target: 2, current: 2 })
  clock.advance(3 * 3600_000)
  expect(read().target, 'after the end').toBe(5)
})

test('an action at one time sets the target once, and a policy limits the target', () => {
  const once = { name: 'once', target: 7, scheduleExpression: 'at(2016-08-15T15:02:00Z)' }
  const policy = {
    name: 'p',
    ...window,
    metricType: 'CPUUtilization',
    metricTarget: 0.6,
    minCapacity: 6,
    maxCapacity: 10,
  }
  const { clock, call, read } = createProvisioned({
    target: 3,
    scheduledActions: [once],
    targetTrackingPolicies: [policy],
  })
  clock.advance(60_000)
  expect(read().target).toBe(6)
  clock.advance(60_000)
  expect(read().target).toBe(7)
  const kept = call('PUT', config, { target: 20 }).body
  expect([kept.scheduledActions, kept.targetTrackingPolicies], 'absent rules stay').toEqual([[once], [policy]])
  const removed = call('PUT', config, { target: 20, scheduledActions: [], targetTrackingPolicies: [] }).body
  expect([removed.scheduledActions, removed.targetTrackingPolicies]).toEqual([[], []])
  clock.advance(60_000)
  expect(read().target).toBe(20)
})

test('the instances are the same whether or not they were read in between', () => {
  const actions = [
    { name: 'up', target: 10_000, scheduleExpression: 'cron(0 0 * * * *)' },
    { name: 'down', target: 0, scheduleExpression: 'cron(0 50 * * * *)' },
  ]
  const [often, once] = [1, 2].map(() => createProvisioned({ target: 1, scheduledActions: actions }))
  for (let minute = 0; minute < 125; minute += 1) {
    often?.clock.advance(60_000)
    often?.read()
  }
  once?.clock.advance(125 * 60_000)
  expect(often?.read()).toEqual(once?.read())
  expect(once?.read(), 'at 17:05: the last ten minutes of the hour stopped 3000').toEqual({
    target: 10_000,
    current: 8500,
  })
})

const action = { name: 'a', ...window, target: 1, scheduleExpression: 'cron(0 */30 * * * *)' }

test.each([
  [{}, /^target: /],
  [{ target: 10_001 }, /^target: /],
  [{ target: 1, scheduledActions: [action, action] }, /^scheduledActions\[1\]\.name: 'a' occurs more than once/],
  [
    { target: 1, scheduledActions: [{ ...action, startTime: '2020-10-10T10:10:10' }] },
    /^scheduledActions\[0\]\.startTime: must be in UTC/,
  ],
  [
    { target: 1, scheduledActions: [{ ...action, endTime: '2020-13-10T10:10:10Z' }] },
    /^scheduledActions\[0\]\.endTime: /,
  ],
  [
    { target: 1, scheduledActions: [{ ...action, scheduleExpression: 'cron(0s */30 * * * *)' }] },
    /^scheduledActions\[0\]\.scheduleExpression: /,
  ],
  [
    { target: 1, scheduledActions: [{ ...action, scheduleExpression: '0 */30 * * * *' }] },
    /^scheduledActions\[0\]\.scheduleExpression: /,
  ],
  [
    { target: 1, scheduledActions: Array.from({ length: 101 }, (_, i) => ({ ...action, name: `a${i}` })) },
    /^scheduledActions: /,
  ],
  [
    { target: 1, targetTrackingPolicies: [{ minCapacity: 2, maxCapacity: 1 }] },
    /^targetTrackingPolicies\[0\]\.minCapacity: /,
  ],
  [{ target: 1, targetTrackingPolicies: [{ metricType: 'Load' }] }, /^MetricType is set to an invalid value/],
])('the configuration %j is rejected with the name of the field, and not stored', (body, message) => {
  const { call } = createPublished()
  const response = call('PUT', config, body)
  expect(response).toMatchObject({ status: 400, body: { Code: 'InvalidArgument' } })
  expect(response.body.Message).toMatch(message)
  expect(call('GET', config).body.target).toBe(0)
})

test('If-Match prevents a change of another state', () => {
  const { call, put } = createProvisioned({ target: 1 })
  const { ETag = '' } = put.headers
  expect(call('GET', config).headers.ETag).toBe(ETag)
  expect(call('PUT', config, { target: 2 }, { 'if-match': ETag }).status).toBe(200)
  expect(call('PUT', config, { target: 3 }, { 'if-match': ETag })).toMatchObject({ status: 412 })
  expect(call('GET', config).body.target).toBe(2)
})

test('the list has the configurations with instances, of all services or of one, in pages', () => {
  const { clock, send, call } = createPublished()
  const toTargets = ({ provisionConfigs }: { provisionConfigs: { target: number }[] }) =>
    provisionConfigs.map(({ target }) => target)
  const list = (query = '') => toTargets(call('GET', `/provision-configs${query}`).body)
  send('POST', '', { serviceName: 'a' })
  send('POST', '/a/functions', { functionName: 'f', handler: 'h', runtime: 'nodejs8', code: { zipFile: '' } })
  call('PUT', '/services/a/functions/f/provision-config?qualifier=LATEST', { target: 1 })
  call('PUT', '/services/demo/functions/f/provision-config?qualifier=LATEST', { target: 2 })
  call('PUT', config, { target: 3 })
  expect(list()).toEqual([1, 2, 3])
  expect(list('?serviceName=demo')).toEqual([2, 3])
  expect(list('?serviceName=demo&qualifier=prod')).toEqual([3])
  expect(call('GET', '/provision-configs?qualifier=prod')).toMatchObject({
    status: 400,
    body: { Message: expect.stringMatching(/^serviceName: /) },
  })
  const first = call('GET', '/provision-configs?limit=2').body
  expect(toTargets(call('GET', `/provision-configs?limit=2&nextToken=${first.nextToken}`).body)).toEqual([3])
  clock.advance(1000)
  call('PUT', config, { target: 0 })
  expect(list()).toEqual([1, 2, 0])
  clock.advance(1000)
  expect(list()).toEqual([1, 2])
})

test('a function or an alias with provisioned instances is deleted only after they have stopped', () => {
  const { clock, call } = createProvisioned({ target: 2 })
  const ofFunction = '/services/demo/functions/f/provision-config?qualifier=LATEST'
  call('PUT', ofFunction, { target: 2 })
  clock.advance(1000)
  const deletions = ['/services/demo/aliases/prod', '/services/demo/functions/f']
  const remove = () => deletions.map((path) => call('DELETE', path))
  const refused = { status: 409, body: { Code: 'ProvisionConfigExist' } }
  expect(remove()).toMatchObject([refused, refused])
  call('PUT', config, { target: 0 })
  call('PUT', ofFunction, { target: 0 })
  expect(remove(), 'the instances are stopping').toMatchObject([refused, refused])
  clock.advance(1000)
  expect(remove()).toMatchObject([{ status: 204 }, { status: 204 }])
})
