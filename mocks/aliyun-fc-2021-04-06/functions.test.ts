import { expect, test } from 'vitest'
import { customContainer, customRuntime, ossCode } from '../../schemas/aliyun-fc-2021-04-06/examples/create-function.ts'
import { createDemo } from '../aliyun-fc/testing/fc.ts'

const root = '/demo/functions'

const least = {
  functionName: 'new',
  handler: 'index.handler',
  runtime: 'python3.10',
  code: { zipFile: btoa('123456789') },
}
const checksum = '11051210869376104954' // 0x995DC9BBDF1939FA, the check value of the CRC catalogue

/** A refusal in this API's envelope. */
const refusal = (status: number, Code: string, Message: unknown = expect.any(String)) => ({
  status,
  body: { Code, Message, RequestId: expect.any(String) },
})

test('a function has its defaults and the size and checksum of its code, but not the code', () => {
  const { send2021 } = createDemo()
  const { status, headers, body } = send2021('POST', root, least)
  expect([status, headers.ETag]).toEqual([200, expect.stringMatching(/^[0-9a-f]{32}$/)])
  expect(body).toEqual({
    functionId: expect.stringMatching(/^[0-9a-f-]{36}$/),
    functionName: 'new',
    description: '',
    handler: 'index.handler',
    runtime: 'python3.10',
    memorySize: 128,
    timeout: 3,
    initializationTimeout: 3,
    instanceType: 'e1',
    environmentVariables: {},
    codeSize: 9,
    codeChecksum: checksum,
    createdTime: '2016-08-15T15:00:00.000+0000',
    lastModifiedTime: '2016-08-15T15:00:00.000+0000',
  })
})

test.each([ossCode, customRuntime, customContainer].map(({ value }) => [value.runtime, value] as const))(
  'the example with runtime %s is created, and every setting is returned',
  (_, example) => {
    const { send2021 } = createDemo()
    const { status, body } = send2021('POST', root, example)
    expect(status).toBe(200)
    const { code: _code, ...settings } = { code: undefined, ...example }
    expect(body).toMatchObject(settings)
    expect(body).not.toHaveProperty('code')
    expect(send2021('PUT', `${root}/${example.functionName}`, {}).body).toMatchObject(settings)
  },
)

test('a function of a container image has empty code', () => {
  const { send2021 } = createDemo()
  const { customContainerConfig } = customContainer.value
  const container = { functionName: 'c', handler: 'h', runtime: 'custom-container', customContainerConfig }
  expect(send2021('POST', root, container).body).toMatchObject({ codeSize: 0, codeChecksum: '0' })
  expect(send2021('POST', root, { ...container, functionName: 'd', code: {} }).status, 'X4').toBe(200)
})

test('layers are returned as they were sent, and those with resource names also in layersArnV2', () => {
  const { send2021 } = createDemo()
  const arn = 'acs:fc:cn-hangzhou:official:layers/Python310/versions/2'
  const layers = ['layername', arn, 'md5#layername#version']
  expect(send2021('POST', root, { ...least, layers }).body).toMatchObject({ layers, layersArnV2: [arn] })
  const named = send2021('PUT', `${root}/new`, { layers: ['layername'] }).body
  expect(named.layers).toEqual(['layername'])
  expect(named).not.toHaveProperty('layersArnV2')
})

test.each([
  ['no code and no container', { code: undefined }, /^code: /],
  ['code with two locations', { code: { zipFile: '', ossBucketName: 'b' } }, /^code\.zipFile: /],
  [
    'half a reference',
    { code: { ossBucketName: 'b' } },
    'code: must contain zipFile, or ossBucketName and ossObjectName',
  ],
  ['code that is not base64', { code: { zipFile: '%%%' } }, 'code.zipFile: must be base64'],
  ['a name that begins with a digit', { functionName: '1a' }, /^functionName: /],
  ['uneven memory', { memorySize: 100 }, 'memorySize: must be a multiple of 64'],
  [
    'a disk of another size',
    { diskSize: 1024 },
    /^DiskSize is set to an invalid value \(allowed: 512 \| 10240, actual: '1024'\)/,
  ],
  [
    'soft concurrency above concurrency',
    { instanceConcurrency: 4, instanceSoftConcurrency: 5 },
    /^instanceSoftConcurrency: /,
  ],
])('a function with %s is rejected with the name of the field, and not stored', (_, change, message) => {
  const { send, send2021 } = createDemo()
  const { status, body } = send2021('POST', root, { ...least, ...change })
  expect([status, body.Code]).toEqual([400, 'InvalidArgument'])
  if (typeof message === 'string') expect(body.Message).toBe(message)
  else expect(body.Message).toMatch(message)
  expect(send('GET', root).body.functions).toHaveLength(1)
})

test('an update changes only the fields that it contains, and replaces whole maps and structures', () => {
  const { clock, send2021 } = createDemo()
  const created = send2021('POST', root, {
    ...least,
    environmentVariables: { A: '1', B: '2' },
    customDNS: { nameServers: ['8.8.8.8'], searches: ['example'] },
    cpu: 1.5,
    timeout: 60,
  })
  clock.advance(1000)
  const change = { environmentVariables: { C: '3' }, customDNS: { searches: ['other'] }, diskSize: 512 }
  const updated = send2021('PUT', `${root}/new`, change)
  expect(updated.body).toEqual({ ...created.body, ...change, lastModifiedTime: '2016-08-15T15:00:01.000+0000' })
  expect(updated.headers.ETag).not.toBe(created.headers.ETag)
  expect(send2021('PUT', `${root}/new`, { environmentVariables: {} }).body.environmentVariables).toEqual({})
  expect(send2021('PUT', `${root}/new`, { code: { zipFile: '' } }).body).toMatchObject({ codeSize: 0, timeout: 60 })
  expect(send2021('PUT', `${root}/new`, { code: {} }).body.codeSize, 'nothing named, nothing changed').toBe(0)
})

test('If-Match allows an update only with the current ETag, from either API version', () => {
  const { send, send2021 } = createDemo()
  const first = send('GET', `${root}/f`).headers.Etag
  const second = send2021('PUT', `${root}/f`, { timeout: 5 }, { 'if-match': first }).headers.ETag
  expect(second).not.toBe(first)
  expect(send2021('PUT', `${root}/f`, { timeout: 6 }, { 'if-match': first })).toMatchObject(
    refusal(412, 'PreconditionFailed'),
  )
  expect(send('GET', `${root}/f`)).toMatchObject({ body: { timeout: 5 }, headers: { Etag: second } })
  expect(send('PUT', `${root}/f`, { timeout: 7 }, { 'if-match': second }).status).toBe(200)
})

test('an update accepts both field names of concurrency; the one with a capital letter takes precedence, and responses have the other', () => {
  const { send2021 } = createDemo()
  const update = (body: object) => send2021('PUT', `${root}/f`, body).body
  expect(update({ InstanceConcurrency: 10 })).toMatchObject({ instanceConcurrency: 10 })
  expect(update({ instanceConcurrency: 20 })).toMatchObject({ instanceConcurrency: 20 })
  const both = update({ InstanceConcurrency: 30, instanceConcurrency: 40 })
  expect(both.instanceConcurrency).toBe(30)
  expect(both).not.toHaveProperty('InstanceConcurrency')
})

test.each([
  ['the soft concurrency', { instanceSoftConcurrency: 11 }],
  ['the concurrency', { InstanceConcurrency: 4 }],
  ['the concurrency under its other name', { instanceConcurrency: 4 }],
])('an update of %s compares the soft concurrency with the concurrency of the function', (_, change) => {
  const { send, send2021 } = createDemo()
  send2021('POST', root, { ...least, instanceConcurrency: 10, instanceSoftConcurrency: 5 })
  expect(send2021('PUT', `${root}/new`, change)).toMatchObject(
    refusal(400, 'InvalidArgument', expect.stringMatching(/^instanceSoftConcurrency: \d+ must not exceed/)),
  )
  expect(send2021('PUT', `${root}/new`, {}).body).toMatchObject({ instanceConcurrency: 10, instanceSoftConcurrency: 5 })
  const both = { instanceSoftConcurrency: 20, InstanceConcurrency: 20 }
  expect(send2021('PUT', `${root}/new`, both).status).toBe(200)
  expect(send('PUT', `${root}/new`, { instanceConcurrency: 4 }), 'nor can the other version break it').toMatchObject({
    status: 400,
    body: { ErrorCode: 'InvalidArgument' },
  })
})

test.each([
  [{ InstanceConcurrency: 10, instanceConcurrency: 1, instanceSoftConcurrency: 10 }, 200],
  [{ InstanceConcurrency: 1, instanceConcurrency: 10, instanceSoftConcurrency: 10 }, 400],
  [{ instanceConcurrency: 10, instanceSoftConcurrency: 10 }, 200],
  [{ instanceConcurrency: 9, instanceSoftConcurrency: 10 }, 400],
])('the concurrency field that takes precedence limits the soft concurrency: %j', (change, status) => {
  expect(createDemo().send2021('PUT', `${root}/f`, change).status).toBe(status)
})

test('X-Fc-Code-Checksum is compared only with code in the request', () => {
  const { send2021 } = createDemo()
  const right = { 'x-fc-code-checksum': checksum }
  const wrong = { 'x-fc-code-checksum': '1' }
  const refused = refusal(400, 'InvalidArgument', expect.stringMatching(/^X-Fc-Code-Checksum: is 1, but/))
  expect(send2021('POST', root, least, wrong)).toMatchObject(refused)
  expect(send2021('PUT', `${root}/f`, { code: least.code }, wrong)).toMatchObject(refused)
  expect(send2021('POST', root, least, right).status).toBe(200)
  expect(send2021('PUT', `${root}/f`, { code: least.code }, { 'x-fc-code-checksum': '' }).status).toBe(200)
  expect(send2021('PUT', `${root}/f`, { timeout: 9 }, wrong).status, 'no code came').toBe(200)
  const oss = { code: { ossBucketName: 'b', ossObjectName: 'o' } }
  expect(send2021('PUT', `${root}/f`, oss, wrong).status, 'the mock reads no bucket').toBe(200)
})
