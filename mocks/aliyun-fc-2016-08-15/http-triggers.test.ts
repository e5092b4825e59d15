import { createRequire } from 'node:module'
import { describe, expect, test } from 'vitest'
import type { FcBehaviour } from '../aliyun-fc/invocation-rules.ts'
import { createDemo } from '../aliyun-fc/testing/fc.ts'
import type { WireRequest, WireResponse } from '../core/wire.ts'

type Rule = NonNullable<FcBehaviour['invocations']>[number]

/** The vendor's own signing, in a package without types: a static method of its client. */
const vendor = createRequire(import.meta.url)('@alicloud/fc2') as {
  getSignature: (id: string, secret: string, method: string, path: string, headers: object, queries: object) => string
}

const key = { id: 'id', secret: 'a-secret' }
const anonymous = { authType: 'anonymous', methods: ['GET', 'POST'] }

/** A service `demo` with a function `f`. The trigger is stored before credentials are checked. */
function createTriggered(config: object = anonymous, options: Parameters<typeof createDemo>[0] = {}) {
  const demo = createDemo(options)
  const { send } = demo
  const added = send('POST', '/demo/functions/f/triggers', {
    triggerName: 'web',
    triggerType: 'http',
    triggerConfig: config,
  })
  expect(added.status).toBe(200)
  return { ...demo, visit: toVisit(demo.emulator.handle) }
}

/** Sends a request through the trigger. The path continues after `/proxy`. */
function toVisit(handle: (request: WireRequest) => WireResponse | Promise<WireResponse>) {
  return (method: string, path: string, body?: string, headers: WireRequest['headers'] = {}) => {
    const [pathOnly = '', query = ''] = `/2016-08-15/proxy${path}`.split('?')
    const bytes = body === undefined ? undefined : new TextEncoder().encode(body)
    const response = handle({ method, path: pathOnly, query, headers, body: bytes, host: 'localhost' }) as WireResponse
    const text = response.body instanceof Uint8Array ? new TextDecoder().decode(response.body) : response.body
    return { ...response, text }
  }
}

const withRule = (rule: Rule) => ({ behaviour: { invocations: [rule] } })

/** Status and code of an error in the envelope of the API. */
function toCode({ status, text = '' }: { readonly status: number; readonly text: string | undefined }) {
  const { ErrorCode, ErrorMessage, errorCode } = JSON.parse(text)
  expect(ErrorCode.toLowerCase()).toBe(errorCode.toLowerCase()) // W3
  expect(ErrorMessage).not.toBe('')
  return [status, ErrorCode]
}

test.each(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])('%s reaches the function', (method) => {
  const { visit } = createTriggered(
    { ...anonymous, methods: [method] },
    withRule({ response: { kind: 'text', text: 'it works' }, http: { status: 201, headers: { 'X-Own': 'yes' } } }),
  )
  const { status, headers, text } = visit(method, '/demo/f/a/b?c=d', method === 'GET' ? undefined : 'the event')
  expect([status, text]).toEqual([201, method === 'HEAD' ? undefined : 'it works'])
  expect(headers).toEqual({
    'Content-Type': 'application/octet-stream',
    'X-Own': 'yes',
    'X-Fc-Request-Id': expect.stringMatching(/^[\da-f-]{36}$/),
  })
})

test('the event is the body of the request', () => {
  const { visit } = createTriggered()
  expect(visit('POST', '/demo/f', 'hello world').text).toBe('hello world')
  expect(visit('GET', '/demo/f/').text).toBe('')
})

test('a trigger without methods allows every method', () => {
  const { visit } = createTriggered({ authType: 'anonymous' })
  expect(visit('PATCH', '/demo/f/', 'x')).toMatchObject({ status: 200, text: 'x' })
})

test('headers of the rule replace those of the mock in any case', () => {
  const { visit } = createTriggered(
    anonymous,
    withRule({ response: { kind: 'json', value: {} }, http: { headers: { 'content-type': 'text/html' } } }),
  )
  const { headers } = visit('GET', '/demo/f/')
  expect(headers).toEqual({ 'content-type': 'text/html', 'X-Fc-Request-Id': expect.any(String) })
})

test.each([204, 205, 304])('a response with the status %i has no body', (status) => {
  const { visit } = createTriggered(anonymous, withRule({ response: { kind: 'echo' }, http: { status } }))
  const { body, headers } = visit('POST', '/demo/f/', 'event')
  expect([body, Object.keys(headers)]).toEqual([undefined, ['X-Fc-Request-Id']])
})

test('a failing function is 502 with the type of the error', () => {
  const { visit } = createTriggered(anonymous, withRule({ response: { kind: 'unhandledError', message: 'exited' } }))
  const { status, headers, text } = visit('GET', '/demo/f/')
  expect([status, headers['X-Fc-Error-Type'], text]).toEqual([
    502,
    'UnhandledInvocationError',
    '{"errorMessage":"exited"}',
  ])
})

describe('a local function', () => {
  test('gets the request', () => {
    const { visit } = createTriggered(
      { authType: 'anonymous' },
      withRule({
        answer: (event, { http }) => [`${event}`, http?.method, http?.path, http?.query.getAll('a'), http?.headers],
      }),
    )
    expect(JSON.parse(visit('PUT', '/demo/f/a%20b/?a=1&a=%2F', 'e', { 'x-own': 'yes' }).text ?? '')).toEqual([
      ...['e', 'PUT', '/a%20b/', ['1', '/']],
      { 'x-own': 'yes' },
    ])
    expect(JSON.parse(visit('GET', '/demo/f').text ?? '')[2]).toBe('/')
  })

  test('returns a response, which replaces that of the rule', () => {
    const { visit } = createTriggered(
      anonymous,
      withRule({
        answer: (event) =>
          String(event) === '' ? 'plain' : { statusCode: 404, headers: { 'X-Own': 'no' }, body: 'none' },
        http: { status: 201, headers: { 'X-Rule': 'yes' } },
      }),
    )
    expect(visit('POST', '/demo/f', 'e')).toMatchObject({ status: 404, headers: { 'X-Own': 'no' }, text: 'none' })
    expect(visit('POST', '/demo/f', 'e').headers).not.toHaveProperty('X-Rule')
    expect(visit('POST', '/demo/f')).toMatchObject({ status: 201, headers: { 'X-Rule': 'yes' }, text: 'plain' })
  })

  test('may return a promise, and a thrown error is 502', async () => {
    const { emulator } = createTriggered(
      anonymous,
      withRule({
        answer: async () => {
          throw new Error('boom')
        },
      }),
    )
    const path = '/2016-08-15/proxy/demo/f/'
    const response = emulator.handle({
      method: 'GET',
      path,
      query: '',
      headers: {},
      body: undefined,
      host: 'localhost',
    })
    expect(response).toBeInstanceOf(Promise)
    expect(await response).toMatchObject({ status: 502, headers: { 'X-Fc-Error-Type': 'UnhandledInvocationError' } })
    expect(emulator.requestLog({ path: '/proxy/' })).toMatchObject([{ response: { status: 502 } }])
  })
})

test('an asynchronous request is accepted, and its result goes to the destination', () => {
  const { visit, send, emulator } = createTriggered()
  const destinationConfig = { onSuccess: { destination: 'acs:mns:::/queues/q' } }
  send('PUT', '/demo/functions/f/async-invoke-config', { destinationConfig })
  const { status, body } = visit('POST', '/demo/f/', 'x', { 'x-fc-invocation-type': 'Async' })
  expect([status, body]).toEqual([202, undefined])
  expect(emulator.outbox()).toMatchObject([{ reason: 'onSuccess', body: { requestPayload: 'x' } }])
})

describe('qualifiers', () => {
  const createQualified = () => {
    const fc = createTriggered(anonymous, {
      behaviour: {
        invocations: [
          { version: '1', response: { kind: 'text', text: 'version 1' } },
          { version: 'LATEST', response: { kind: 'text', text: 'latest' } },
        ],
      },
    })
    fc.send('POST', '/demo/versions')
    fc.send('POST', '/demo/aliases', { aliasName: 'prod', versionId: '1' })
    for (const qualifier of ['prod', '1']) {
      const triggerConfig = { authType: 'anonymous', methods: qualifier === 'prod' ? ['GET'] : ['PUT'] }
      const trigger = { triggerName: `of-${qualifier}`, triggerType: 'http', qualifier, triggerConfig }
      expect(fc.send('POST', '/demo/functions/f/triggers', trigger).status).toBe(200)
    }
    return fc
  }

  test.each([
    ['GET', '/demo/f/', 'latest'],
    ['POST', '/demo.LATEST/f/', 'latest'],
    ['GET', '/demo.prod/f/', 'version 1'],
    ['PUT', '/demo.1/f/', 'version 1'],
  ])('%s %s invokes %s', (method, path, text) => {
    expect(createQualified().visit(method, path)).toMatchObject({ status: 200, text })
  })

  test('the methods are those of the trigger for the qualifier', () => {
    const { visit } = createQualified()
    expect(toCode(visit('POST', '/demo.prod/f/'))).toEqual([403, 'AccessDenied'])
    expect(toCode(visit('GET', '/demo.1/f/'))).toEqual([403, 'AccessDenied'])
  })

  test('a function has no trigger for other qualifiers', () => {
    const { visit, send } = createQualified()
    send('POST', '/demo/aliases', { aliasName: 'other', versionId: '1' })
    expect(toCode(visit('GET', '/demo.other/f/'))).toEqual([404, 'TriggerNotFound'])
  })

  test('a service may have a dot in its name', () => {
    const { send, visit } = createTriggered()
    send('POST', '', { serviceName: 'a.b' })
    const code = { ossBucketName: 'b', ossObjectName: 'o' }
    send('POST', '/a.b/functions', { functionName: 'f', handler: 'h.h', runtime: 'nodejs8', code })
    send('POST', '/a.b/functions/f/triggers', { triggerName: 't', triggerType: 'http', triggerConfig: anonymous })
    expect(visit('POST', '/a.b/f/', 'x')).toMatchObject({ status: 200, text: 'x' })
  })
})

test('a trigger of FC 2021-04-06 has the same address', () => {
  const { call2021, emulator } = createDemo()
  const visit = toVisit(emulator.handle)
  const triggerConfig = JSON.stringify({ authType: 'anonymous', methods: ['GET'] })
  const trigger = { triggerName: 't', triggerType: 'http', triggerConfig }
  expect(call2021('POST', '/services/demo/functions/f/triggers', trigger).status).toBe(200)
  expect(visit('GET', '/demo/f/').status).toBe(200)
  const disabled = JSON.stringify({ disableURLInternet: true })
  call2021('PUT', '/services/demo/functions/f/triggers/t', { triggerConfig: disabled })
  expect(toCode(visit('GET', '/demo/f/'))).toEqual([403, 'AccessDenied'])
})

describe('errors', () => {
  test.each([
    ['ServiceNotFound', 404, 'GET', '/none/f/'],
    ['FunctionNotFound', 404, 'GET', '/demo/none/'],
    ['VersionNotFound', 404, 'GET', '/demo.9/f/'],
    ['AliasNotFound', 404, 'GET', '/demo.none/f/'],
    ['TriggerNotFound', 404, 'GET', '/demo/g/'],
    ['AccessDenied', 403, 'DELETE', '/demo/f/'],
    ['EntityTooLarge', 400, 'POST', '/demo/f/'],
    ['ResourceExhausted', 429, 'GET', '/demo/busy/'],
    ['PathNotSupported', 400, 'GET', '/demo'],
  ])('%s has the status %i', (code, status, method, path) => {
    const { call2021, send, emulator, visit } = createTriggered(anonymous, { maxBodyBytes: 1000 })
    for (const functionName of ['g', 'busy']) {
      const source = { ossBucketName: 'b', ossObjectName: 'o' }
      send('POST', '/demo/functions', { functionName, handler: 'h.h', runtime: 'nodejs8', code: source })
    }
    const trigger = { triggerName: 't', triggerType: 'http', triggerConfig: anonymous }
    send('POST', '/demo/functions/busy/triggers', trigger)
    send('POST', '/demo/functions/g/triggers', { ...trigger, triggerType: 'oss' })
    call2021('PUT', '/services/demo/functions/busy/on-demand-config?qualifier=LATEST', { maximumInstanceCount: 0 })
    const before = emulator.exportState()
    const response = visit(method, path, code === 'EntityTooLarge' ? 'x'.repeat(1001) : undefined)
    expect(toCode(response)).toEqual([status, code])
    expect(response.headers['X-Mock-Rule']).toMatch(/; .* ./)
    expect(emulator.exportState()).toBe(before)
  })
})

describe('credentials', () => {
  const now = Date.UTC(2016, 7, 15, 15)
  const date = new Date(now).toUTCString()
  const signed = (query: object = {}, at = now, secret = key.secret): WireRequest['headers'] => {
    const headers = { date: new Date(at).toUTCString() }
    const path = '/2016-08-15/proxy/demo/f/'
    return { ...headers, authorization: vendor.getSignature(key.id, secret, 'GET', path, headers, query) }
  }

  /** The same state behind a mock that checks credentials. */
  function createGuarded(mode: 'present' | 'verify', authType: string | undefined) {
    const open = createTriggered({ ...(authType !== undefined && { authType }), methods: ['GET'] })
    const guarded = createDemo({ auth: { mode, credentials: [key] } })
    guarded.emulator.importState(open.emulator.exportState())
    return toVisit(guarded.emulator.handle)
  }

  test.each(['function', undefined])('authType %s requires a valid signature', (authType) => {
    const visit = createGuarded('verify', authType)
    expect(visit('GET', '/demo/f/', undefined, signed()).status).toBe(200)
    expect(visit('GET', '/demo/f/?b=2&a=x%20y', undefined, signed({ a: 'x y', b: '2' })).status).toBe(200)
  })

  test.each<[cause: string, headers: WireRequest['headers'], status: number, code: string]>([
    ['neither date nor signature', {}, 400, 'MissingRequiredHeader'],
    ['no signature', { date }, 400, 'InvalidArgument'],
    ['another scheme', { date, authorization: 'Bearer x' }, 400, 'InvalidArgument'],
    ['a malformed signature', { date, authorization: 'FC x' }, 400, 'InvalidArgument'],
    ['another key', { ...signed(), authorization: 'FC other:x' }, 403, 'InvalidAccessKeyID'],
    ['a wrong secret', signed({}, now, 'other'), 403, 'SignatureNotMatch'],
    ['another query', signed({ a: '1' }), 403, 'SignatureNotMatch'],
    ['an old date', signed({}, now - 1_000_000), 403, 'RequestTimeTooSkewed'],
  ])('authType function: %s', (_, headers, status, code) => {
    expect(toCode(createGuarded('verify', 'function')('GET', '/demo/f/', undefined, headers))).toEqual([status, code])
  })

  test.each([{}, { date }, { date, authorization: 'Bearer x' }, signed({}, now, 'other')])(
    'authType anonymous accepts %j',
    (headers) => {
      expect(createGuarded('verify', 'anonymous')('GET', '/demo/f/', undefined, headers).status).toBe(200)
    },
  )

  test('a mock that only requires credentials does not verify them', () => {
    const visit = createGuarded('present', 'function')
    expect(visit('GET', '/demo/f/', undefined, signed({}, now, 'other')).status).toBe(200)
    expect(toCode(visit('GET', '/demo/f/', undefined, { date }))).toEqual([400, 'InvalidArgument'])
  })

  test('a mock that checks no credentials accepts every request', () => {
    const { visit } = createTriggered({ authType: 'function' })
    expect(visit('GET', '/demo/f/').status).toBe(200)
  })

  test('the account of the credentials is the account of the request', () => {
    const auth = { mode: 'verify', credentials: [{ ...key, accountId: '42' }] } as const
    const owner = createTriggered({ authType: 'function', methods: ['GET'] }, { defaultAccount: '42' })
    const guarded = createDemo({ auth, defaultAccount: '7' })
    guarded.emulator.importState(owner.emulator.exportState())
    const visit = toVisit(guarded.emulator.handle)
    expect(visit('GET', '/demo/f/', undefined, signed()).status).toBe(200)
    expect(toCode(visit('GET', '/demo/f/'))).toEqual([404, 'ServiceNotFound'])
  })
})

test('W27: InvokeFunction does not invoke a function with an HTTP trigger', () => {
  const { send, visit } = createTriggered()
  const invoke = () => send('POST', '/demo/functions/f/invocations', {})
  expect(invoke()).toMatchObject({
    status: 400,
    body: { ErrorCode: 'InvalidArgument', ErrorMessage: expect.stringContaining("the HTTP trigger 'web'") },
  })
  expect(visit('GET', '/demo/f/').status).toBe(200)
  send('DELETE', '/demo/functions/f/triggers/web')
  expect(invoke().status).toBe(200)
})

test('the request log names requests through a trigger, also rejected ones', () => {
  const { visit, emulator } = createTriggered()
  visit('GET', '/demo/f/a')
  visit('GET', '/demo/none/a')
  const found = emulator.requestLog({ purpose: 'HTTP trigger' })
  expect(found.map(({ operation, code }) => [operation, code])).toEqual([
    [undefined, undefined],
    [undefined, 'FunctionNotFound'],
  ])
  expect(emulator.requests.expect({ purpose: 'HTTP trigger' }, { times: 2 })).toEqual(found)
})
