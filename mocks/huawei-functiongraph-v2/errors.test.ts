import { expect, test } from 'vitest'
import { huaweiFunctionGraphV2 as api } from '../../schemas/huawei-functiongraph-v2/api.ts'
import { inlineRequest, zipRequest } from '../../schemas/huawei-functiongraph-v2/examples/function-code.ts'
import type { JsonResponse } from '../core/testing/client.ts'
import { type FunctionGraphClient, functionGraphClient, toUrn } from './testing/client.ts'

const foreign = 'urn:fss:cn-north-4:other:function:default:test'
const mount = { mount_type: 'sfs', mount_resource: 'r', local_mount_path: '/mnt' }
const user = { user_id: -1, user_group_id: -1 }

/** A cause of a code, and the field that starts the message. The documented message names no field. */
type Cause = readonly [code: string, fields: object, field: string]

const configCauses: readonly Cause[] = [
  ['FSS.0400', { description: 1 }, 'description: must be a string'],
  ['FSS.1002', { func_name: 1 }, 'func_name: must be a string'],
  ['FSS.1003', { handler: ' ' }, 'handler: must match'],
  ['FSS.1003', { handler: undefined }, 'handler: must be present'],
  ['FSS.1005', { runtime: 'HTTP' }, 'runtime: must be one of Java8, '],
  ['FSS.1007', { memory_size: 1000 }, 'memory_size: must be one of 128, 256, '],
  ['FSS.1008', { timeout: 2 }, 'timeout: must be at least 3'],
  ['FSS.1008', { timeout: 259201 }, 'timeout: must be at most 259200'],
  ['FSS.1009', { user_data: {} }, 'user_data: must be a string'],
  ['FSS.1009', { user_data: 'Host=192.168.0.1' }, 'user_data: must be a JSON object'],
  ['FSS.1017', { user_data: JSON.stringify({ ...[...'abcdefghijklmnopqrstu'] }) }, 'user_data: must have at most 20'],
  ['FSS.1018', { user_data: JSON.stringify({ a: 'a'.repeat(4096) }) }, 'user_data: names and values must have at most'],
  ['FSS.1026', { strategy_config: { concurrency: 1001 } }, 'strategy_config.concurrency: must be at most 1000'],
  ['FSS.1026', { strategy_config: { concurrent_num: 0 } }, 'strategy_config.concurrent_num: must be at least 1'],
  ...mountCauses({ ...mount, local_mount_path: undefined }, 'func_mounts[0].local_mount_path: must be present'),
  ...mountCauses({ ...mount, local_mount_path: 'mnt' }, 'func_mounts.local_mount_path: must begin with /'),
  ...mountCauses({ ...mount, mount_type: 'ecs' }, 'func_mounts[0].mount_share_path: must be present'),
  ...userCauses({ ...user, user_id: 0 }, 'mount_user.user_id: '),
  ...userCauses({ ...user, user_group_id: '65535' }, 'mount_user.user_group_id: '),
]

function mountCauses(func_mount: object, field: string): readonly Cause[] {
  return [['FSS.1039', { mount_config: { mount_user: user, func_mounts: [func_mount] } }, `mount_config.${field}`]]
}

function userCauses(mount_user: object, field: string): readonly Cause[] {
  return [['FSS.1075', { mount_config: { mount_user, func_mounts: [] } }, `mount_config.${field}`]]
}

const inline = inlineRequest.value
const toZeros = (size: number) => Buffer.alloc(size).toString('base64')

const codeCauses: readonly Cause[] = [
  ['FSS.0400', { ...inline, depend_version_list: 'd' }, 'depend_version_list: must be a list'],
  ['FSS.0400', { ...zipRequest.value, code_filename: undefined }, 'code_filename: must be present'],
  ['FSS.1006', { ...inline, code_type: 'rar' }, 'code_type: must be one of inline, zip, obs, jar'],
  ['FSS.1010', { code_type: 'obs' }, 'code_url: must be present'],
  ['FSS.1010', { code_type: 'obs', code_url: 'index.zip' }, 'code_url: must be an http or https URL'],
  ['FSS.1011', { ...inline, func_code: { file: 1 } }, 'func_code.file: must be a string'],
  ['FSS.1011', { ...inline, func_code: { file: 'def handler' } }, 'func_code.file: must be base64'],
  ['FSS.1012', { code_type: 'inline' }, 'func_code: must be present'],
  [
    'FSS.1071',
    { ...zipRequest.value, func_code: { file: toZeros(50 * 1024 * 1024 + 1) } },
    'func_code.file: must have',
  ],
  ['FSS.1072', { ...inline, func_code: { file: toZeros(10 * 1024 + 1) } }, 'func_code.file: inline code must have'],
]

const expectCode = (response: JsonResponse, code: string, message: string) => {
  expect(response.body.error_code, response.body.error_msg).toBe(code)
  expect(response.body.error_msg).toContain(message)
  expect(response.headers['X-Mock-Rule'], 'the source and a rule in words').toMatch(/^00[12] [\w, ]+; .* ./)
  expect(response.status).toBe(api.errors[code as keyof typeof api.errors].status) // the tables hold the catalogue's codes
}

const toRows = (causes: readonly Cause[]) => causes.map(([code, fields, field]) => ({ code, fields, field }))

test.each(toRows(configCauses))('an update of settings is rejected with $code: $field', ({ code, fields, field }) => {
  expectCode(functionGraphClient().putConfig('test', fields), code, field)
})

test.each(toRows(codeCauses))('code is rejected with $code: $field', ({ code, fields, field }) => {
  expectCode(functionGraphClient().putCode('test', fields), code, field)
})

const elsewhere: readonly [string, (client: FunctionGraphClient) => readonly JsonResponse[]][] = [
  ['FSS.0403', (client) => [client.putConfig(foreign), client.putCode(foreign, inline)]],
  ['FSS.1051', (client) => [client.putConfig('nobody'), client.putCode('nobody', inline)]],
  ['FSS.1052', (client) => [client.putConfig('test:v1'), client.putCode('test:v1', inline)]],
]

test.each(elsewhere)('both operations return %s for its cause in the path', (code, ask) => {
  for (const response of ask(functionGraphClient())) expectCode(response, code, '')
})

/**
 * The codes that no request of this file can cause: authentication has its causes in core/auth/real-causes.test.ts, and
 * the mock neither fails nor throttles by itself.
 */
const notFromHere = ['FSS.0401', 'FSS.0429', 'FSS.0500', 'FSS.0503']

test('every error code of both operations is tested above, except those', () => {
  const { updateFunctionConfig, updateFunctionCode } = api.operations
  const inPath = elsewhere.map(([code]) => code)
  const causes: (readonly [{ errors: readonly string[]; observedErrors: readonly string[] }, readonly Cause[]])[] = [
    [updateFunctionConfig, configCauses],
    [updateFunctionCode, codeCauses],
  ]
  for (const [{ errors, observedErrors }, own] of causes) {
    const reached = new Set([...own.map(([code]) => code), ...inPath, ...notFromHere])
    expect([...reached].sort()).toEqual([...errors, ...observedErrors].sort())
  }
})

test('a body that is too large is FSS.1071 for code, and invalid for operations without this code', () => {
  const { emulator } = functionGraphClient()
  const ask = (part: string) => {
    const path = `/v2/p/fgs/functions/${toUrn('test')}/${part}`
    const wire = { method: 'PUT', path, query: '', headers: {}, body: undefined, host: '', tooLarge: true }
    return emulator.handle(wire)
  }
  expect(ask('code')).toMatchObject({ status: 413, body: expect.stringContaining('FSS.1071') })
  expect(ask('config')).toMatchObject({ status: 400, body: expect.stringContaining('FSS.0400') })
})
