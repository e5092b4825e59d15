import { expect, test } from 'vitest'
import { aliyunFc20160815 as api } from '../../../schemas/aliyun-fc-2016-08-15/api.ts'
import { huaweiFunctionGraphV2 } from '../../../schemas/huawei-functiongraph-v2/api.ts'
import { toExchange } from '../../testing/exchange.ts'
import { findResponseFault } from './expect-response.ts'

const { getService, deleteService } = api.operations

test('a documented success passes', () => {
  expect(findResponseFault(api, toExchange(getService, 200, { serviceName: 'a' }), undefined)).toBeUndefined()
  expect(findResponseFault(api, toExchange(getService, 200, {}), 200)).toBeUndefined()
  expect(findResponseFault(api, toExchange(deleteService, 204, undefined), undefined)).toBeUndefined()
})

test.each([
  ['another success', toExchange(getService, 201, {}), 'status 200', 'status 201'],
  [
    'an error, with its code and message',
    toExchange(getService, 404, { ErrorCode: 'ServiceNotFound', ErrorMessage: 'gone' }),
    'status 200',
    'status 404 with ServiceNotFound (gone)',
  ],
  [
    'an error in HTML',
    toExchange(getService, 502, undefined, { body: Buffer.from('<h1>Bad\n gateway</h1>') }),
    'status 200',
    'status 502 with the body <h1>Bad gateway</h1>',
  ],
  ['an empty body', toExchange(getService, 200, undefined), 'a JSON body', 'an empty body'],
  ['no content type', toExchange(getService, 200, {}, { headers: [] }), 'the content type', 'no content type'],
  ['a body where none is documented', toExchange(deleteService, 204, {}), 'no body', 'the body {}'],
  [
    'a byte order mark',
    toExchange(getService, 200, undefined, { body: Buffer.from('\ufeff{}') }),
    'a JSON body',
    'not JSON',
  ],
  [
    'bytes that are not UTF-8',
    toExchange(getService, 200, undefined, { body: Uint8Array.of(0x22, 0xff, 0x22) }),
    'a JSON body',
    'not JSON',
  ],
  [
    'a nested field of another type',
    toExchange(getService, 200, { vpcConfig: { vpcId: 'v', vSwitchIds: [1], securityGroupId: 's' } }),
    'a body that matches its schema: vpcConfig.vSwitchIds.0 must be a string',
    'vpcConfig.vSwitchIds.0 1',
  ],
])('%s is a violation with expected and actual text', (_, exchange, expected, actual) => {
  const fault = findResponseFault(api, exchange, undefined)
  expect(fault?.expected).toContain(expected)
  // What came is only in the actual text.
  expect(fault?.expected).not.toMatch(/received|Invalid input/)
  expect(fault?.actual).toContain(actual)
})

test('an undocumented field is not a violation', () => {
  expect(
    findResponseFault(api, toExchange(getService, 200, { tracingConfig: 'text', unheardOf: 1 }), undefined),
  ).toBeUndefined()
})

test('a status that the operation does not document is a defect of the check', () => {
  expect(() => findResponseFault(api, toExchange(getService, 202, {}), 202)).toThrow(/does not document status 202/)
})

test('a number may be a string only where table and example of the source contradict each other', () => {
  const { updateFunctionConfig } = huaweiFunctionGraphV2.operations
  const find = (body: object) =>
    findResponseFault(huaweiFunctionGraphV2, toExchange(updateFunctionConfig, 200, body), undefined)
  expect(find({ mount_config: { mount_user: { user_id: '1000', user_group_id: -1 } } })).toBeUndefined()
  expect(find({ mount_config: { mount_user: { user_id: 'root' } } })?.actual).toContain('root')
  expect(find({ memory_size: '128' })?.actual).toContain('128')
})
