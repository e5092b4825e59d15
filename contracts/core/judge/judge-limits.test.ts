/** What a target can make the judge keep, and how long it can make the judge work. */
import { expect, test } from 'vitest'
import { aliyunFc20160815 as api } from '../../../schemas/aliyun-fc-2016-08-15/api.ts'
import { resources } from '../../../schemas/aliyun-fc-2016-08-15/resources.ts'
import type { Operation } from '../../../schemas/core/operation.ts'
import { toExchange } from '../../testing/exchange.ts'
import { bounds } from '../bounds.ts'
import type { Exchange } from '../http/exchange.ts'
import { createStateJudge } from './state-judge.ts'
import { createWitnesses } from './witnesses.ts'

const { createService, getService, listServices } = api.operations
const options = { api, resources, profile: 'observed' } as const

function respond(operation: Operation, path: string, body: object): Exchange {
  const request = { method: '', url: `http://fake/2016-08-15${path}`, headers: [], body: Buffer.from('{}') }
  return { ...toExchange(operation, 200, body), request }
}

const read = (name: string, description: string) =>
  respond(getService, `/services/${name}`, { serviceName: name, description })
const list = (services: readonly object[], rest = {}) => respond(listServices, '/services', { services, ...rest })
const create = (serviceId: string, serviceName: string) => {
  const exchange = respond(createService, '/services', { serviceName, serviceId })
  return { ...exchange, request: { ...exchange.request, body: Buffer.from(JSON.stringify({ serviceName })) } }
}

function judge(exchanges: readonly Exchange[]) {
  const state = createStateJudge(options)
  for (const exchange of exchanges) {
    const flight = state.start(exchange.operation, {})
    if (flight) state.end(flight, exchange)
  }
  return state.findings().map(({ operation, rule }) => `${operation} › ${rule}`)
}

test('the bytes of the compared responses are limited', () => {
  const ends = [list([{ serviceName: 'a', description: 'one' }]), read('a', 'two')] as const
  const large = read('b', 'd'.repeat(bounds.judgedBytes / 4))
  expect(judge([ends[0], large, ends[1]])).toEqual(['GetService › fields-agree-with-other-operations'])
  expect(judge([ends[0], ...Array(4).fill(large), ends[1]])).toEqual([])
})

test('the resources whose states are compared are limited', () => {
  const witnesses = createWitnesses()
  const exchange = read('a', '')
  for (let i = 0; i <= bounds.judgedResources; i += 1) witnesses.add(`${i}`, 'f', 'A', { value: i, exchange })
  expect(witnesses.keys()).toHaveLength(bounds.judgedResources)
  expect(witnesses.fieldsOf('0')).toEqual([])
  expect(witnesses.fieldsOf(`${bounds.judgedResources}`)).toEqual(['f'])
})

test('the length of a compared id is limited', () => {
  const repeat = (id: string) => judge([create(id, 'a'), create(id, 'b')])
  expect(repeat('i'.repeat(bounds.idLength))).toEqual(['CreateService › ids-are-never-reused'])
  expect(repeat('i'.repeat(bounds.idLength + 1))).toEqual([])
})

test('many findings of one operation do not hide a finding of another', () => {
  const noisy = Array.from({ length: 1001 }, () => list([], { nextToken: '' }))
  expect(judge([...noisy, create('id', 'a'), create('id', 'b')])).toEqual([
    'ListServices › last-page-has-no-token',
    'CreateService › ids-are-never-reused',
  ])
})

test('a list entry whose name is an object with the field toString does not end the judge', () => {
  expect(judge([list([{ serviceName: { toString: 1, valueOf: 1 } }])])).toEqual([])
})

test('many contradictions take little time', () => {
  const witnesses = createWitnesses()
  const exchange = read('a', '')
  for (let i = 0; i < 4000; i += 1) {
    for (const [operation, value] of Object.entries({ A: 1, B: 1, C: 2 }))
      witnesses.add('key', `field ${i}`, operation, { value, exchange })
  }
  const start = performance.now()
  const found = witnesses.contradictions()
  expect(performance.now() - start).toBeLessThan(1000) // a loop over all agreements takes 5 s
  expect(found).toHaveLength(4000)
  expect(new Set(found.map(({ operation }) => operation))).toEqual(new Set(['C']))
})
