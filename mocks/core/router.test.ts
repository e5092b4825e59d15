import { expect, test } from 'vitest'
import { createRouter } from './router.ts'

const match = createRouter(
  [
    ['GET', '/2016/services'],
    ['GET', '/2016/services/{service}'],
    ['GET', '/2016/services/{service}.{qualifier}'],
    ['DELETE', '/2016/services/{service}'],
    ['GET', '/2016/services/{service}/functions/{fn}'],
    ['GET', '/2016/services/{service}.{qualifier}/functions/{fn}'],
    ['GET', '/2016/services/special'],
    ['PUT', '/v2/{project}/functions/{urn}/config'],
  ].map(([method = '', template = '']) => ({ method, template, target: `${method} ${template}` })),
)

/** The template found and its captures by name, or the kind of failure. */
function ask(method: string, path: string) {
  const found = match(method, path)
  if (found.kind !== 'found') return found
  return [found.target, Object.fromEntries(found.names.map((name, i) => [name, found.captures[i]]))]
}

test.each([
  { path: '/2016/services', gives: ['GET /2016/services', {}] },
  { path: '/2016/services/demo', gives: ['GET /2016/services/{service}', { service: 'demo' }] },
  {
    path: '/2016/services/demo.1',
    gives: ['GET /2016/services/{service}.{qualifier}', { service: 'demo', qualifier: '1' }],
  },
  {
    path: '/2016/services/demo.prod/functions/f',
    gives: ['GET /2016/services/{service}.{qualifier}/functions/{fn}', { service: 'demo', qualifier: 'prod', fn: 'f' }],
  },
  { path: '/2016/services/special', gives: ['GET /2016/services/special', {}] },
])('$path matches its template and has its names', ({ path, gives }) => {
  expect(ask('GET', path)).toEqual(gives)
})

test('an encoded slash stays inside its value', () => {
  expect(ask('GET', '/2016/services/a%2Fb/functions/c%2Fd')).toEqual([
    'GET /2016/services/{service}/functions/{fn}',
    { service: 'a%2Fb', fn: 'c%2Fd' },
  ])
})

test('the colons of a URN stay as they are', () => {
  expect(ask('PUT', '/v2/p/functions/urn:fss:r:p:function:default:f:latest/config')).toEqual([
    'PUT /v2/{project}/functions/{urn}/config',
    { project: 'p', urn: 'urn:fss:r:p:function:default:f:latest' },
  ])
})

test('a value with a dot is not split if the method has no qualified path', () => {
  expect(ask('DELETE', '/2016/services/demo.1')).toEqual(['DELETE /2016/services/{service}', { service: 'demo.1' }])
})

test('a value with two dots is split at the last dot', () => {
  expect(ask('GET', '/2016/services/a.b.1')).toEqual([
    'GET /2016/services/{service}.{qualifier}',
    { service: 'a.b', qualifier: '1' },
  ])
})

test.each(['/2016/services/.1', '/2016/services/demo.', '/2016/services/..'])(
  '%s has no text on one side of its dot, so it is not split',
  (path) => {
    expect(ask('GET', path)).toEqual(['GET /2016/services/{service}', { service: path.slice(15) }])
  },
)

test.each(['/', '', '*', '/2016', '/2016/', '/2016/services/', '/2016/services//functions/f', '/2016/services/a/b'])(
  'the path "%s" is unknown',
  (path) => {
    expect(ask('GET', path)).toEqual({ kind: 'unknown' })
  },
)

test('for a path with other methods, the router returns these methods', () => {
  expect(ask('POST', '/2016/services/demo')).toEqual({ kind: 'wrongMethod', allowed: ['GET', 'DELETE'] })
})

test('backtracking removes captured values', () => {
  const backtracking = createRouter([
    { method: 'GET', template: '/{a}.{b}/x', target: 'pair' },
    { method: 'GET', template: '/{whole}/y', target: 'name' },
  ])
  expect(backtracking('GET', '/one.two/y')).toMatchObject({ target: 'name', captures: ['one.two'] })
})

test('a repeated operation is rejected when the router is created', () => {
  const route = { method: 'GET', template: '/a', target: 1 }
  expect(() => createRouter([route, route])).toThrow('GET /a is declared twice')
})
