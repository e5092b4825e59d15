import { expect, test } from 'vitest'
import { createDemo, leastFunction } from '../aliyun-fc/testing/fc.ts'

/** A service with two versions of the function f, which differ in the timeout. */
function createVersions() {
  const fc = createDemo()
  fc.send2021('POST', '/demo/versions', { description: 'first' })
  fc.send2021('PUT', '/demo/functions/f', { timeout: 9 })
  fc.send2021('POST', '/demo/versions')
  return fc
}

test('versions are numbered, and the newest comes first', () => {
  const { send, send2021 } = createVersions()
  const { body } = send2021('GET', '/demo/versions')
  expect(body).toMatchObject({ versions: [{ versionId: '2' }, { versionId: '1', description: 'first' }] })
  expect(send('GET', '/demo/versions').body.versions).toEqual(body.versions)
  expect(send2021('GET', '/demo/versions?direction=FORWARD&startKey=2').body.versions).toHaveLength(1)
})

test('a list of versions has pages', () => {
  const { send2021 } = createVersions()
  const first = send2021('GET', '/demo/versions?limit=1').body
  expect(first).toMatchObject({ versions: [{ versionId: '2' }], direction: 'BACKWARD', nextToken: expect.any(String) })
  const second = send2021('GET', `/demo/versions?limit=1&nextToken=${encodeURIComponent(first.nextToken)}`).body
  expect(second.versions).toMatchObject([{ versionId: '1' }])
  expect(second).not.toHaveProperty('nextToken')
})

test('a qualifier in the query selects the version of a function, of its code and of a list', () => {
  const { send2021 } = createVersions()
  const read = (qualifier: string) => send2021('GET', `/demo/functions/f?qualifier=${qualifier}`).body.timeout
  expect([read('1'), read('2'), read('LATEST')]).toEqual([3, 9, 9])
  send2021('POST', '/demo/functions', { ...leastFunction, functionName: 'later' })
  expect(send2021('GET', '/demo/functions?qualifier=1').body.functions).toHaveLength(1)
  expect(send2021('GET', '/demo/functions').body.functions).toHaveLength(2)
  const { checksum } = send2021('GET', '/demo/functions/f/code?qualifier=1').body
  send2021('PUT', '/demo/functions/f', { code: { zipFile: btoa('changed') } })
  expect(send2021('GET', '/demo/functions/f/code?qualifier=1').body.checksum).toBe(checksum)
  expect(send2021('GET', '/demo/functions/f/code').body.checksum).not.toBe(checksum)
})

test('a service whose name has a dot is not a version of another service', () => {
  const { send, send2021 } = createVersions()
  send('POST', '', { serviceName: 'demo.1', description: 'dotted' })
  expect(send2021('GET', '/demo?qualifier=1').body.description).toBe('first')
  expect(send2021('GET', '/demo.1').body.description).toBe('dotted')
  expect(send2021('GET', '/demo.2').body.Code).toBe('ServiceNotFound')
})

test('a deleted version leaves its number unused, and allows a version without changes', () => {
  const { send2021 } = createVersions()
  expect(send2021('POST', '/demo/versions').body.Code).toBe('VersionPublishError')
  expect(send2021('DELETE', '/demo/versions/2').status).toBe(204)
  expect(send2021('POST', '/demo/versions').body.versionId).toBe('3')
  expect(send2021('GET', '/demo/functions/f?qualifier=2').body.Code).toBe('VersionNotFound')
})
