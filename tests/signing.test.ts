import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { createTarget } from '../contracts/core/http/target.ts'
import { toSigning } from '../contracts/core/signing/signer.ts'
import { serve } from '../mocks/adapters/http/node.ts'
import { aliyunFc20160815 } from '../schemas/aliyun-fc-2016-08-15/api.ts'
import { aliyunFc20210406 } from '../schemas/aliyun-fc-2021-04-06/api.ts'
import { recordedRequests } from '../mocks/core/auth/testing/recorded.ts'
import type { RecordedRequest } from '../mocks/core/auth/testing/recorded-request.ts'
import { apis } from '../schemas/apis.ts'
import type { Api } from '../schemas/core/api.ts'
import type { Operation } from '../schemas/core/operation.ts'
import { huaweiFunctionGraphV2 } from '../schemas/huawei-functiongraph-v2/api.ts'

const nonce = vi.hoisted(() => vi.fn<() => string>())
vi.mock('node:crypto', async (load) => ({ ...(await load<typeof import('node:crypto')>()), randomUUID: nonce }))

/** The requests with the headers that the suite signs. The SDKs for Python sign User-Agent, too. */
const comparable = recordedRequests.filter(
  ({ request }) => !/SignedHeaders=[^,]*user-agent/.test(request.headers.authorization ?? ''),
)

describe('the suite calculates the same signature as an SDK', () => {
  test('there are recorded requests of every scheme', () => {
    for (const { id } of apis) expect(comparable.filter(({ api }) => api === id).length).toBeGreaterThanOrEqual(3)
  })

  test.each(comparable)('$client $call', async ({ api: id, credential, sentAt, request }) => {
    const { dialect } = apis.find((api) => api.id === id) ?? expect.unreachable()
    const { headers, method, path, query, body = new Uint8Array() } = request
    nonce.mockReturnValue(headers['x-acs-signature-nonce'] ?? '')
    const credentials = {
      accessKeyId: credential.id,
      accessKeySecret: credential.secret,
      ...(credential.securityToken !== undefined && { token: credential.securityToken }),
    }
    const account = headers['x-fc-account-id'] ?? headers['x-project-id']
    const { signer } = toSigning(dialect, credentials, account, () => new Date(sentAt))
    const url = `http://${request.host}${path}${query && `?${query}`}`
    const signed = await signer?.({ method, url, headers: toUnsigned(headers), body })
    expect(toSignature(signed?.authorization)).toBe(toSignature(headers.authorization))
    expect({ ...headers, ...signed }).toEqual({ ...headers, authorization: signed?.authorization })
  })
})

/** The headers without those that the signer adds. */
function toUnsigned(headers: RecordedRequest['request']['headers']): (readonly [string, string])[] {
  const added =
    /^(authorization|date|x-(acs|sdk)-date|x-acs-content-sha256|x-acs-signature-nonce|x-project-id|.*-security-token|x-fc-account-id)$/
  return Object.entries(headers).flatMap(([name, value]) =>
    value === undefined || added.test(name) ? [] : [[name, value] as const],
  )
}

/** The signature at the end of an Authorization header. */
function toSignature(authorization = ''): string {
  return authorization.split(/Signature=|:/).at(-1) ?? ''
}

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
