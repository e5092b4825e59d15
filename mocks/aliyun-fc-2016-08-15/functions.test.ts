import { expect, test } from 'vitest'
import { seededRandom } from '../../schemas/core/lib/random.ts'
import { manualClock } from '../core/clock.ts'
import { allParts } from '../core/parts.ts'
import { createEmulator } from '../core/emulator.ts'
import { createIds } from '../core/ids.ts'
import { testClient } from '../core/testing/client.ts'
import { aliyunFc20160815Mock } from './mock.ts'

const root = '/2016-08-15/services/demo/functions'

/** The least that a function needs. The code is the text whose CRC-64 the CRC catalogue gives. */
const least = { functionName: 'f', handler: 'index.handler', runtime: 'nodejs8', code: { zipFile: btoa('123456789') } }

function create() {
  const clock = manualClock(Date.UTC(2016, 7, 15, 15))
  const emulator = createEmulator({ mocks: [aliyunFc20160815Mock], clock, ids: createIds(seededRandom(1)) }, allParts)
  const send = testClient(emulator)
  send('POST', '/2016-08-15/services', { serviceName: 'demo' })
  return { clock, emulator, send }
}

test('a function has its defaults and the size and checksum of its code, but not the code', () => {
  const { send } = create()
  const created = send('POST', root, least)
  expect(created.status).toBe(200)
  expect(created.body).toEqual({
    functionId: expect.stringMatching(/^[0-9a-f-]{36}$/),
    functionName: 'f',
    description: '',
    handler: 'index.handler',
    initializer: null,
    runtime: 'nodejs8',
    memorySize: 128,
    timeout: 3,
    instanceType: 'e1',
    environmentVariables: {},
    codeSize: 9,
    codeChecksum: '11051210869376104954', // 0x995DC9BBDF1939FA
    createdTime: '2016-08-15T15:00:00.000+0000',
    lastModifiedTime: '2016-08-15T15:00:00.000+0000',
  })
  expect(send('GET', `${root}/f`)).toMatchObject({ headers: { Etag: created.headers.Etag }, body: created.body })
})

test('undocumented fields of clients are returned as they were sent', () => {
  const { send } = create()
  const fields = {
    description: 'd',
    initializer: 'index.init',
    initializationTimeout: 5,
    environmentVariables: { KEY: 'value', constructor: 'x' },
    instanceConcurrency: 10,
    instanceType: 'c1',
    caPort: 9000,
    layers: ['acs:fc:cn:1:layers/l/versions/1'],
  }
  expect(send('POST', root, { ...least, ...fields }).body).toMatchObject(fields)
})

test('the size and checksum of code in OSS follow from its name', () => {
  const { send } = create()
  const facts = (functionName: string, ossObjectName: string) => {
    const code = { ossBucketName: 'bucket', ossObjectName }
    const { codeSize, codeChecksum } = send('POST', root, { ...least, functionName, code }).body
    return { codeSize, codeChecksum }
  }
  expect(facts('one', 'a.zip')).toEqual({ codeSize: expect.any(Number), codeChecksum: expect.stringMatching(/^\d+$/) })
  expect(facts('two', 'a.zip')).toEqual(facts('three', 'a.zip'))
  expect(facts('four', 'b.zip')).not.toEqual(facts('five', 'a.zip'))
})

test.each([
  ['no name', { functionName: undefined }, 'functionName: must be present'],
  ['an empty name', { functionName: '' }, 'functionName: must not be empty'],
  ['no handler', { handler: undefined }, 'handler: must be present'],
  ['no code', { code: undefined }, 'code: must be present'],
  ['code without content or location', { code: {} }, 'code: must contain zipFile, or ossBucketName and ossObjectName'],
  [
    'half a reference',
    { code: { ossBucketName: 'b' } },
    'code: must contain zipFile, or ossBucketName and ossObjectName',
  ],
  ['code that is not base64', { code: { zipFile: '%%%' } }, 'code.zipFile: must be base64'],
  ['code in base64 without its padding', { code: { zipFile: 'YQ' } }, 'code.zipFile: must be base64'],
  ['an unknown runtime', { runtime: 'cobol' }, /^Runtime is set to an invalid value \(allowed: nodejs6 \| /],
  ['too little memory', { memorySize: 64 }, 'memorySize: must be at least 128'],
  ['too much memory', { memorySize: 3136 }, 'memorySize: must be at most 3072'],
  ['uneven memory', { memorySize: 130 }, 'memorySize: must be a multiple of 64'],
  ['no time', { timeout: 0 }, 'timeout: must be at least 1'],
  ['too much time', { timeout: 301 }, 'timeout: must be at most 300'],
  ['a variable that is not a string', { environmentVariables: { A: 1 } }, 'environmentVariables.A: must be a string'],
])('a function with %s is rejected with the name of the field, and not stored', (_, change, message) => {
  const { send } = create()
  const { status, body } = send('POST', root, { ...least, ...change })
  expect([status, body.ErrorCode]).toEqual([400, 'InvalidArgument'])
  if (typeof message === 'string') expect(body.ErrorMessage).toBe(message)
  else expect(body.ErrorMessage).toMatch(message)
  expect(send('GET', root).body.functions).toEqual([])
})

test('a function needs an existing service and a unique name in it', () => {
  const { send } = create()
  expect(send('POST', '/2016-08-15/services/none/functions', least)).toMatchObject({
    status: 404,
    body: { ErrorCode: 'ServiceNotFound' },
  })
  send('POST', root, least)
  expect(send('POST', root, { ...least, handler: 'other.handler' })).toMatchObject({
    status: 409,
    body: { ErrorCode: 'FunctionAlreadyExists' },
  })
  expect(send('GET', `${root}/f`).body.handler).toBe('index.handler')
  send('POST', '/2016-08-15/services', { serviceName: 'other' })
  expect(send('POST', '/2016-08-15/services/other/functions', least).status).toBe(200)
})

test('an update changes only the fields that it contains, and keeps the code', () => {
  const { clock, send } = create()
  const before = send('POST', root, { ...least, environmentVariables: { A: '1', B: '2' }, timeout: 60 })
  clock.advance(1000)
  const memory = send('PUT', `${root}/f`, { memorySize: 512 })
  expect(memory.body).toEqual({
    ...before.body,
    memorySize: 512,
    lastModifiedTime: '2016-08-15T15:00:01.000+0000',
  })
  expect(memory.headers.Etag).not.toBe(before.headers.Etag)
  expect(send('PUT', `${root}/f`, { environmentVariables: { C: '3' } }).body.environmentVariables).toEqual({ C: '3' })
  expect(send('PUT', `${root}/f`, { environmentVariables: {} }).body.environmentVariables).toEqual({})
  expect(send('PUT', `${root}/f`, { code: { zipFile: btoa('a') } }).body).toMatchObject({
    codeSize: 1,
    codeChecksum: BigInt('0x330284772e652b05').toString(),
    memorySize: 512,
    timeout: 60,
  })
})

test('If-Match allows an update of a function only with the current ETag', () => {
  const { send } = create()
  const first = send('POST', root, least).headers.Etag
  const second = send('PUT', `${root}/f`, { timeout: 5 }, { 'if-match': first }).headers.Etag
  const stale = { status: 412, body: { ErrorCode: 'PreconditionFailed' } }
  expect(send('PUT', `${root}/f`, { timeout: 6 }, { 'if-match': first })).toMatchObject(stale)
  expect(send('DELETE', `${root}/f`, undefined, { 'if-match': first })).toMatchObject(stale)
  expect(send('GET', `${root}/f`).body.timeout).toBe(5)
  expect(send('DELETE', `${root}/f`, undefined, { 'if-match': second }).status).toBe(204)
})

test('a missing function returns FunctionNotFound, and a missing service ServiceNotFound', () => {
  const { send } = create()
  send('POST', root, least)
  expect(send('DELETE', `${root}/f`)).toMatchObject({ status: 204, body: undefined })
  for (const [method, body] of [['GET'], ['PUT', {}], ['DELETE']] as const) {
    const here = send(method, `${root}/f`, body)
    const there = send(method, '/2016-08-15/services/none/functions/f', body)
    expect(here, method).toMatchObject({ status: 404, body: { ErrorCode: 'FunctionNotFound' } })
    expect(there, method).toMatchObject({ status: 404, body: { ErrorCode: 'ServiceNotFound' } })
  }
})

test('a service can only be deleted without functions', () => {
  const { send } = create()
  send('POST', root, least)
  expect(send('DELETE', '/2016-08-15/services/demo')).toMatchObject({
    status: 409,
    body: { ErrorCode: 'ServiceNotEmpty' },
  })
  expect(send('GET', `${root}/f`).status).toBe(200)
  send('DELETE', `${root}/f`)
  expect(send('DELETE', '/2016-08-15/services/demo').status).toBe(204)
})

test('functions are listed by name, in pages, for their service only', () => {
  const { send } = create()
  send('POST', '/2016-08-15/services', { serviceName: 'other' })
  send('POST', '/2016-08-15/services/other/functions', { ...least, functionName: 'b' })
  for (const functionName of ['c', 'a1', 'a2']) send('POST', root, { ...least, functionName })
  const names = (path: string) =>
    send('GET', path).body.functions.map((item: { functionName: string }) => item.functionName)
  expect(names(root)).toEqual(['a1', 'a2', 'c'])
  expect(names(`${root}?prefix=a&startKey=a2`)).toEqual(['a2'])
  const { nextToken } = send('GET', `${root}?limit=2`).body
  expect(names(`${root}?limit=2&nextToken=${nextToken}`)).toEqual(['c'])
  expect(names('/2016-08-15/services/demo.LATEST/functions')).toEqual(['a1', 'a2', 'c'])
})

test('a function can be read through LATEST, but not through missing versions or aliases', () => {
  const { send } = create()
  const { body } = send('POST', root, least)
  const read = (qualifier: string) => send('GET', `/2016-08-15/services/demo.${qualifier}/functions/f`)
  expect(read('LATEST')).toMatchObject({ status: 200, body })
  expect(read('7')).toMatchObject({ status: 404, body: { ErrorCode: 'VersionNotFound' } })
  expect(read('prod')).toMatchObject({ status: 404, body: { ErrorCode: 'AliasNotFound' } })
})
