import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { zipRequest } from '../../../schemas/huawei-functiongraph-v2/examples/function-code.ts'
import {
  customImageRequest,
  gpuRequest,
  mountRequest,
} from '../../../schemas/huawei-functiongraph-v2/examples/function-config.ts'
import { functionGraphClient, least, project, toUrn } from '../testing/client.ts'

test('an update returns the whole function with its derived fields', () => {
  const response = functionGraphClient().putConfig('test', { memory_size: 1280 })
  expect(response).toMatchObject({ status: 200, headers: { 'X-Request-Id': expect.any(String) } })
  const id = response.body.func_id
  expect(response.body).toEqual({
    func_id: expect.stringMatching(/^[0-9a-f-]{36}$/),
    resource_id: `${id}:test`,
    func_urn: toUrn('test'),
    func_name: 'test',
    domain_id: expect.stringMatching(/^[0-9a-f]{32}$/),
    namespace: project,
    project_name: 'cn-north-4',
    package: 'default',
    runtime: 'Node.js18.15',
    timeout: 40,
    handler: 'index.handler',
    memory_size: 1280,
    cpu: 1200,
    code_type: 'inline',
    code_filename: 'index.py',
    code_size: 257,
    digest: expect.stringMatching(/^c3c8947463528004.{112}$/),
    version: 'latest',
    image_name: expect.stringMatching(/^latest-191031113758@[a-z]{5}$/),
    last_modified: '2019-10-31 11:37:58',
    ephemeral_storage: 512,
    strategy_config: { concurrency: -1 },
    type: 'v2',
  })
})

test.each([
  ['fgsTest', mountRequest.value, { memory_size: 768, cpu: 800, mount_config: mountRequest.value.mount_config }],
  ['test_GPU', gpuRequest.value, { gpu_memory: 1024, handler: 'bootstrap' }],
  ['test_function', customImageRequest.value, { custom_image: customImageRequest.value.custom_image, xrole: 'xxx' }],
])('the example of the source for %s works unchanged', (name, request, expected) => {
  expect(functionGraphClient().putConfig(name, request)).toMatchObject({ status: 200, body: expected })
})

test('B11: the fields that only the newer definition has are stored and returned', () => {
  const { putConfig } = functionGraphClient()
  const fields = {
    runtime: 'Java17',
    enable_lts_log: true,
    lts_custom_tag: { team: 'demo' },
    peering_cidr: '192.168.0.0/16',
    user_data_encrypt_kms_key_id: 'a key',
    func_vpc: { vpc_id: 'v', subnet_id: 's', is_safety: true },
    custom_image: { enabled: false, is_public: true },
  }
  expect(putConfig('test', fields)).toMatchObject({ status: 200, body: fields })
  expect(putConfig('test', { description: 'd' }).body).toMatchObject({ ...fields, runtime: expect.any(String) })
})

test('absent fields are not changed', () => {
  const { putConfig } = functionGraphClient()
  const fields = {
    description: 'd',
    user_data: '{"a":"b"}',
    encrypted_user_data: '{"c":"d"}',
    ephemeral_storage: 10240,
    func_vpc: { vpc_id: 'v', subnet_id: 's' },
    initializer_handler: 'a.b',
    initializer_timeout: 5,
    pre_stop_handler: 'a.c',
    pre_stop_timeout: 6,
    app_xrole: 'x',
    enterprise_project_id: '0',
    is_stateful_function: true,
    enable_dynamic_memory: true,
    enable_auth_in_header: true,
    domain_names: 'a.example.com',
    gpu_memory: 2048,
    gpu_type: 'nvidia-t4',
    strategy_config: { concurrency: 5, concurrent_num: 3 },
  }
  const first = putConfig('test', fields)
  expect(first.body).toMatchObject(fields)
  expect(putConfig('test').body).toEqual(first.body)
  expect(putConfig('test', { description: '', user_data: '' }).body).toEqual({
    ...first.body,
    description: '',
    user_data: '',
  })
})

test('an object replaces the existing object, except for the two numbers of strategy_config', () => {
  const { putConfig } = functionGraphClient()
  putConfig('test', { func_vpc: { vpc_id: 'v', subnet_id: 's', cidr: 'c' }, strategy_config: { concurrency: 5 } })
  const { body } = putConfig('test', {
    func_vpc: { vpc_id: 'w', subnet_id: 't' },
    strategy_config: { concurrent_num: 3 },
  })
  expect(body.func_vpc).toEqual({ vpc_id: 'w', subnet_id: 't' })
  expect(body.strategy_config).toEqual({ concurrency: 5, concurrent_num: 3 })
})

test('ids of mount users are returned as numbers', () => {
  const { putConfig } = functionGraphClient()
  const mounts = (user_id: unknown) => ({ mount_user: { user_id, user_group_id: '65534' }, func_mounts: [] })
  const toUser = (user_id: unknown) => putConfig('test', { mount_config: mounts(user_id) }).body.mount_config.mount_user
  expect([toUser('-1'), toUser(1003)]).toEqual([
    { user_id: -1, user_group_id: 65534 },
    { user_id: 1003, user_group_id: 65534 },
  ])
})

test('log settings are returned as two ids, and seven settings are not returned', () => {
  const { body } = functionGraphClient().putConfig('test', {
    log_config: { group_name: 'g', group_id: 'gid', stream_name: 's', stream_id: 'sid' },
    extend_config: '{}',
    network_controller: { disable_public_network: true },
    restore_hook_handler: 'a.b',
    restore_hook_timeout: 3,
    heartbeat_handler: 'a.b',
    enable_class_isolation: true,
  })
  expect(body).toMatchObject({ log_group_id: 'gid', log_stream_id: 'sid' })
  const taken = /^(log_config|extend_config|network_controller|restore_hook|heartbeat_handler|enable_class_isolation)/
  expect(Object.keys(body).filter((name) => taken.test(name))).toEqual([])
})

test('the code of a function with a container image is the image', () => {
  const { putConfig } = functionGraphClient()
  const image = (custom_image: object) => putConfig('fgsTest', { custom_image }).body
  const digest = createHash('sha512').update('swr/a:1').digest('hex')
  const on = image({ enabled: true, image: 'swr/a:1' })
  expect(on).toMatchObject({ code_type: 'Custom-Image-Swr', code_size: 0, digest })
  expect(on).not.toHaveProperty('code_filename')
  expect(image({ enabled: true, image: 'swr/a:2' }).digest).not.toBe(digest)
  expect(image({ enabled: false, image: 'swr/a:1' })).toMatchObject({ code_type: 'zip', code_filename: 'index.zip' })
})

test('a code URL is returned only for code in OBS', () => {
  const { putConfig } = functionGraphClient()
  expect(putConfig('test_GPU').body).toMatchObject({ code_type: 'obs', code_url: expect.stringMatching(/^https:/) })
  expect(putConfig('fgsTest').body).not.toHaveProperty('code_url')
})

test('dependencies of a code update are returned', () => {
  const { putConfig, putCode } = functionGraphClient()
  expect(putConfig('test').body).not.toHaveProperty('dependencies')
  putCode('test', { ...zipRequest.value, depend_version_list: ['d1'] })
  expect(putConfig('test').body.dependencies).toEqual([{ id: 'd1', dep_id: expect.any(String) }])
})

test.each([undefined, 'test', 'another'])('a name in the body does not rename the function: %s', (func_name) => {
  expect(functionGraphClient().putConfig('test', { func_name }).body.func_name).toBe('test')
})

test.each(['', ' ', 'a:b', 'a/b', 'a b'])('a name that a URN cannot contain is rejected: "%s"', (func_name) => {
  const { body } = functionGraphClient().putConfig('test', { func_name })
  expect(body).toEqual({ error_code: 'FSS.1002', error_msg: 'func_name: must be a name that a URN can contain' })
})

test('a rejected update changes nothing', () => {
  const { emulator, putConfig } = functionGraphClient()
  putConfig('test', { description: 'kept' })
  const before = emulator.exportState()
  for (const fields of [{ memory_size: 1 }, { func_name: '' }, { user_data: '[]' }]) {
    expect(putConfig('test', fields).status).toBe(400)
  }
  expect(emulator.exportState()).toEqual(before)
  expect(putConfig('test', least).body.description).toBe('kept')
})
