import { expect, test } from 'vitest'
import { findContract } from '../../apis.ts'
import { TransportFailure } from '../http/transport.ts'
import type { Recorded } from './recorded.ts'
import type { TrafficOptions } from './seen.ts'
import { createTrafficJudge } from './traffic-judge.ts'

const contract = findContract('aliyun-fc-2016-08-15')

function createJudge(options: Partial<TrafficOptions> = {}) {
  const judge = createTrafficJudge({
    contract,
    profile: 'observed',
    allowUndocumented: [],
    comparesStates: false,
    checksRequests: false,
    ...options,
  })
  const find = (recorded: Recorded) => judge.watch(recorded.request)(recorded)
  const see = (recorded: Recorded) => find(recorded).map(({ operation, rule }) => `${operation.id} › ${rule}`)
  const statusOf = (id: string) => judge.outcomes().find(({ check }) => check.id === id)?.status
  return { ...judge, find, see, statusOf }
}

interface Given {
  readonly method?: string
  readonly path?: string
  readonly sent?: unknown
  readonly status?: number
  readonly body?: unknown
  readonly account?: string
}

let requestId = 0

function toRecorded(given: Given): Recorded {
  const { method = 'GET', path = '/services/shop', sent, status = 200, body = {}, account } = given
  requestId += 1
  return {
    request: {
      method,
      url: `http://127.0.0.1/2016-08-15${path}`,
      headers: account === undefined ? [] : [['X-Fc-Account-Id', account]],
      body: sent === undefined ? new Uint8Array() : Buffer.from(JSON.stringify(sent)),
    },
    response: {
      status,
      headers: [
        ['Content-Type', 'application/json'],
        ['X-Fc-Request-Id', String(requestId)],
      ],
      body: body === 'missing' ? 'missing' : Buffer.from(JSON.stringify(body)),
    },
    startedAt: Date.UTC(2026, 0),
    durationMs: 1,
  }
}

const service = {
  serviceName: 'shop',
  description: '',
  serviceId: 'a',
  createdTime: '2026-01-01T00:00:00Z',
  lastModifiedTime: '2026-01-01T00:00:00Z',
}
const toError = (code: string) => ({ ErrorCode: code, ErrorMessage: 'why', errorCode: code, errorMessage: 'why' })

test('a finding is new once, and its check fails', () => {
  const { see, statusOf, counts } = createJudge()
  const wrong = () => toRecorded({ body: { ...service, serviceId: 7 } })
  expect(see(toRecorded({ body: service }))).toEqual([])
  expect(see(wrong())).toEqual(['GetService › every-success-matches-schema'])
  expect(see(wrong())).toEqual([])
  expect(see(toRecorded({ body: { ...service, createdTime: 7 } }))).toEqual([
    'GetService › every-success-matches-schema',
  ])
  expect(statusOf('GetService › every-success-matches-schema')).toBe('failed')
  expect(statusOf('GetService › no-response-is-a-server-error')).toBe('passed')
  expect(statusOf('ListServices › every-success-matches-schema')).toBe('skipped')
  expect(counts).toMatchObject({ requests: 4, judged: 4 })
})

test.each([
  [
    'a success status that the source does not list',
    { status: 201, body: service },
    ['GetService › success-status-is-documented'],
  ],
  ['an undocumented error code', { status: 404, body: toError('Nonsense') }, ['GetService › error-code-is-documented']],
  ['a documented error code', { status: 404, body: toError('ServiceNotFound') }, []],
  ['throttling', { status: 429, body: toError('Nonsense') }, []],
  ['a wrong body that was not recorded', { body: 'missing' }, []],
  ['an unknown path', { path: '/nothing', status: 500 }, []],
])('%s', (_, given, expected) => {
  expect(createJudge().see(toRecorded(given))).toEqual(expected)
})

const invalid = { method: 'POST', path: '/services', sent: { serviceName: 7 } }

test('an invalid request is noted, and is a finding only if requests are checked', () => {
  const judge = createJudge()
  expect(judge.see(toRecorded({ ...invalid, body: service }))).toEqual([])
  expect(judge.see(toRecorded({ ...invalid, status: 400, body: toError('InvalidArgument') }))).toEqual([])
  const notes = judge.outcomes().flatMap(({ observations }) => observations)
  expect(notes).toEqual([
    { about: 'a request of CreateService with body.serviceName: must be a string', behaviour: 'accepted' },
    { about: expect.any(String), behaviour: 'rejected with status 400' },
  ])
  const id = 'CreateService › request-matches-schema'
  expect(createJudge({ checksRequests: true }).see(toRecorded({ ...invalid, body: service }))).toEqual([id])
})

test.each([
  [invalid.sent, 'body.serviceName must be a string', 'body.serviceName 7'],
  [{}, 'body.serviceName must be present', 'body.serviceName absent'],
  [{ serviceName: 'shop', role: 5, description: 6 }, 'must be a string; body.', 'role 5'],
])('the finding about the request %j states the rule and what came apart', (sent, expected, actual) => {
  const [found] = createJudge({ checksRequests: true }).find(toRecorded({ ...invalid, sent, body: service }))
  expect(found?.finding.expected).toContain(expected)
  expect(found?.finding.expected).toMatch(/^a request that matches its schema: /)
  expect(found?.finding.actual).toContain(actual)
})

test('a limit of a parameter is the rule of its number', () => {
  const given = toRecorded({ path: '/services?limit=1000000', body: { services: [] } })
  const [found] = createJudge({ checksRequests: true }).find(given)
  expect(found?.finding.expected).toMatch(/query\.limit must be at most \d+$/)
  expect(found?.finding.actual).toBe('query.limit 1000000')
})

test.each([
  ['a misspelled field', { serviceName: 'shop', descripton: '' }, 1],
  ['a required field that is missing', {}, 1],
  ['null for an absent field, as clients of the vendor send it', { serviceName: 'shop', description: null }, 0],
])('the request with %s', (_, sent, findings) => {
  const { see } = createJudge({ checksRequests: true })
  expect(see(toRecorded({ method: 'POST', path: '/services', sent, body: service }))).toHaveLength(findings)
})

test('responses are compared only if no other client changes the server', () => {
  const changed = [
    toRecorded({ body: service }),
    toRecorded({ body: { ...service, description: 'of another client' } }),
  ]
  const id = 'GetService › fields-agree-with-other-operations'
  const plain = createJudge()
  expect(changed.flatMap(plain.see)).toEqual([])
  expect(plain.statusOf(id)).toBe('skipped')
  expect(changed.flatMap(createJudge({ comparesStates: true }).see)).toEqual([id])
})

test('each account has its own resources', () => {
  const other = { ...service, description: 'other' }
  const { see } = createJudge({ comparesStates: true })
  expect(see(toRecorded({ body: service, account: '1' }))).toEqual([])
  expect(see(toRecorded({ body: other, account: '2' }))).toEqual([])
  expect(see(toRecorded({ body: other, account: '1' }))).toEqual(['GetService › fields-agree-with-other-operations'])
})

test('a server that closes a connection is blamed only if it sends other responses', () => {
  const { response: _, ...rest } = toRecorded({})
  const cut: Recorded = { ...rest, failure: new TransportFailure('reset', 'the connection closed') }
  const id = 'GetService › response-is-complete'
  const judge = createJudge()
  expect(judge.see(cut)).toEqual([])
  expect(judge.statusOf(id)).toBe('errored')
  judge.see(toRecorded({ body: service }))
  expect(judge.see(cut)).toEqual([id])
  expect(judge.statusOf(id)).toBe('failed')
  expect(judge.see(rest)).toEqual([])
})
