import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import {
  functionCode,
  inlineRequest,
  zipRequest,
} from '../../../schemas/huawei-functiongraph-v2/examples/function-code.ts'
import { functionGraphClient, toUrn } from '../testing/client.ts'

test('the example of the source returns the response of the source', () => {
  const { status, body } = functionGraphClient().putCode('test', inlineRequest.value)
  expect(status).toBe(200)
  expect(body).toEqual({
    ...functionCode.value,
    func_urn: toUrn('test:latest'),
    domain_id: expect.stringMatching(/^[0-9a-f]{32}$/),
  })
})

test('a ZIP has the size and the SHA-512 of its bytes', () => {
  const file = zipRequest.value.func_code?.file ?? ''
  const bytes = Buffer.from(file, 'base64')
  expect(functionGraphClient().putCode('fgsTest', zipRequest.value).body).toMatchObject({
    code_type: 'zip',
    code_filename: 'index.zip',
    code_size: bytes.length,
    digest: createHash('sha512').update(bytes).digest('hex'),
    func_code: { file, link: '' },
    runtime: 'Node.js18.15',
  })
})

test('code in OBS is returned as its URL until other code replaces it', () => {
  const { putCode } = functionGraphClient()
  const code_url = 'https://demo-bucket.obs.example.com/index.zip'
  const { body } = putCode('fgsTest', { code_type: 'obs', code_url })
  expect(body).toMatchObject({ code_type: 'obs', code_url, func_code: { link: code_url } })
  expect(body.func_code).not.toHaveProperty('file')
  expect(putCode('fgsTest', inlineRequest.value).body).not.toHaveProperty('code_url')
})

test('dependencies are returned in three forms, kept if absent, and removed by an empty list', () => {
  const { putCode } = functionGraphClient()
  expect(putCode('test', inlineRequest.value).body).not.toHaveProperty('depend_version_list')
  const first = putCode('test', { ...inlineRequest.value, depend_version_list: ['d1', 'd2'] }).body
  const [one, two] = first.depend_list
  expect(one).not.toBe(two)
  expect(first).toMatchObject({
    depend_version_list: ['d1', 'd2'],
    dependencies: [
      { id: 'd1', dep_id: one },
      { id: 'd2', dep_id: two },
    ],
  })
  expect(putCode('test', inlineRequest.value).body).toEqual(first)
  const cleared = putCode('test', { ...inlineRequest.value, depend_version_list: [] }).body
  expect(cleared).toMatchObject({ depend_version_list: [], depend_list: [], dependencies: [] })
})

test('the instance limit of the settings is returned', () => {
  const { putConfig, putCode } = functionGraphClient()
  putConfig('test', { strategy_config: { concurrency: 0, concurrent_num: 7 } })
  expect(putCode('test', inlineRequest.value).body.strategy_config).toEqual({ concurrency: 0, concurrent_num: 7 })
})

test('empty code is replaced by the default code of the runtime', () => {
  const { body } = functionGraphClient().putCode('fgsTest', { code_type: 'inline', func_code: {} })
  expect(atob(body.func_code.file)).toBe('exports.handler = async (event) => event\n')
})

test('B11: the code type of a container image needs a container image, and changes only the dependencies', () => {
  const { putCode } = functionGraphClient()
  const request = { code_type: 'Custom-Image-Swr', depend_version_list: ['d1'] } as const
  expect(putCode('test', request)).toMatchObject({
    status: 400,
    body: {
      error_code: 'FSS.0400',
      error_msg: 'the function has no container image: set custom_image in its settings',
    },
  })
  const { status, body } = putCode('test_function', request)
  expect(status).toBe(200)
  expect(body).toMatchObject({ code_type: 'Custom-Image-Swr', code_size: 0, depend_version_list: ['d1'] })
  expect(body).not.toHaveProperty('func_code')
})

test('B11: the id of the key that encrypts the code is returned, and kept if absent', () => {
  const { putCode } = functionGraphClient()
  expect(putCode('test', inlineRequest.value).body).not.toHaveProperty('code_encrypt_kms_key_id')
  const request = { ...inlineRequest.value, code_encrypt_kms_key_id: 'a key' }
  expect(putCode('test', request).body).toMatchObject({ code_encrypt_kms_key_id: 'a key' })
  expect(putCode('test', inlineRequest.value).body).toMatchObject({ code_encrypt_kms_key_id: 'a key' })
})

test('the code of a function with a container image cannot be updated', () => {
  const { putConfig, putCode } = functionGraphClient()
  expect(putCode('test_function', inlineRequest.value)).toMatchObject({
    status: 400,
    body: {
      error_code: 'FSS.0400',
      error_msg: 'the function runs from a container image: change custom_image in its settings',
    },
  })
  putConfig('test_function', { custom_image: { enabled: false } })
  expect(putCode('test_function', inlineRequest.value).status).toBe(200)
})

test('rejected code changes nothing', () => {
  const { emulator, putCode } = functionGraphClient()
  putCode('test', inlineRequest.value)
  const before = emulator.exportState()
  for (const request of [{ code_type: 'inline' }, { code_type: 'inline', func_code: { file: '%' } }]) {
    expect(putCode('test', request).status).toBe(400)
  }
  expect(emulator.exportState()).toEqual(before)
})
