import { expect, test } from 'vitest'
import { createDemo, createFc, leastFunction, refusal } from './testing/fc.ts'

/** A service with version 1, an alias of it, and changes since. */
function createChanged() {
  const fc = createDemo()
  const { send } = fc
  send('PUT', '/demo', { description: 'of the service', role: 'old' })
  const before = {
    service: send('GET', '/demo'),
    function: send('GET', '/demo/functions/f'),
    functions: send('GET', '/demo/functions'),
  }
  const version = send('POST', '/demo/versions', { description: 'of the version' })
  send('POST', '/demo/aliases', { aliasName: 'prod', versionId: '1' })
  fc.clock.advance(1000)
  send('PUT', '/demo', { description: 'new', role: 'new' })
  send('PUT', '/demo/functions/f', { timeout: 99, code: { zipFile: btoa('new') } })
  send('POST', '/demo/functions', { ...leastFunction, functionName: 'g' })
  return { ...fc, before, version }
}

test('a version keeps the state of the service, with the description of the version', () => {
  const { send, before, version } = createChanged()
  const { status, headers, body } = send('GET', '/demo.1')
  expect(status).toBe(200)
  expect(body).toEqual({ ...before.service.body, description: 'of the version' })
  expect(headers.Etag, 'the tag is that of the version').toBe(version.headers.Etag)
})

test('a version without a description does not have the description of the service', () => {
  const { send } = createDemo()
  send('PUT', '/demo', { description: 'of the service' })
  send('POST', '/demo/versions')
  expect(send('GET', '/demo.1').body.description).toBe('')
})

test('a version keeps its functions and their code after later changes', () => {
  const { send, before } = createChanged()
  send('DELETE', '/demo/functions/f')
  expect(send('GET', '/demo.1/functions/f')).toMatchObject({
    status: 200,
    headers: { Etag: before.function.headers.Etag },
    body: before.function.body,
  })
  expect(send('GET', '/demo.1/functions').body).toEqual(before.functions.body)
  expect(send('GET', '/demo.1/functions/g')).toMatchObject(refusal(404, 'FunctionNotFound'))
  expect(send('GET', '/demo.1/functions/f/code').body.checksum).toBe(before.function.body.codeChecksum)
})

test('reads through an alias equal reads through its version', () => {
  const { send } = createChanged()
  for (const path of ['', '/functions', '/functions/f']) {
    const [byAlias, byVersion] = [send('GET', `/demo.prod${path}`), send('GET', `/demo.1${path}`)]
    expect([byAlias.status, byAlias.body, byAlias.headers.Etag]).toEqual([200, byVersion.body, byVersion.headers.Etag])
  }
})

test('LATEST is the current state of the service', () => {
  const { send } = createChanged()
  for (const path of ['', '/functions', '/functions/f']) {
    const [qualified, plain] = [send('GET', `/demo.LATEST${path}`), send('GET', `/demo${path}`)]
    expect([qualified.status, qualified.body, qualified.headers.Etag]).toEqual([200, plain.body, plain.headers.Etag])
  }
})

test.each([
  ['a number', '2', 'VersionNotFound'],
  ['a number with a leading zero', '01', 'VersionNotFound'],
  ['a very large number', '9'.repeat(30), 'VersionNotFound'],
  ['a name', 'test', 'AliasNotFound'],
  ['LATEST in lower case', 'latest', 'AliasNotFound'],
])('%s that does not exist is rejected in every qualified path', (_, qualifier, code) => {
  const { send } = createChanged()
  const refused = refusal(404, code)
  expect(send('GET', `/demo.${qualifier}`)).toMatchObject(refused)
  expect(send('GET', `/demo.${qualifier}/functions`)).toMatchObject(refused)
  expect(send('GET', `/demo.${qualifier}/functions/f`)).toMatchObject(refused)
  expect(send('GET', `/demo.${qualifier}/functions/f/code`)).toMatchObject(refused)
  expect(send('POST', `/demo.${qualifier}/functions/f/invocations`)).toMatchObject(refused)
  expect(send('GET', `/none.${qualifier}`)).toMatchObject(refusal(404, 'ServiceNotFound'))
})

test('a service with a dot in its name can be found, unless the name is also a service with a qualifier', () => {
  const { send } = createFc()
  send('POST', '', { serviceName: 'a.b', description: 'dotted' })
  send('POST', '/a.b/functions', leastFunction)
  expect(send('GET', '/a.b').body.description).toBe('dotted')
  expect(send('GET', '/a.b/functions/f').status).toBe(200)
  expect(send('GET', '/a.b.LATEST').body.description).toBe('dotted')
  send('POST', '', { serviceName: 'a' })
  expect(send('GET', '/a.b')).toMatchObject(refusal(404, 'AliasNotFound'))
})

test('a token of functions is valid only with its qualifier', () => {
  const { send } = createChanged()
  send('POST', '/demo/versions')
  send('PUT', '/demo/aliases/prod', { versionId: '2' })
  const { nextToken } = send('GET', '/demo.prod/functions?limit=1').body
  expect(send('GET', `/demo.prod/functions?nextToken=${nextToken}`).body.functions).toMatchObject([
    { functionName: 'g' },
  ])
  expect(send('GET', `/demo/functions?nextToken=${nextToken}`)).toMatchObject(refusal(400, 'InvalidArgument'))
})
