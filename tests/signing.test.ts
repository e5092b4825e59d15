import { expect, onTestFinished, test } from 'vitest'
import { createTarget } from '../contracts/core/http/target.ts'
import { toSigning } from '../contracts/core/signing/signer.ts'
import { serve } from '../mocks/adapters/http/node.ts'
import { aliyunFc20160815 } from '../schemas/aliyun-fc-2016-08-15/api.ts'
import { aliyunFc20210406 } from '../schemas/aliyun-fc-2021-04-06/api.ts'
import type { Api } from '../schemas/core/api.ts'
import type { Operation } from '../schemas/core/operation.ts'
import { huaweiFunctionGraphV2 } from '../schemas/huawei-functiongraph-v2/api.ts'

const key = { accessKeyId: 'LTAIfixture', accessKeySecret: 'a-secret-of-some-length' }
const urn = 'urn:fss:cn-north-4:p1:function:default:no such:latest'

const { createService, listServices } = aliyunFc20160815.operations
const calls: readonly [string, Api, Operation, object][] = [
  ['FC signature, a body', aliyunFc20160815, createService, { body: { serviceName: 'für März' } }],
  ['FC signature, a query', aliyunFc20160815, listServices, { query: { prefix: 'a b&c', limit: 5 } }],
  ['FC signature, a path', aliyunFc20160815, listServices, { rawPath: '/services/a%20b%2Fc' }],
  [
    'ACS3',
    aliyunFc20210406,
    aliyunFc20210406.operations.createFunction,
    { path: { serviceName: 'a b*' }, body: { functionName: 'ü' }, query: { b: '2', a: 'x y*' } },
  ],
  [
    'SDK-HMAC',
    huaweiFunctionGraphV2,
    huaweiFunctionGraphV2.operations.updateFunctionConfig,
    { path: { project_id: 'p1', function_urn: urn }, body: { func_name: 'ü' }, query: { b: '2', a: 'x y' } },
  ],
]

async function call(api: Api, operation: Operation, input: object, credentials?: object, token = false) {
  const { accessKeyId: id, accessKeySecret: secret } = key
  const { url, close } = await serve({
    port: 0,
    auth: { mode: 'verify', credentials: [{ id, secret }], tokens: token ? [{ token: 'user-token' }] : [] },
  })
  onTestFinished(() => close())
  const { signer } = toSigning(api.dialect, credentials, undefined)
  const target = createTarget({ api, baseUrl: url, ...(signer && { signer }) })
  onTestFinished(target.close)
  return (await target.send(operation, input)).response.status
}

test.each(calls)(
  '%s: the emulator accepts signed requests, and rejects another key and unsigned requests',
  async (_, api, op, input) => {
    expect([401, 403]).not.toContain(await call(api, op, input, key))
    expect([401, 403]).toContain(await call(api, op, input, { ...key, accessKeySecret: 'another-secret-of-length' }))
    expect([401, 403]).toContain(await call(api, op, input))
  },
)

test('a token without a key is sent in the header of its API', async () => {
  const [, api, operation, input] = calls[4] ?? calls[0] ?? expect.unreachable()
  expect([401, 403]).not.toContain(await call(api, operation, input, { token: 'user-token' }, true))
  expect(await call(api, operation, input, { token: 'other' }, true)).toBe(401)
})

test('a token without a key is rejected for an API without tokens', () => {
  expect(() => toSigning(aliyunFc20160815.dialect, { token: 'a' }, undefined)).toThrow(/does not accept a token alone/)
})
