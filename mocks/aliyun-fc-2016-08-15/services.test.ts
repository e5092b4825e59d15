import { expect, test } from 'vitest'
import { seededRandom } from '../../schemas/core/lib/random.ts'
import { manualClock } from '../core/clock.ts'
import { allParts } from '../core/parts.ts'
import { createEmulator } from '../core/emulator.ts'
import { createIds } from '../core/ids.ts'
import { testClient } from '../core/testing/client.ts'
import { aliyunFc20160815Mock } from './mock.ts'

const root = '/2016-08-15/services'

function create() {
  const clock = manualClock(Date.UTC(2016, 7, 15, 15))
  const emulator = createEmulator({ mocks: [aliyunFc20160815Mock], clock, ids: createIds(seededRandom(1)) }, allParts)
  return { clock, emulator, send: testClient(emulator) }
}

test('a service has all its fields, including those that were sent', () => {
  const { send } = create()
  const bare = send('POST', root, { serviceName: 'bare' })
  expect(bare.status).toBe(200)
  expect(bare.headers).toMatchObject({ Etag: expect.stringMatching(/^[0-9a-f]{32}$/) })
  expect(bare.body).toEqual({
    serviceId: expect.stringMatching(/^[0-9a-f-]{36}$/),
    serviceName: 'bare',
    description: '',
    role: '',
    logConfig: { project: '', logstore: '' },
    internetAccess: true,
    createdTime: '2016-08-15T15:00:00.000+0000',
    lastModifiedTime: '2016-08-15T15:00:00.000+0000',
  })

  const settings = {
    description: 'd',
    role: 'acs:ram::1:role/r',
    logConfig: { project: 'p', logstore: 'l' },
    internetAccess: false,
    vpcConfig: { securityGroupId: 's', vSwitchIds: ['v'], vpcId: 'vpc' },
    nasConfig: { userId: '1', groupId: '2', mountPoints: [{ serverAddr: 'a', mountDir: '/m' }] },
    tracingConfig: { type: 'Jaeger', params: { endpoint: 'e' } },
  }
  const full = send('POST', root, { serviceName: 'full', ...settings })
  expect(full.body).toMatchObject(settings)
  expect(send('GET', `${root}/full`)).toMatchObject({
    status: 200,
    headers: { Etag: full.headers.Etag },
    body: full.body,
  })
})

test('fields that a client sends as null count as absent', () => {
  const { send } = create()
  const { status, body } = send('POST', root, { serviceName: 'a', description: null, logConfig: { project: null } })
  expect([status, body.description, body.logConfig]).toEqual([200, '', { project: '', logstore: '' }])
})

test('an existing name, or no name, is rejected', () => {
  const { send } = create()
  send('POST', root, { serviceName: 'a', description: 'first' })
  expect(send('POST', root, { serviceName: 'a' })).toMatchObject({
    status: 409,
    body: { ErrorCode: 'ServiceAlreadyExists', errorCode: 'ServiceAlreadyExists' },
  })
  expect(send('POST', root, { serviceName: '' })).toMatchObject({
    status: 400,
    body: { ErrorCode: 'InvalidArgument', ErrorMessage: 'serviceName: must not be empty' },
  })
  expect(send('GET', `${root}/a`).body.description).toBe('first')
})

test('a name may contain a slash and other characters that a path can encode', () => {
  const { send } = create()
  for (const name of ['a/b', 'ä ö', '100%', '__proto__', 'constructor', '..']) {
    expect(send('POST', root, { serviceName: name }).status, name).toBe(200)
    expect(send('GET', `${root}/${encodeURIComponent(name)}`).body.serviceName).toBe(name)
  }
})

test('an update changes only the fields that it contains, the ETag and the time', () => {
  const { clock, send } = create()
  const before = send('POST', root, { serviceName: 'a', description: 'd', logConfig: { project: 'p', logstore: 'l' } })
  clock.advance(1500)
  const after = send('PUT', `${root}/a`, { logConfig: { project: 'q' } })
  expect(after.status).toBe(200)
  expect(after.body).toEqual({
    ...before.body,
    logConfig: { project: 'q', logstore: '' },
    lastModifiedTime: '2016-08-15T15:00:01.500+0000',
  })
  expect(after.headers.Etag).not.toBe(before.headers.Etag)
  expect(send('GET', `${root}/a`)).toMatchObject({ body: after.body, headers: { Etag: after.headers.Etag } })
})

test('If-Match allows an update only with the current ETag', () => {
  const { send } = create()
  const first = send('POST', root, { serviceName: 'a' }).headers.Etag
  const second = send('PUT', `${root}/a`, { description: '1' }, { 'if-match': first }).headers.Etag
  const stale = { status: 412, body: { ErrorCode: 'PreconditionFailed' } }
  expect(send('PUT', `${root}/a`, { description: '2' }, { 'if-match': first })).toMatchObject(stale)
  expect(send('DELETE', `${root}/a`, undefined, { 'if-match': first })).toMatchObject(stale)
  expect(send('GET', `${root}/a`).body.description).toBe('1')
  expect(send('PUT', `${root}/a`, { description: '3' }, { 'if-match': '' }).status, 'an empty one says nothing').toBe(
    200,
  )
  expect(send('DELETE', `${root}/a`, undefined, { 'if-match': second }).status, 'it has changed again').toBe(412)
})

test('a deleted service does not exist, and its name can be used again', () => {
  const { send } = create()
  const { body } = send('POST', root, { serviceName: 'a' })
  expect(send('DELETE', `${root}/a`)).toMatchObject({ status: 204, body: undefined })
  for (const [method, sent] of [['GET'], ['PUT', {}], ['DELETE']] as const) {
    expect(send(method, `${root}/a`, sent), method).toMatchObject({
      status: 404,
      body: { ErrorCode: 'ServiceNotFound' },
    })
  }
  expect(send('POST', root, { serviceName: 'a' }).body.serviceId).not.toBe(body.serviceId)
})

test('services are listed by name, in pages, without nasConfig', () => {
  const { send } = create()
  const nasConfig = { userId: '1', groupId: '2', mountPoints: [] }
  for (const serviceName of ['c', 'a', 'b2', 'b1']) send('POST', root, { serviceName, nasConfig })
  const names = (query: string) => {
    const { services, nextToken } = send('GET', `${root}?${query}`).body
    return { names: services.map((service: { serviceName: string }) => service.serviceName), nextToken }
  }
  expect(names('')).toEqual({ names: ['a', 'b1', 'b2', 'c'], nextToken: undefined })
  expect(names('prefix=b')).toEqual({ names: ['b1', 'b2'], nextToken: undefined })
  expect(names('startKey=b2')).toEqual({ names: ['b2', 'c'], nextToken: undefined })
  expect(names('nextToken=')).toEqual(names(''))
  const first = names('limit=3')
  expect(first).toEqual({ names: ['a', 'b1', 'b2'], nextToken: expect.any(String) })
  expect(names(`limit=3&nextToken=${first.nextToken}&startKey=a`)).toEqual({ names: ['c'], nextToken: undefined })
  expect(names(`nextToken=${names('limit=1').nextToken}&prefix=b`)).toEqual({
    names: ['b1', 'b2'],
    nextToken: undefined,
  })
  expect(send('GET', root).body.services[0]).not.toHaveProperty('nasConfig')
})

test('a page has 20 entries by default, and at most 100', () => {
  const { send } = create()
  for (let i = 0; i < 101; i += 1) send('POST', root, { serviceName: `s${i}` })
  expect(send('GET', root).body.services).toHaveLength(20)
  expect(send('GET', `${root}?limit=100`).body.services).toHaveLength(100)
  for (const limit of ['0', '101', 'ten', '']) {
    const { status, body } = send('GET', `${root}?limit=${limit}`)
    expect([status, body.ErrorCode, body.ErrorMessage], limit).toEqual([
      400,
      'InvalidArgument',
      expect.stringMatching(/^limit: /),
    ])
  }
})

test('a changed token, or a token of another list, is rejected', () => {
  const { send } = create()
  for (const serviceName of ['a', 'b']) {
    send('POST', root, { serviceName })
    for (const functionName of ['f', 'g']) {
      const code = { zipFile: '' }
      send('POST', `${root}/${serviceName}/functions`, { functionName, code, handler: 'h', runtime: 'nodejs8' })
    }
  }
  const token = send('GET', `${root}?limit=1`).body.nextToken
  const ofA = send('GET', `${root}/a/functions?limit=1`).body.nextToken
  const refused = {
    status: 400,
    body: { ErrorCode: 'InvalidArgument', ErrorMessage: expect.stringMatching(/^nextToken: /) },
  }
  expect(send('GET', `${root}?nextToken=${token}x`)).toMatchObject(refused)
  expect(send('GET', `${root}?nextToken=${ofA}`)).toMatchObject(refused)
  expect(send('GET', `${root}/b/functions?nextToken=${ofA}`)).toMatchObject(refused)
  expect(send('GET', `${root}/a/functions?nextToken=${ofA}`).body.functions).toHaveLength(1)
})

test('as a qualifier, LATEST is the current state, a number is a version, and any other text is an alias', () => {
  const { send } = create()
  const { body } = send('POST', root, { serviceName: 'a' })
  expect(send('GET', `${root}/a.LATEST`)).toMatchObject({ status: 200, body })
  expect(send('GET', `${root}/a.1`)).toMatchObject({ status: 404, body: { ErrorCode: 'VersionNotFound' } })
  expect(send('GET', `${root}/a.prod`)).toMatchObject({ status: 404, body: { ErrorCode: 'AliasNotFound' } })
  expect(send('GET', `${root}/b.1`)).toMatchObject({ status: 404, body: { ErrorCode: 'ServiceNotFound' } })
})
