import { expect, test } from 'vitest'
import { aliyunFc20160815 as api } from '../../../schemas/aliyun-fc-2016-08-15/api.ts'
import { resources } from '../../../schemas/aliyun-fc-2016-08-15/resources.ts'
import { aliyunFc20210406 } from '../../../schemas/aliyun-fc-2021-04-06/api.ts'
import { resources as fc2021Resources } from '../../../schemas/aliyun-fc-2021-04-06/resources.ts'
import type { Operation } from '../../../schemas/core/operation.ts'
import { toExchange } from '../../testing/exchange.ts'
import type { Exchange } from '../http/exchange.ts'
import { createJudge } from './judge.ts'
import { type JudgedRule, type JudgeOptions, judgedRules } from './judgement.ts'

const { createService, deleteService, getService, listServices, updateService } = api.operations
const options: JudgeOptions = { api, resources, profile: 'observed', consistencyMs: 0, allowUndocumented: [] }

const first = '2026-01-02T03:04:05.000+0000'
const second = '2026-01-02T03:05:05.000+0000'
const stored = {
  serviceName: 'a',
  serviceId: 'id-1',
  description: 'one',
  createdTime: first,
  lastModifiedTime: first,
}
const notFound = { ErrorCode: 'ServiceNotFound', ErrorMessage: 'no' }

let count = 0

interface Parts {
  readonly status?: number
  readonly path?: string
  readonly sent?: unknown
  readonly etag?: string
  readonly headers?: Exchange['response']['headers']
}

/** An exchange with a new request id. Default: a success for the service `a`. */
function respond(operation: Operation, body: unknown, parts: Parts = {}): Exchange {
  const { status = 200, path = '/services/a', sent, etag, headers } = parts
  count += 1
  const exchange = toExchange(operation, status, body, {
    headers: headers ?? [
      ...(body === undefined ? [] : [['Content-Type', 'application/json'] as const]),
      ['X-Fc-Request-Id', `request-${count}`],
      ...(etag === undefined ? [] : [['ETag', etag] as const]),
    ],
  })
  const request = {
    method: operation.method.toUpperCase(),
    url: `http://fake/2016-08-15${path}`,
    headers: [],
    body: sent === undefined ? new Uint8Array() : Buffer.from(JSON.stringify(sent)),
  }
  return { ...exchange, request }
}

const create = (fields: object = {}, etag = 'tag-1') =>
  respond(
    createService,
    { ...stored, ...fields },
    {
      path: '/services',
      sent: { serviceName: 'a', description: 'one' },
      etag,
    },
  )
const read = (fields: object = {}, etag = 'tag-1') => respond(getService, { ...stored, ...fields }, { etag })
const changed = { description: 'two', lastModifiedTime: second }
const update = (fields: object = {}, etag = 'tag-2') =>
  respond(updateService, { ...stored, ...changed, ...fields }, { sent: { description: 'two' }, etag })
const remove = () => respond(deleteService, undefined, { status: 204 })
const list = (services: readonly object[]) => respond(listServices, { services }, { path: '/services' })

function judge(exchanges: readonly Exchange[], changes: Partial<JudgeOptions> = {}) {
  const created = createJudge({ ...options, ...changes })
  for (const exchange of exchanges) created.watch(exchange.operation)(exchange)
  return created.findings().map(({ operation, rule }) => `${operation} › ${rule}`)
}

const withoutId = [['Content-Type', 'application/json']] as const

/** For each rule a sequence that breaks only this rule, and the operation that the finding names. */
const broken: Readonly<Record<JudgedRule, readonly [operation: Operation, exchanges: () => readonly Exchange[]]>> = {
  'every-success-matches-schema': [getService, () => [read({ description: 7 })]],
  'every-error-has-documented-body': [getService, () => [respond(getService, notFound, { status: 409 })]],
  'no-response-is-a-server-error': [getService, () => [respond(getService, { ...notFound }, { status: 500 })]],
  'every-response-has-request-id': [
    getService,
    () => [read(), respond(getService, notFound, { status: 404, headers: withoutId })],
  ],
  'request-ids-are-unique': [
    listServices,
    () => {
      const exchange = list([])
      return [exchange, exchange]
    },
  ],
  'headers-are-not-repeated': [
    getService,
    () => [respond(getService, stored, { headers: [...withoutId, ['ETag', 'a'], ['ETag', 'b']] })],
  ],
  'no-response-has-undocumented-properties': [getService, () => [read({ colour: 'red' })]],
  'empty-response-has-no-content-type': [
    deleteService,
    () => [respond(deleteService, undefined, { status: 204, headers: withoutId })],
  ],
  'fields-agree-with-other-operations': [getService, () => [create(), read({ role: 'other' }), list([stored])]],
  'etag-agrees-with-other-operations': [getService, () => [create(), read({}, 'tag-9')]],
  'etag-follows-state': [updateService, () => [create(), update({}, 'tag-1')]],
  'times-have-documented-form': [getService, () => [read({ createdTime: '2026-01-02T03:04:05' })]],
  'modified-time-never-decreases': [
    updateService,
    () => [create({ lastModifiedTime: second }), update({ lastModifiedTime: first })],
  ],
  'times-are-of-one-clock': [
    createService,
    () => {
      const toFields = (ms: number) => {
        const time = new Date(Date.now() + ms).toISOString()
        return { createdTime: time, lastModifiedTime: time }
      }
      return [update(toFields(0)), create(toFields(8 * 3_600_000))]
    },
  ],
  'ids-are-never-reused': [createService, () => [create(), remove(), create()]],
  'last-page-has-no-token': [
    listServices,
    () => [respond(listServices, { services: [], nextToken: '' }, { path: '/services' })],
  ],
  'list-contains-existing-resources': [listServices, () => [create(), list([{ ...stored, serviceName: 'b' }])]],
}

test.each(Object.keys(judgedRules) as JudgedRule[])('%s: a sequence that breaks the rule gives one finding', (rule) => {
  const [operation, toExchanges] = broken[rule]
  expect(judge(toExchanges())).toEqual([`${operation.id} › ${rule}`])
})

const correct = () => [
  list([]),
  respond(getService, notFound, { status: 404 }),
  create(),
  read(),
  list([stored]),
  update(),
  read(changed, 'tag-2'),
  list([{ ...stored, ...changed }]),
  remove(),
  list([]),
  create({ serviceId: 'id-2' }),
]

test('a correct sequence gives no finding', () => {
  expect(judge(correct())).toEqual([])
})

test('an object of nulls may be absent, so the value that it replaces may stay', () => {
  const logConfig = { project: 'p', logstore: 'l' }
  const sent = { description: 'two', logConfig: { project: null, logstore: null } }
  const updated = respond(updateService, { ...stored, ...changed, logConfig }, { sent, etag: 'tag-2' })
  expect(judge([create({ logConfig }), updated])).toEqual([])
  const other = { ...sent, logConfig: { project: 'q', logstore: null } }
  const wrong = respond(updateService, { ...stored, ...changed, logConfig }, { sent: other, etag: 'tag-2' })
  expect(judge([create({ logConfig }), wrong])).toEqual(['UpdateService › fields-agree-with-other-operations'])
})

test('a creation for a qualifier is not the state without one', () => {
  const { registerEventSource, listEventSources } = aliyunFc20210406.operations
  const ofFc2021 = (operation: Operation, query: string, body: unknown, sent?: unknown): Exchange => {
    const exchange = respond(operation, body, { sent })
    const url = `http://fake/2021-04-06/services/s/functions/f/event-sources${query}`
    return { ...exchange, request: { ...exchange.request, url } }
  }
  const register = (query: string, createdTime: string) =>
    ofFc2021(registerEventSource, query, { sourceArn: 'a', createdTime }, { sourceArn: 'a' })
  const list = () => ofFc2021(listEventSources, '', { eventSources: [{ sourceArn: 'a', createdTime: first }] })
  const rules = (query: string) =>
    judge([register('', first), list(), register(query, second), list()], {
      api: aliyunFc20210406,
      resources: fc2021Resources,
    }).filter((id) => id.includes('fields-agree'))
  expect(rules('?qualifier=prod')).toEqual([])
  expect(rules('')).toHaveLength(1)
})

test('requests that overlap give no findings about states', () => {
  const created = createJudge(options)
  const [one, other] = [create(), read({ description: 'two' })]
  const [judgeOne, judgeOther] = [created.watch(one.operation), created.watch(other.operation)]
  judgeOne(one)
  judgeOther(other)
  const later = read({ description: 'three' })
  created.watch(later.operation)(later)
  expect(created.findings()).toEqual([])
})

test('requests for other resources do not matter, and an overlapping read of the same resource is not compared', () => {
  const ofB = { path: { serviceName: 'b' } }
  const pair = (input: typeof ofB) => {
    const created = createJudge(options)
    const [before, later] = [create(), read({ description: 'two' })]
    created.watch(createService, { body: { serviceName: 'a' } })(before)
    const endOther = created.watch(updateService, input)
    created.watch(getService, { path: { serviceName: 'a' } })(later)
    endOther()
    return created.findings().map(({ rule }) => rule)
  }
  expect(pair(ofB)).toEqual(['fields-agree-with-other-operations'])
  expect(pair({ path: { serviceName: 'a' } })).toEqual([])
})

test('a list leaves out what is written at the same time', () => {
  const created = createJudge(options)
  created.watch(createService, { body: { serviceName: 'a' } })(create())
  const endRemoval = created.watch(deleteService, { path: { serviceName: 'a' } })
  created.watch(listServices)(list([]))
  created.watch(listServices)(list([{ ...stored, description: 'other' }]))
  endRemoval(remove())
  created.watch(listServices)(list([]))
  expect(created.findings()).toEqual([])
})

test('a write without a response makes all states unknown', () => {
  const created = createJudge(options)
  const [before, after] = [create(), read({ description: 'two' })]
  created.watch(before.operation)(before)
  created.watch(updateService)()
  created.watch(after.operation)(after)
  expect(created.findings()).toEqual([])
})

test('with consistencyMs, only single responses are judged', () => {
  const exchanges = () => [create(), read({ description: 'two', colour: 'red' })]
  expect(judge(exchanges(), { consistencyMs: 100 })).toEqual(['GetService › no-response-has-undocumented-properties'])
  expect(judge(exchanges())).toHaveLength(2)
})

test('the operation that disagrees with most others is named', () => {
  const wrong = { role: 'other' }
  expect(judge([create(wrong), read(), list([stored])])).toEqual(['CreateService › fields-agree-with-other-operations'])
})

test('values of a request must be returned', () => {
  expect(judge([create({ description: 'lost' }), read({ description: 'lost' })])).toEqual([
    'CreateService › fields-agree-with-other-operations',
  ])
})

test.each<[string, unknown]>([
  ['no body', undefined],
  ['a list', []],
  ['a code in another case', { ErrorCode: 'servicenotfound', ErrorMessage: 'no' }],
])('an error with %s has not the documented body', (_, body) => {
  expect(judge([respond(getService, body, { status: 404 })])).toEqual(['GetService › every-error-has-documented-body'])
})

test('if no response has a request id, no finding says so', () => {
  const exchanges = [0, 1].map(() => respond(getService, notFound, { status: 404, headers: withoutId }))
  expect(judge(exchanges)).toEqual([])
})
