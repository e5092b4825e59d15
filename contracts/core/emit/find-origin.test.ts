import { expect, test } from 'vitest'
import { type Assertion, isField, isHeader } from '../assertions/assertion.ts'
import type { ExchangeRecord } from '../http/exchange-record.ts'
import { findOrigin } from './find-origin.ts'

function exchange(returned: object, sent?: object, status = 200, etag = 'tag-1', query = ''): ExchangeRecord {
  const body = JSON.stringify(returned)
  const own = sent === undefined ? '' : JSON.stringify(sent)
  return {
    operation: 'Op',
    request: {
      method: sent === undefined ? 'GET' : 'PUT',
      url: `http://a/${query}`,
      headers: [],
      body: own,
      bodyBytes: own.length,
    },
    response: { status, durationMs: 1, headers: [['ETag', etag]], body, bodyBytes: body.length },
  }
}

const a = (size: unknown) => ({ name: 'a', size })
const equals = (value: unknown): Assertion => isField(['size'], { is: 'equal', value })
const inList = (value: unknown): Assertion =>
  isField(['items', { where: 'name', equals: 'a' }, 'size'], { is: 'equal', value })
const atRoot = (index: number) => ({ index, at: { path: ['size'] } })

test('a value that the last write sent, or that only the contract states, has no origin', () => {
  expect(findOrigin(equals(5), [exchange(a(5), a(5)), exchange(a(6))], 1)).toBe(undefined)
  expect(findOrigin(equals(5), [exchange(a(7), a(4)), exchange(a(6))], 1)).toBe(undefined)
  expect(findOrigin(equals(5), [exchange(a(5), a(4), 400), exchange(a(6))], 1)).toBe(undefined)
})

test('a value that no request sent comes from the nearest response: before the tested one, or else after it', () => {
  const created = exchange(a(4), a(4))
  expect(findOrigin(equals(5), [exchange(a(5)), exchange(a(5)), created, exchange(a(4))], 3)).toEqual(atRoot(1))
  expect(findOrigin(equals('4'), [created, exchange(a('4')), exchange(a(4))], 2)).toEqual(atRoot(1))
  const list = exchange({ items: [a(4), { name: 'b', size: 5 }] })
  expect(findOrigin(inList(5), [created, list, exchange(a(5))], 1)).toEqual(atRoot(2))
  const place = ['items', { where: 'name', equals: 'a' }, 'size']
  expect(findOrigin(equals(5), [exchange({ items: [a(5)] }), exchange(a(4))], 1)).toEqual({
    index: 0,
    at: { path: place },
  })
})

test('a read may return the value of an earlier write, which is not the expected value of another server', () => {
  const written = [exchange(a(4), a(4)), exchange(a(5), a(5))]
  expect(findOrigin(equals(4), [...written, exchange(a(4)), exchange(a(5))], 3)).toEqual(atRoot(2))
  expect(findOrigin(equals(4), [...written, exchange(a(5)), exchange(a(4))], 2)).toEqual(atRoot(3))
  expect(findOrigin(equals(4), [...written, exchange(a(5))], 2)).toEqual(atRoot(0))
})

test('a header has the origin of its value', () => {
  const isSame = isHeader('ETag', { is: 'equal', value: 'tag-1' })
  expect(findOrigin(isSame, [exchange({}), exchange({}, undefined, 200, 'tag-2')], 1)).toEqual({
    index: 0,
    at: { header: 'ETag' },
  })
})

test('reads of several versions with the same value are unclear', () => {
  const read = (size: number, query: string) => exchange(a(size), undefined, 200, 'tag-1', query)
  expect(findOrigin(equals(4), [read(4, ''), read(4, '?version=1'), read(5, '?version=2')], 2)).toBe('unclear')
})

test('a value of another resource, or of another place of a list, is unclear', () => {
  expect(findOrigin(equals(5), [exchange({ name: 'b', size: 5 }), exchange(a(4))], 1)).toBe('unclear')
  const second = isField(['items', 0, 'name'], { is: 'equal', value: 'b' })
  const lists = [exchange({ items: [{ name: 'a' }, { name: 'b' }] }), exchange({ items: [{ name: 'c' }] })]
  expect(findOrigin(second, lists, 1)).toBe('unclear')
})
