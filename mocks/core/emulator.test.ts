import { expect, test } from 'vitest'
import { baseApi } from '../../schemas/core/api.ts'
import { operation, response } from '../../schemas/core/operation.ts'
import { apiMock, type HandlersOf } from './handler.ts'
import type { RequestLogEntry } from './request-log/entry.ts'
import type { StateModel } from './store.ts'
import { Box, boxes, createBoxes as create, handlers, operations, state, type Weights } from './testing/boxes.ts'
import type { Send } from './testing/client.ts'

test('a response has the exact header names, a request id and its JSON', () => {
  const { send } = create()
  expect(send('PUT', '/v9/boxes/a', { weight: 5 })).toEqual({
    status: 200,
    headers: {
      Etag: 'e1',
      'X-Box-Request': expect.stringMatching(/^[0-9a-f-]{36}$/),
      'Content-Type': 'application/json',
    },
    body: { name: 'a', weight: 5 },
  })
  expect(send('GET', '/v9/boxes/a').body).toEqual({ name: 'a', weight: 5 })
})

test('a response without a body has no content type', () => {
  const result = create().send('DELETE', '/v9/boxes/a')
  expect(result).toEqual({ status: 204, headers: { 'X-Box-Request': expect.any(String) }, body: undefined })
})

test('an error has the envelope of the dialect, its message, the request id twice, and a rule with its source', () => {
  const result = create().send('PUT', '/v9/boxes/a', { weight: 90 })
  const requestId = result.headers['X-Box-Request']
  expect(result).toEqual({
    status: 409,
    headers: {
      'X-Box-Request': requestId,
      'X-Mock-Rule': '009 PutBox; Full: this box is full',
      'Content-Type': 'application/json',
    },
    body: { code: 'Full', message: 'this box is full', requestId },
  })
})

test('an error without a message uses the message of the error list', () => {
  expect(create().send('GET', '/v9/boxes/none').body.message).toBe('not found')
})

const put = (fields: object): Parameters<Send> => ['PUT', '/v9/boxes/a', { weight: 1, ...fields }]

const refusals: readonly [string, Parameters<Send>, number, string, string][] = [
  ['malformed JSON', ['PUT', '/v9/boxes/a', '{"weight":'], 400, 'Malformed', 'body: must be JSON in UTF-8'],
  ['no body', ['PUT', '/v9/boxes/a'], 400, 'Invalid', 'body: must be present'],
  ['an empty body', ['PUT', '/v9/boxes/a', ''], 400, 'Invalid', 'body: must be present'],
  ['a body that is null', ['PUT', '/v9/boxes/a', 'null'], 400, 'Invalid', 'body: must be present'],
  ['a list as body', ['PUT', '/v9/boxes/a', []], 400, 'Invalid', 'body: must be an object'],
  ['a missing field', ['PUT', '/v9/boxes/a', {}], 400, 'Invalid', 'weight: must be present'],
  ['a null field', ['PUT', '/v9/boxes/a', { weight: null }], 400, 'Invalid', 'weight: must be present'],
  ['a wrong type', ['PUT', '/v9/boxes/a', { weight: '5' }], 400, 'Invalid', 'weight: must be a number'],
  ['a fraction', ['PUT', '/v9/boxes/a', { weight: 0.5 }], 400, 'Invalid', 'weight: must be a whole number'],
  ['a value above its limit', ['PUT', '/v9/boxes/a', { weight: 101 }], 400, 'Invalid', 'weight: must be at most 100'],
  ['a nested field', ['PUT', '/v9/boxes/a', { weight: 1, tags: { x: 1 } }], 400, 'Invalid', 'tags.x: must be a string'],
  ['a field with its own code', put({ lids: [{ size: 1 }, {}] }), 400, 'BadLid', 'lids[1].size: must be present'],
  ['its parent field', put({ lids: 1 }), 400, 'Invalid', 'lids: must be a list'],
  [
    'a field whose code the operation does not have',
    put({ tags: { toll: 1 } }),
    400,
    'Invalid',
    'tags.toll: must be a string',
  ],
  ['a query above its limit', ['GET', '/v9/boxes/a?limit=10'], 400, 'Invalid', 'limit: must be at most 9'],
  ['a broken encoding', ['GET', '/v9/boxes/%E0%A4'], 400, 'Invalid', 'name: must be percent-encoded UTF-8'],
  ['a broken query', ['GET', '/v9/boxes/a?limit=%'], 400, 'Invalid', 'limit: must be percent-encoded UTF-8'],
  [
    'an unknown path',
    ['GET', '/v9/crates'],
    404,
    'NoPath',
    'the mock does not serve GET /v9/crates; none of its operations has this path',
  ],
  [
    'an unknown method',
    ['POST', '/v9/boxes/a'],
    405,
    'NoMethod',
    'the mock does not serve POST /v9/boxes/a; this path supports GET, PUT, DELETE',
  ],
]

test.each(refusals)('%s is rejected in the envelope of the API, and nothing is stored', (_, request, ...expected) => {
  const { emulator, send } = create()
  send('PUT', '/v9/boxes/kept', { weight: 1 })
  const before = emulator.exportState()
  const { status, headers, body } = send(...request)
  expect([status, body.code, body.message]).toEqual(expected)
  expect(headers['X-Mock-Rule']).toMatch(/^009( \w+)?; .*\w$/)
  expect(headers['X-Box-Request']).toBe(body.requestId)
  expect(emulator.exportState()).toBe(before)
})

test('a body above the limit is rejected, whether the adapter read it or stopped', () => {
  const { emulator, send } = create({ maxBodyBytes: 20 })
  expect(send('PUT', '/v9/boxes/a', { weight: 1, tags: { a: 'long' } }).body).toMatchObject({
    code: 'TooLarge',
    message: 'body: must have at most 20 bytes',
  })
  const wire = { method: 'PUT', path: '/v9/boxes/a', query: '', headers: {}, body: undefined, host: '' }
  expect(emulator.handle({ ...wire, tooLarge: true })).toMatchObject({ status: 413 })
})

test('a body above the limit is invalid if the operation has no code for its size', () => {
  const { send } = create({ maxBodyBytes: 20 })
  expect(send('GET', '/v9/boxes/a', 'far too long for this place').body).toMatchObject({
    code: 'Invalid',
    message: 'body: must have at most 20 bytes',
  })
})

test('a rule with characters from the client is a valid header', () => {
  const result = create().send('PUT', '/v9/boxes/a', { weight: 1, tags: { 'é\r\nX-Evil: 1': 1 } })
  expect(result.headers['X-Mock-Rule']).toBe('009 PutBox; tags.???X-Evil: 1: must be a string')
})

test('a handler that throws an error after storing has stored nothing', () => {
  const { send } = create()
  send('PUT', '/v9/boxes/a', { weight: 1 })
  send('PUT', '/v9/boxes/a', { weight: 90 })
  expect(send('GET', '/v9/boxes/a').body.weight).toBe(1)
})

test.each([
  ['an unexpected exception', 91, 'a secret of the implementation'],
  ['a result that violates its schema', 92, 'boxes PutBox 200: the body violates its schema'],
])('%s is thrown without onDefect', (_, weight, message) => {
  const { send } = create()
  expect(() => send('PUT', '/v9/boxes/a', { weight })).toThrow(message)
  expect(send('GET', '/v9/boxes/a').status).toBe(404)
})

test.each([91, 92])(
  'with onDefect, a defect returns the internal error without its message or stack (%i)',
  (weight) => {
    const defects: string[] = []
    const { send } = create({ onDefect: (_, place) => defects.push(place) })
    const result = send('PUT', '/v9/boxes/a', { weight })
    expect(result.status).toBe(500)
    expect(result.body).toEqual({ code: 'Internal', message: 'internal error', requestId: expect.any(String) })
    expect(JSON.stringify(result)).not.toMatch(/secret|\.ts|schema/)
    expect(defects).toEqual(['boxes PutBox'])
    expect(send('GET', '/v9/boxes/a').status).toBe(404)
  },
)

test('an operation without a handler returns its first example, including headers', () => {
  const examples = apiMock({ api: boxes, state, handlers: {} })
  const { send } = create({ mocks: [examples] })
  const result = send('GET', '/v9/boxes/any')
  expect(result).toMatchObject({ status: 200, headers: { Etag: 'abc' }, body: { name: 'example', weight: 1 } })
  expect(send('GET', '/v9/boxes/any?limit=10').status, 'it still validates').toBe(400)
})

test('a path outside of all APIs gets JSON that lists the served paths', () => {
  for (const path of ['/v90/boxes', '/elsewhere', '/docs/']) {
    const result = create().send('GET', path)
    expect(result.status).toBe(404)
    expect(result.body).toEqual({
      code: 'NoPath',
      message: `no API is served at ${path}`,
      requestId: expect.any(String),
      error: `no API is served at ${path}`,
      basePaths: [{ path: '/v9', api: 'boxes' }],
    })
  }
})

test('namespaces are isolated, and each can be reset alone', () => {
  const { send } = create()
  const one = { 'x-mock-namespace': 'one' }
  send('PUT', '/v9/boxes/a', { weight: 1 }, one)
  send('PUT', '/v9/boxes/a', { weight: 2 })
  expect(send('GET', '/v9/boxes/a', undefined, one).body.weight).toBe(1)
  expect(send('POST', '/_mock/reset', undefined, one).body).toEqual({ status: 'reset', namespace: 'one' })
  expect(send('GET', '/v9/boxes/a', undefined, one).status).toBe(404)
  expect(send('GET', '/v9/boxes/a').body.weight).toBe(2)
})

test('a snapshot can be restored several times, and into another namespace', () => {
  const { emulator, send } = create()
  send('PUT', '/v9/boxes/a', { weight: 1 })
  const snapshot = emulator.snapshot()
  send('PUT', '/v9/boxes/a', { weight: 2 })
  emulator.restore(snapshot)
  send('PUT', '/v9/boxes/a', { weight: 3 })
  emulator.restore(snapshot)
  expect(send('GET', '/v9/boxes/a').body.weight).toBe(1)
  emulator.restore(snapshot, { namespace: 'fork' })
  send('PUT', '/v9/boxes/a', { weight: 4 }, { 'x-mock-namespace': 'fork' })
  expect(send('GET', '/v9/boxes/a').body.weight).toBe(1)
})

test('an operation without handler and example is rejected when the emulator is created', () => {
  const mute = baseApi({
    ...boxes,
    operations: {
      getBox: operation({
        ...operations.getBox,
        success: { 200: response(Box, { description: 'The box.', examples: {} }) },
      }),
    },
  })
  expect(() => create({ mocks: [apiMock({ api: mute, state, handlers: {} })] })).toThrow(
    'boxes GetBox has neither a handler nor an example',
  )
})

test('a mock serves its own URLs below its base path, from the state of the namespace in the URL', () => {
  const respondToCaller: HandlersOf<typeof boxes, Weights>['getBox'] = ({ origin, namespace }) => {
    const weight = namespace === 'one' && origin === 'http://localhost' ? 1 : 0
    return { status: 200, headers: { ETag: 'e1' }, body: { name: 'a', weight }, delayMs: 7 }
  }
  const mock = apiMock({
    api: boxes,
    state,
    handlers: { ...handlers, getBox: respondToCaller },
    serveAddress: ({ path, query }, { find, clock }) =>
      path === '/v9/total' ? { status: 200, headers: {}, body: JSON.stringify([find(query), clock.now()]) } : undefined,
    addressPurpose: 'total',
  })
  const { send } = create({ mocks: [mock] })
  const one = { 'x-mock-namespace': 'one' }
  send('PUT', '/v9/boxes/a', { weight: 1 }, one)
  expect(send('GET', '/v9/boxes/a', undefined, one)).toMatchObject({ body: { weight: 1 }, delayMs: 7 })
  expect(send('GET', '/v9/total?one').body).toEqual([{ a: 1 }, 0])
  expect(send('GET', '/v9/total?never').body, 'an unknown one is at its beginning').toEqual([{}, 0])
  expect(send('GET', '/v9/other').body.code).toBe('NoPath')
  const found = send('GET', '/_mock/request-log?purpose=total').body.entries
  expect(found.map(({ request, purpose }: RequestLogEntry) => [request.query, purpose])).toEqual([
    ['one', 'total'],
    ['never', 'total'],
  ])
})

test('handlers get the configured behaviour in every namespace, and invalid behaviour is rejected immediately', () => {
  const model: StateModel<Weights> = {
    ...state,
    readBehaviour: (part) => {
      if (typeof part !== 'function') throw new TypeError('boxes: must be a function')
      return part
    },
  }
  const getBox: NonNullable<typeof handlers.getBox> = ({ path: { name }, behaviour }) => {
    const toWeight = behaviour as (name: string) => number // the model above has tested it
    return { status: 200, headers: { ETag: 'e1' }, body: { name, weight: toWeight(name) } }
  }
  const mocks = [apiMock({ api: boxes, state: model, handlers: { ...handlers, getBox } })]
  const { send } = create({ mocks, behaviour: { boxes: (name: string) => name.length } })
  send('PUT', '/v9/boxes/a', { weight: 1 })
  expect(send('GET', '/v9/boxes/abc', undefined, { 'x-mock-namespace': 'one' }).body.weight).toBe(3)
  send('POST', '/_mock/reset')
  expect(send('GET', '/v9/boxes/ab').body.weight).toBe(2)
  expect(() => create({ mocks, behaviour: { boxes: 5 } })).toThrow('boxes: must be a function')
})
