import { expect, test } from 'vitest'
import { readPublicUrl, toPublicUrl } from './public-url.ts'

const at = (forwarded: Record<string, string>, host = 'app.example', origin = 'http://127.0.0.1:4010') => {
  const headers = Object.fromEntries(Object.entries(forwarded).map(([name, value]) => [`x-forwarded-${name}`, value]))
  return toPublicUrl({ method: 'GET', path: '/', query: '', headers, body: undefined, host, origin }, undefined)
}

test.each([
  ['no proxy', {}, 'http://127.0.0.1:4010'],
  ['TLS', { proto: 'https' }, 'https://app.example'],
  ['TLS and another host', { proto: 'https', host: 'api.example' }, 'https://api.example'],
  ['another host with a port', { host: 'api.example:8080' }, 'http://api.example:8080'],
  ['an IPv6 host', { host: '[::1]:8080' }, 'http://[::1]:8080'],
  ['a prefix', { prefix: '/fc' }, 'http://127.0.0.1:4010/fc'],
  ['everything', { proto: 'HTTPS', host: 'api.example', prefix: '/a/b/' }, 'https://api.example/a/b'],
  ['two proxies', { proto: 'https, http', host: 'api.example, inner:80', prefix: '/fc, /x' }, 'https://api.example/fc'],
  ['an unknown scheme', { proto: 'javascript' }, 'http://127.0.0.1:4010'],
  ['a host with a path', { host: 'evil.example/x' }, 'http://127.0.0.1:4010'],
  ['a host with credentials', { host: 'a@evil.example' }, 'http://127.0.0.1:4010'],
  ['a prefix that leaves the host', { prefix: '//evil.example' }, 'http://127.0.0.1:4010'],
  ['a prefix with a query', { prefix: '/a?b' }, 'http://127.0.0.1:4010'],
])('%s', (_, forwarded, url) => {
  expect(at(forwarded)).toBe(url)
})

test('the scheme of TLS stays if only the host is forwarded', () => {
  expect(at({ host: 'api.example' }, 'x', 'https://127.0.0.1:4010')).toBe('https://api.example')
})

test('a configured URL takes precedence', () => {
  const request = {
    method: 'GET',
    path: '/',
    query: '',
    headers: { 'x-forwarded-proto': 'https' },
    body: undefined,
    host: 'a',
  }
  expect(toPublicUrl(request, readPublicUrl('https://fc.example/mock/'))).toBe('https://fc.example/mock')
})

test.each([
  'fc.example',
  'ftp://fc.example',
  'https://a:b@fc.example',
  'https://fc.example?x',
  'https://fc.example#x',
  '',
])('the URL %j is rejected', (text) => {
  expect(() => readPublicUrl(text)).toThrow(/^publicUrl: .* must be an http or https URL/)
})
