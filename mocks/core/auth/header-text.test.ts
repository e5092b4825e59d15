import { expect, test } from 'vitest'
import { asUtf8, readHeader, toHeaderNames } from './header-text.ts'
import { toRequest } from './testing/requests.ts'

test('an empty header differs from an absent one', () => {
  const request = toRequest({ headers: { 'x-fc-account-id': '', 'x-fc-trace-id': undefined } })
  expect(readHeader(request, 'x-fc-account-id')).toBe('')
  expect(readHeader(request, 'x-fc-trace-id')).toBeUndefined()
  expect(toHeaderNames(request, 'x-fc-')).toEqual(['x-fc-account-id'])
})

test.each(['constructor', '__proto__', 'toString'])('%s is absent unless it was sent', (name) => {
  expect(readHeader(toRequest(), name)).toBeUndefined()
})

test('spaces around a value are removed, and spaces inside are kept', () => {
  expect(readHeader(toRequest({ headers: { 'x-a': ' \tb  c ' } }), 'x-a')).toBe('b  c')
})

test('the host comes from the header, or else from the adapter', () => {
  expect(readHeader(toRequest({ headers: { host: 'a:1' }, host: 'b' }), 'host')).toBe('a:1')
  expect(readHeader(toRequest({ host: 'b' }), 'host')).toBe('b')
})

test('names are sorted by code unit', () => {
  const headers = { 'x-b': '1', 'x-a-b': '2', 'x-a': '3', 'x-a0': '4', y: '5' }
  expect(toHeaderNames(toRequest({ headers }), 'x-')).toEqual(['x-a', 'x-a-b', 'x-a0', 'x-b'])
})

test.each([
  { given: 'plain', text: 'plain' },
  { given: '\u00c3\u00bc', text: 'ü' },
  { given: '\u00fc', text: 'ü' },
  { given: '€', text: '€' },
  { given: '\u00c3\u00bc€', text: '\u00c3\u00bc€' },
  { given: '\u00ef\u00bb\u00bfa', text: '\ufeffa' },
])('the bytes of "$given" are read as UTF-8 if they are UTF-8', ({ given, text }) => {
  expect(asUtf8(given)).toBe(text)
})
