import { expect, test } from 'vitest'
import { createDemo, createFc, leastFunction } from '../aliyun-fc/testing/fc.ts'

const least = { Code: { zipFile: btoa('123456789') } }
const checksum = '11051210869376104954' // 0x995DC9BBDF1939FA, the check value of the CRC catalogue

type Fc = ReturnType<typeof createFc>

function publish({ call2021 }: Fc, layer: string, times = 1): void {
  for (let i = 0; i < times; i += 1) {
    expect(call2021('POST', `/layers/${layer}/versions`, least).status).toBe(200)
  }
}

const namesOf = ({ call2021 }: Fc, query = ''): string[] =>
  call2021('GET', `/layers${query}`).body.layers.map(({ layerName }: { layerName: string }) => layerName)

const refused = (status: number, Code: string) => ({ status, body: { Code } })

test('the first version is 1, with the size and checksum of its code', () => {
  const { call2021 } = createFc()
  const body = { ...least, description: 'd', compatibleRuntime: ['python3'] }
  const created = call2021('POST', '/layers/my/versions', body, { 'x-fc-account-id': '42' })
  expect([created.status, created.headers.ETag]).toEqual([200, expect.stringMatching(/^[0-9a-f]{32}$/)])
  expect(created.body).toEqual({
    layerName: 'my',
    version: 1,
    description: 'd',
    code: { repositoryType: 'OSS', location: expect.stringMatching(/^http:\/\/localhost\/2021-04-06\/_mock\/layer\?/) },
    codesize: 9,
    codeChecksum: checksum,
    createTime: '2016-08-15T15:00:00Z',
    acl: 0,
    compatibleRuntime: ['python3'],
    arn: '42#my#1',
  })
  const read = call2021('GET', '/layers/my/versions/1', undefined, { 'x-fc-account-id': '42' })
  const { codesize, ...shared } = created.body
  expect(read.body).toMatchObject({ ...shared, codeSize: codesize, code: { location: expect.any(String) } })
  expect(read.body.arnV2).toBe('acs:fc:cn-hangzhou:42:layers/my/versions/1')
  expect(read.headers.ETag).toBe(created.headers.ETag)
})

test('a download URL returns the code for an hour, and nobody can change it', () => {
  const { call2021, sendRaw, clock } = createFc()
  call2021('POST', '/layers/my/versions', least)
  const url = call2021('GET', '/layers/my/versions/1').body.code.location.replace('http://localhost', '')
  const download = (path: string) => sendRaw('GET', path)
  expect(new TextDecoder().decode(download(url).body as Uint8Array)).toBe('123456789')
  expect(download(url).headers).toMatchObject({ 'X-Oss-Hash-Crc64ecma': checksum })
  expect(download(url.replace(/Expires=\d+/, 'Expires=9999999999')).status).toBe(403)
  expect(download(url.replace('layer=my', 'layer=other')).status).toBe(404)
  clock.advance(3_601_000)
  expect(download(url).status).toBe(403)
  call2021('DELETE', '/layers/my/versions/1')
  expect(download(url).status).toBe(404)
})

test('versions sort numerically and are listed in pages; a deleted number is not used again', () => {
  const fc = createFc()
  publish(fc, 'my', 11)
  const list = (query: string) => fc.call2021('GET', `/layers/my/versions${query}`).body
  const numbers = (query = '') => list(query).layers.map(({ version }: { version: number }) => version)
  expect(numbers()).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11])
  expect(list('?limit=4&startVersion=3')).toMatchObject({ nextVersion: 7 })
  expect(numbers('?limit=4&startVersion=3')).toEqual([3, 4, 5, 6])
  expect(list('?startVersion=8')).not.toHaveProperty('nextVersion')
  expect(numbers('?startVersion=-5&limit=1')).toEqual([1])
  fc.call2021('DELETE', '/layers/my/versions/11')
  expect(fc.call2021('GET', '/layers').body.layers).toMatchObject([{ version: 10 }])
  publish(fc, 'my')
  expect(numbers('?startVersion=9')).toEqual([9, 10, 12])
})

test('a layer without versions does not exist, until its next version', () => {
  const fc = createFc()
  publish(fc, 'my')
  expect(fc.call2021('DELETE', '/layers/my/versions/1').status).toBe(200)
  expect(fc.call2021('GET', '/layers/my/versions')).toMatchObject(refused(404, 'LayerNotFound'))
  expect(fc.call2021('PUT', '/layers/my/acl?public=true')).toMatchObject(refused(404, 'LayerNotFound'))
  expect(namesOf(fc)).toEqual([])
  publish(fc, 'my')
  expect(fc.call2021('GET', '/layers/my/versions').body.layers).toMatchObject([{ version: 2 }])
})

test.each(['0', '2', '01', '1.0', 'LATEST', 'x'])(
  'version %s of a layer with one version does not exist',
  (version) => {
    const fc = createFc()
    publish(fc, 'my')
    for (const method of ['GET', 'DELETE']) {
      const response = fc.call2021(method, `/layers/my/versions/${version}`)
      expect(response).toMatchObject(refused(404, 'LayerVersionNotFound'))
    }
  },
)

test('a list has the newest version of each layer, sorted by name, without code locations', () => {
  const fc = createFc()
  for (const name of ['b', 'a', 'ab']) publish(fc, name, 2)
  expect(namesOf(fc)).toEqual(['a', 'ab', 'b'])
  expect(namesOf(fc, '?prefix=a')).toEqual(['a', 'ab'])
  expect(namesOf(fc, '?startKey=ab')).toEqual(['ab', 'b'])
  const page = fc.call2021('GET', '/layers?limit=2').body
  expect(page.layers).toMatchObject([{ version: 2, codeSize: 9, code: { repositoryType: 'OSS' } }, { version: 2 }])
  expect(page.layers[0].code).not.toHaveProperty('location')
  expect(namesOf(fc, `?limit=2&nextToken=${page.nextToken}`)).toEqual(['b'])
  expect(fc.call2021('GET', `/layers?public=true&nextToken=${page.nextToken}`)).toMatchObject(
    refused(400, 'InvalidArgument'),
  )
})

test('PutLayerACL makes all versions public or private; without a value, private', () => {
  const fc = createFc()
  publish(fc, 'my', 2)
  publish(fc, 'other')
  const acls = () => fc.call2021('GET', '/layers/my/versions').body.layers.map(({ acl }: { acl: number }) => acl)
  expect(acls()).toEqual([0, 0])
  expect(fc.call2021('PUT', '/layers/my/acl?public=true')).toMatchObject({ status: 200, body: undefined })
  expect(acls()).toEqual([1, 1])
  expect(namesOf(fc, '?public=true')).toEqual(['my'])
  expect(namesOf(fc)).toEqual(['my', 'other'])
  fc.call2021('PUT', '/layers/my/acl')
  expect(acls()).toEqual([0, 0])
  expect(fc.call2021('PUT', '/layers/my/acl?public=yes')).toMatchObject(refused(400, 'InvalidArgument'))
})

test('a boolean of Python is a leniency', () => {
  const path = '/layers/my/acl?public=True'
  const [lenient, strict] = [createFc(), createFc({ strict: true })]
  for (const fc of [lenient, strict]) publish(fc, 'my')
  const { status, headers } = lenient.call2021('PUT', path)
  expect([status, headers['X-Mock-Leniency']]).toEqual([200, 'public: this value is undocumented'])
  expect(namesOf(lenient, '?public=true')).toEqual(['my'])
  expect(strict.call2021('PUT', path)).toMatchObject(refused(400, 'InvalidArgument'))
})

test('official layers come from a seed; they have no list of versions, and cannot be changed', () => {
  const seeded = { layerName: 'Python310', versions: [least, { ...least, license: 'MIT' }] }
  const fc = createFc({ seed: { 'aliyun-fc-2021-04-06': { officialLayers: [seeded] } } })
  expect(namesOf(fc)).toEqual([])
  expect(namesOf(fc, '?official=true&public=false')).toEqual(['Python310'])
  expect(fc.call2021('GET', '/layers/Python310/versions/2').body).toMatchObject({
    acl: 1,
    license: 'MIT',
    arnV2: 'acs:fc:cn-hangzhou:official:layers/Python310/versions/2',
  })
  expect(fc.call2021('GET', '/layers/Python310/versions')).toMatchObject(refused(404, 'LayerNotFound'))
  expect(fc.call2021('DELETE', '/layers/Python310/versions/2')).toMatchObject(refused(404, 'LayerNotFound'))
  publish(fc, 'Python310')
  expect(fc.call2021('GET', '/layers/Python310/versions/1').body.acl).toBe(0)
})

test('a version in use can be deleted, and the function keeps its layers', () => {
  const fc = createDemo()
  publish(fc, 'my')
  const { arnV2 } = fc.call2021('GET', '/layers/my/versions/1').body
  const created = fc.send2021('POST', '/demo/functions', { ...leastFunction, functionName: 'g', layers: [arnV2] })
  expect(created.body).toMatchObject({ layers: [arnV2], layersArnV2: [arnV2] })
  expect(fc.call2021('DELETE', '/layers/my/versions/1').status).toBe(200)
  expect(fc.send2021('PUT', '/demo/functions/g', {}).body).toMatchObject({ layers: [arnV2] })
})

test.each([
  ['no code', {}, /^Code: /],
  ['an empty code', { Code: {} }, 'code: must contain zipFile, or ossBucketName and ossObjectName'],
  ['code that is not base64', { Code: { zipFile: '%%%' } }, 'code.zipFile: must be base64'],
  ['an unknown runtime', { ...least, compatibleRuntime: ['cobol'] }, /^CompatibleRuntime/i],
  ['a long description', { ...least, description: 'x'.repeat(257) }, /^description: /],
])('a layer with %s is rejected with the name of the field, and not stored', (_, body, message) => {
  const fc = createFc()
  const response = fc.call2021('POST', '/layers/my/versions', body)
  expect(response).toMatchObject(refused(400, 'InvalidArgument'))
  expect(response.body.Message).toMatch(message)
  expect(namesOf(fc)).toEqual([])
})

test('a name may have 128 characters; code under its other name is a leniency', () => {
  const { call2021 } = createFc()
  expect(call2021('POST', `/layers/${'x'.repeat(128)}/versions`, least).status).toBe(200)
  expect(call2021('POST', `/layers/${'x'.repeat(129)}/versions`, least)).toMatchObject(refused(400, 'InvalidArgument'))
  const lower = { code: least.Code }
  expect(call2021('POST', '/layers/my/versions', lower).status).toBe(200)
  expect(createFc({ strict: true }).call2021('POST', '/layers/my/versions', lower).status).toBe(400)
})
