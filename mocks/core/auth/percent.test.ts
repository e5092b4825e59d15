import { expect, test } from 'vitest'
import { decodePath, encodePercent, recodePath, toQueryPairs } from './percent.ts'

test('all characters except unreserved ones are encoded, in upper case', () => {
  expect(encodePercent("aZ09-._~ !*'()+:/?#[]@&=%ü😀")).toBe(
    'aZ09-._~%20%21%2A%27%28%29%2B%3A%2F%3F%23%5B%5D%40%26%3D%25%C3%BC%F0%9F%98%80',
  )
})

test('a lone surrogate is encoded as the replacement character', () => {
  expect(encodePercent('a\ud800b')).toBe('a%EF%BF%BDb')
})

test.each([
  { path: '/a%20b/%C3%BC', decoded: '/a b/ü' },
  { path: '/a%2Fb', decoded: '/a/b' },
  { path: '/a+b', decoded: '/a+b' },
  { path: '/100%', decoded: '/100%' },
  { path: '/%FF', decoded: '/%FF' },
  { path: '/\u00c3\u00bc', decoded: '/ü' },
])('the path $path is decoded to $decoded', ({ path, decoded }) => {
  expect(decodePath(path)).toBe(decoded)
})

test.each([
  { path: '/urn:fss:x/config', recoded: '/urn%3Afss%3Ax/config' },
  { path: '/urn%3afss%3Ax/config', recoded: '/urn%3Afss%3Ax/config' },
  { path: '/a%2Fb//c/', recoded: '/a%2Fb//c/' },
  { path: '/%7Ea*', recoded: '/~a%2A' },
  { path: '/100%', recoded: '/100%25' },
  { path: '/a+b', recoded: '/a%2Bb' },
])('the path $path is encoded again as $recoded', ({ path, recoded }) => {
  expect(recodePath(path)).toBe(recoded)
})

test('a query is split in its order; a plus is a space, and a name may have no value', () => {
  expect(toQueryPairs('b=1&a=x+y%20z&&c&d=e=f&=g')).toEqual([
    ['b', '1'],
    ['a', 'x y z'],
    ['c', ''],
    ['d', 'e=f'],
    ['', 'g'],
  ])
  expect(toQueryPairs('')).toEqual([])
})
