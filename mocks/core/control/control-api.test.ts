import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { apis } from '../../../schemas/apis.ts'
import { type Served, serve } from '../../adapters/http/node.ts'
import { commands } from './commands.ts'
import { ControlError } from './control-error.ts'

let served: Served
let mock: Served['emulator']
beforeEach(async () => {
  served = await serve({ port: 0, deterministic: 1, requestLog: { entries: 5, bodyBytes: 20 } })
  mock = served.emulator
})
afterEach(() => served.close())

// biome-ignore lint/suspicious/noExplicitAny: tests look into bodies whose shape is what they are about
type ResponseReading = { readonly status: number; readonly body: any }

const ask = async (
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<ResponseReading> => {
  const text = body === undefined ? null : typeof body === 'string' ? body : JSON.stringify(body)
  const response = await fetch(served.url + path, { method, headers, body: text })
  const result = await response.text()
  return { status: response.status, body: result === '' ? undefined : JSON.parse(result) }
}
const control = (method: string, path: string, body?: unknown, headers?: Record<string, string>) =>
  ask(method, `/_mock/${path}`, body, headers)

const services = '/2016-08-15/services'
const create = (serviceName: string, headers?: Record<string, string>) =>
  ask('POST', services, { serviceName }, headers)
const list = async (headers?: Record<string, string>): Promise<string[]> =>
  (await ask('GET', services, undefined, headers)).body.services.map(
    (item: { serviceName: string }) => item.serviceName,
  )
const inOther = { 'X-Mock-Namespace': 'other' }

/** What a control refuses in code. */
const refusal = (act: () => unknown) => {
  try {
    act()
  } catch (error) {
    if (error instanceof ControlError) return error.kind
    throw error
  }
  return 'nothing'
}

test('health and ready, over HTTP and in code', async () => {
  expect(await control('GET', 'health')).toEqual({ status: 200, body: mock.health() })
  expect(await control('GET', 'ready')).toEqual({ status: 200, body: mock.ready() })
  const operations = apis.flatMap((api) => Object.keys(api.operations)).length
  expect(mock.ready()).toMatchObject({ status: 'ready', operations, implemented: operations, deterministic: true })
})

test('reset applies to a namespace, to one of its accounts, or to everything', async () => {
  const fill = async () => {
    await create('a', { 'X-Fc-Account-Id': '1' })
    await create('b', { 'X-Fc-Account-Id': '2' })
    await create('c', inOther)
  }
  const found = async () => [
    await list({ 'X-Fc-Account-Id': '1' }),
    await list({ 'X-Fc-Account-Id': '2' }),
    await list(inOther),
  ]
  const acts: [() => unknown, () => Promise<ResponseReading>, string[][]][] = [
    [() => mock.reset(), () => control('POST', 'reset'), [[], [], ['c']]],
    [() => mock.reset({ account: '2' }), () => control('POST', 'reset', { account: '2' }), [['a'], [], ['c']]],
    [() => mock.reset({ namespace: 'other' }), () => control('POST', 'reset', undefined, inOther), [['a'], ['b'], []]],
    [() => mock.resetAll(), () => control('POST', 'reset', { all: true }), [[], [], []]],
  ]
  for (const [inCode, overHttp, left] of acts) {
    await fill()
    inCode()
    expect(await found()).toEqual(left)
    mock.resetAll()
    await fill()
    expect((await overHttp()).status).toBe(200)
    expect(await found()).toEqual(left)
    mock.resetAll()
  }
})

test('seed adds resources, from JSON, from YAML, and in code', async () => {
  const seed = (serviceName: string) => ({ 'aliyun-fc-2016-08-15': { services: [{ serviceName }] } })
  mock.seed(seed('code'))
  expect((await control('POST', 'seed', seed('json'))).status).toBe(200)
  const yaml = 'aliyun-fc-2016-08-15:\n  services:\n    - serviceName: yaml\n'
  expect((await control('POST', 'seed', yaml, { 'Content-Type': 'application/yaml' })).status).toBe(200)
  expect(await list()).toEqual(['code', 'json', 'yaml'])
  expect(await list(inOther)).toEqual([])
})

test('snapshot, restore and fork, over HTTP and in code', async () => {
  await create('a')
  const { body } = await control('POST', 'snapshot')
  const inCode = mock.snapshot()
  await create('b')
  expect((await control('GET', 'snapshot')).body).toEqual({ snapshots: mock.snapshots() })
  expect(mock.snapshots()).toMatchObject([
    { id: body.snapshot, namespace: 'default' },
    { id: inCode, namespace: 'default' },
  ])
  expect((await control('POST', 'fork', { to: 'other' })).status).toBe(200)
  mock.fork('third')
  expect([await list(inOther), await list({ 'X-Mock-Namespace': 'third' })]).toEqual([
    ['a', 'b'],
    ['a', 'b'],
  ])
  expect((await control('POST', 'restore', { snapshot: body.snapshot })).status).toBe(200)
  expect(await list()).toEqual(['a'])
  mock.restore(inCode, { namespace: 'other' })
  expect(await list(inOther)).toEqual(['a'])
  expect((await control('DELETE', 'snapshot')).status).toBe(200)
  expect(mock.snapshots()).toEqual([])
})

test('a snapshot has the time of the clock and the size of the exported state, and is deleted alone', async () => {
  await create('a')
  mock.clock.set('2030-01-02T03:04:05Z')
  const small = mock.snapshot()
  const exported = mock.exportState()
  await create('b')
  const large = mock.snapshot()
  const [first, second] = mock.snapshots()
  expect(first?.time).toMatch(/^2030-01-02T03:04:05\.\d{3}Z$/)
  // An exported state also has the number of requests.
  expect(exported.length - (first?.bytes ?? 0)).toBe('"ticks":1,'.length)
  expect(second?.bytes).toBeGreaterThan(exported.length)
  expect((await control('DELETE', `snapshot?id=${small}`)).status).toBe(200)
  expect(mock.snapshots().map(({ id }) => id)).toEqual([large])
  expect((await control('DELETE', `snapshot?id=${small}`)).status).toBe(404)
  expect(() => mock.dropSnapshots(small)).toThrow('there is no snapshot')
  mock.dropSnapshots(large)
  expect(mock.snapshots()).toEqual([])
})

test('the request log is limited, its bodies are truncated, and every filter works', async () => {
  await create('with-a-name-that-is-long')
  await create('a', inOther)
  await ask('GET', `${services}/none`, undefined, { 'X-Fc-Account-Id': '7' })
  const all = (await control('GET', 'request-log')).body.entries
  expect(all).toEqual(mock.requestLog())
  expect(all).toHaveLength(3)
  expect(all[0].request.body).toEqual({ text: '{"serviceName":"with', bytes: 42, truncated: true })
  const filters = {
    api: ['aliyun-fc-2016-08-15', 3],
    operation: ['GetService', 1],
    namespace: ['other', 1],
    account: ['7', 1],
    status: ['404', 1],
    code: ['ServiceNotFound', 1],
    path: ['/none', 1],
    since: ['1', 2],
    limit: ['2', 2],
  } as const
  for (const [name, [value, count]] of Object.entries(filters)) {
    const { body } = await control('GET', `request-log?${name}=${value}`)
    expect(body.entries, name).toHaveLength(count)
    const typed = name === 'status' || name === 'since' || name === 'limit' ? Number(value) : value
    expect(mock.requestLog({ [name]: typed }), name).toEqual(body.entries)
  }
  for (let at = 0; at < 9; at += 1) await list()
  expect(mock.requestLog().map(({ id }) => id)).toEqual([8, 9, 10, 11, 12])
  expect((await control('DELETE', 'request-log')).status).toBe(200)
  expect(mock.requestLog()).toEqual([])
})

test('coverage shows that every operation is implemented, and which responses it returned', async () => {
  await ask('GET', `${services}/none`)
  const { body } = await control('GET', 'coverage')
  expect(body).toEqual({ apis: mock.coverage() })
  for (const { operations, implemented, detail } of mock.coverage()) {
    expect(implemented).toBe(operations)
    expect(detail.map(({ respondedBy }) => respondedBy)).not.toContain('examples')
  }
  const [fc] = mock.coverage()
  expect(fc?.exercised).toBe(1)
  expect(fc?.detail.find(({ operation }) => operation === 'GetService')).toMatchObject({
    calls: 1,
    statuses: { 404: 1 },
    errors: { ServiceNotFound: 1 },
    unseen: { statuses: [200], errors: expect.not.arrayContaining(['ServiceNotFound']) },
    provenance: 'documented',
    marks: expect.not.objectContaining({ ServiceNotFound: expect.anything() }),
  })
  const settings = fc?.detail.find(({ operation }) => operation === 'GetAccountSettings')
  expect(settings).toMatchObject({ provenance: 'observed', marks: { 200: 'observed', AccessDenied: 'observed' } })
  expect((await control('DELETE', 'coverage')).status).toBe(200)
  expect(mock.coverage()[0]?.exercised).toBe(0)
})

test('the clock is read, set, advanced and released, over HTTP and in code', async () => {
  expect((await control('GET', 'clock')).body).toEqual(mock.clock.read())
  expect((await control('POST', 'clock', { set: '2030-01-02T03:04:05Z' })).body.now).toBe('2030-01-02T03:04:05.000Z')
  expect(mock.clock.advance(60_000).now).toBe('2030-01-02T03:05:05.000Z')
  expect((await control('POST', 'clock', { advance: 1000 })).body.now).toBe('2030-01-02T03:05:06.000Z')
  expect(mock.clock.set(0).now).toBe('1970-01-01T00:00:00.000Z')
  expect((await create('a')).body.createdTime).toBe('1970-01-01T00:00:00.000+0000')
  expect((await control('DELETE', 'clock')).body).toMatchObject({ touched: false })
})

describe('faults', () => {
  const { signal } = new AbortController()
  /** What a client sees of a request. */
  const see = async (limitMs = 2000): Promise<string> => {
    const start = performance.now()
    try {
      const response = await fetch(served.url + services, {
        signal: AbortSignal.any([signal, AbortSignal.timeout(limitMs)]),
      })
      await response.text()
      return performance.now() - start > 90 ? `late ${response.status}` : String(response.status)
    } catch (error) {
      return error instanceof DOMException && error.name === 'TimeoutError' ? 'hang' : 'broken'
    }
  }

  test.each([
    [{ status: 503 }, '503'],
    [{ delayMs: 100 }, 'late 200'],
    [{ connection: 'reset' as const }, 'broken'],
    [{ connection: 'truncate' as const }, 'broken'],
    [{ connection: 'hang' as const }, 'hang'],
  ])('%j applies to its number of requests, injected over HTTP or in code', async (fault, seen) => {
    const plan = { operation: 'ListServices' as const, count: 1, ...fault }
    const { status, body } = await control('POST', 'faults', plan)
    expect([status, body]).toEqual([200, { id: 'fault-1', ...plan, met: 0 }])
    expect((await control('GET', 'faults')).body).toEqual({ faults: mock.faults.list() })
    expect(await see(400)).toBe(seen)
    expect(await see()).toBe('200')
    mock.faults.add(plan)
    expect(await see(400)).toBe(seen)
    expect(mock.faults.list()).toEqual([])
  })

  test.each([
    { status: 503 },
    { delayMs: 1 },
    { connection: 'reset' as const },
    { connection: 'truncate' as const },
    { connection: 'hang' as const },
  ])('%j applies to a share of the requests given by its probability', (fault) => {
    mock.faults.add({ ...fault, probability: 0.25 })
    const wire = { method: 'GET', path: services, query: '', headers: {}, body: undefined, host: '' }
    for (let at = 0; at < 400; at += 1) served.emulator.handle(wire)
    const [injected] = mock.faults.list()
    expect(injected?.met).toBeGreaterThan(70)
    expect(injected?.met).toBeLessThan(130)
  })

  test('an unknown operation gets a suggestion, or a few names', async () => {
    const toMessage = async (operation: string) =>
      String((await control('POST', 'faults', { operation, status: 503 })).body.error)
    expect(await toMessage('GetServise')).toBe('operation: "GetServise" does not exist; did you mean "GetService"?')
    const [, names = ''] = (await toMessage('Nothing')).split('; operations are ')
    const listed = names.split(', ')
    expect([listed.length, new Set(listed).size, listed.at(-1)]).toEqual([6, 6, '…'])
  })

  test.each([false, true])('an injected error violates no rule, carried out: %s', async (carriedOut) => {
    mock.faults.add({ error: 'ResourceThrottled', carriedOut })
    const { headers } = await fetch(`${served.url}${services}/none`)
    expect(headers.get('X-Mock-Rule')).toBe('injected fault-1')
    const [entry] = mock.requestLog()
    expect(entry).toMatchObject({ code: 'ResourceThrottled', faultId: 'fault-1' })
    expect(entry).not.toHaveProperty('rule')
    expect(entry).not.toHaveProperty('ruleUrl')
  })

  test('a fault is removed by its id, or all faults are removed', async () => {
    const { id } = mock.faults.add({ status: 503 })
    mock.faults.add({ status: 429 })
    expect((await control('DELETE', `faults?id=${id}`)).status).toBe(200)
    expect(await see()).toBe('429')
    expect((await control('DELETE', 'faults')).status).toBe(200)
    expect(await see()).toBe('200')
  })
})

test('the state is exported and imported', async () => {
  await create('a')
  const text = mock.exportState()
  expect((await control('GET', 'state')).body).toEqual(JSON.parse(text))
  mock.resetAll()
  expect((await control('POST', 'state', text)).status).toBe(200)
  expect(await list()).toEqual(['a'])
  expect(mock.exportState()).toContain('"a"')
})

const wrong: readonly [string, string, unknown, number, string, (() => unknown)?][] = [
  ['POST', 'reset', { al: true }, 400, 'al', undefined],
  ['POST', 'reset', { namespace: 'two words' }, 400, 'namespace', () => mock.reset({ namespace: 'two words' })],
  ['POST', 'reset', '{"all"', 400, 'the body must be JSON', undefined],
  [
    'POST',
    'seed',
    'aliyun-fc-2016-08-15:\n  services: []\n',
    400,
    'the body must be JSON in UTF-8; to send YAML over HTTP, add the header content-type: application/yaml',
    undefined,
  ],
  ['POST', 'seed', [], 400, 'a seed must be an object', () => mock.seed([] as never)],
  ['POST', 'seed', undefined, 400, 'a seed must be an object', () => mock.seed(undefined as never)],
  ['POST', 'seed', { aws: {} }, 400, 'aws: is not the id of an API', () => mock.seed({ aws: {} } as never)],
  [
    'POST',
    'seed',
    { 'aliyun-fc-2016-08-15': { services: [{ serviceName: 1 }] } },
    400,
    'services[0].serviceName: must be a string',
    () => mock.seed({ 'aliyun-fc-2016-08-15': { services: [{ serviceName: 1 as never }] } }),
  ],
  ['POST', 'snapshot', { name: 'x' }, 400, 'name', undefined],
  ['POST', 'restore', {}, 400, 'snapshot: must be present', undefined],
  ['POST', 'restore', { snapshot: 'none' }, 404, 'there is no snapshot none', () => mock.restore('none')],
  ['POST', 'fork', {}, 400, 'to: must be present', undefined],
  ['POST', 'fork', { to: 'a b' }, 400, 'namespace', () => mock.fork('a b')],
  ['GET', 'request-log?colour=red', undefined, 400, 'colour: the request log can be filtered by api, ', undefined],
  ['GET', 'request-log?operation=Foo', undefined, 400, 'operation: "Foo" does not exist; operations are ', undefined],
  ['GET', 'request-log?operation=getservices', undefined, 400, 'did you mean "GetService"?', undefined],
  [
    'GET',
    'request-log?api=aws',
    undefined,
    400,
    'api: "aws" is not served; served are aliyun-fc-2016-08-15',
    undefined,
  ],
  ['GET', 'request-log?status=many', undefined, 400, 'status: must be a whole number', undefined],
  [
    'GET',
    'request-log?since=yesterday',
    undefined,
    400,
    'since: must be',
    () => mock.requestLog({ since: 'yesterday' }),
  ],
  ['POST', 'clock', {}, 400, 'the clock needs either set', undefined],
  ['POST', 'clock', { set: 1, advance: 1 }, 400, 'the clock needs either set', undefined],
  ['POST', 'clock', { set: 'noon' }, 400, 'set: must be', () => mock.clock.set('noon')],
  ['POST', 'clock', { set: -1 }, 400, 'set: must be between', () => mock.clock.set(-1)],
  ['POST', 'clock', { advance: -1 }, 400, 'advance: must be', () => mock.clock.advance(-1)],
  ['POST', 'faults', {}, 400, 'fault: must have at least one of', () => mock.faults.add({})],
  ['POST', 'faults', { status: 200 }, 400, 'status: must be at least 400', () => mock.faults.add({ status: 200 })],
  ['POST', 'faults', { status: 503, probability: 2 }, 400, 'probability: must be at most 1', undefined],
  ['POST', 'faults', { status: 503, count: 0 }, 400, 'count: must be at least 1', undefined],
  [
    'POST',
    'faults',
    { status: 503, operation: 'No' },
    400,
    'operation: "No" does not exist; operations are ',
    undefined,
  ],
  ['POST', 'faults', { connection: 'melt' }, 400, 'connection: must be one of reset, truncate, hang', undefined],
  ['DELETE', 'faults?id=none', undefined, 404, 'there is no fault none', () => mock.faults.clear('none')],
  ['POST', 'state', '{"half', 400, '', () => mock.importState('{"half')],
  ['GET', 'nothing', undefined, 404, 'the control API has no /_mock/nothing', undefined],
  ['PUT', 'reset', undefined, 405, '/_mock/reset supports POST', undefined],
]

test.each(wrong)('%s %s with %j is %i: %s', async (method, path, body, status, words, inCode) => {
  await create('a')
  const before = mock.exportState()
  const result = await control(method, path, body)
  expect([result.status, result.body.error]).toEqual([status, expect.stringContaining(words)])
  expect(result.body.error.length).toBeGreaterThan(5)
  if (inCode) expect(refusal(inCode)).toBe(status === 404 ? 'missing' : 'invalid')
  expect(mock.exportState(), 'nothing was changed').toBe(before)
})

test('with a token, all paths except health and ready require it', async () => {
  const guarded = await serve({ port: 0, controlToken: 'chosen' })
  try {
    for (const [path, methods] of commands) {
      for (const [method, command] of Object.entries(methods)) {
        const response = await fetch(`${guarded.url}/_mock${path}`, { method })
        expect(response.status === 401, `${method} ${path}`).toBe(!command.isOpen)
      }
    }
    const response = await fetch(`${guarded.url}/_mock/coverage`, { headers: { 'X-Mock-Token': 'chosen' } })
    expect(response.status).toBe(200)
  } finally {
    await guarded.close()
  }
})
