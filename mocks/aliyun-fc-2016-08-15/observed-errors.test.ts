import { expect, test } from 'vitest'
import { aliyunFc20160815 as api } from '../../schemas/aliyun-fc-2016-08-15/api.ts'
import { causedElsewhere } from '../aliyun-fc/testing/caused-elsewhere.ts'
import { createObserved, type ObservedRequest, observedRequests } from './testing/observed-requests.ts'

type Key = keyof typeof observedRequests
type Code = keyof typeof api.errors

/** Codes that no request of this test can cause, and why. */
const elsewhere: Partial<Record<Code, string>> = {
  ...causedElsewhere,
  MissingRequiredHeader: causedElsewhere.AccessDenied,
  DomainNameNotResolved: 'the mock reads no DNS; it can be forced',
}

const maxBodyBytes = 5000

const replace =
  (from: string, to: string) =>
  (sent: ObservedRequest): ObservedRequest =>
    JSON.parse(JSON.stringify(sent).replaceAll(from, to))

/** An invalid value of each operation, and the name that the message must contain. Other operations have no field. */
const invalid: Readonly<Record<Key, readonly [change: Partial<ObservedRequest>, name: string] | undefined>> = {
  tagResource: [{ body: { resourceArn: 'services/demo', tags: {} } }, 'tags'],
  untagResource: [{ body: { resourceArn: 'services/demo' } }, 'tagKeys'],
  getResourceTags: [{ path: '/tag?resourceArn=none' }, 'resourceArn'],
  putFunctionAsyncInvokeConfig: [{ body: { maxAsyncRetryAttempts: 9 } }, 'maxAsyncRetryAttempts'],
  getFunctionAsyncInvokeConfig: [{ path: '/services/demo/functions/%ZZ/async-invoke-config' }, 'functionName'],
  deleteFunctionAsyncInvokeConfig: [{ path: '/services/demo/functions/%ZZ/async-invoke-config' }, 'functionName'],
  listFunctionAsyncInvokeConfigs: [{ path: '/services/demo/functions/f/async-invoke-configs?limit=0' }, 'limit'],
  putFunctionOnDemandConfig: [{ body: { maximumInstanceCount: -1 } }, 'maximumInstanceCount'],
  getFunctionOnDemandConfig: [{ path: '/services/demo.1/functions/f/on-demand-config' }, 'qualifier'],
  deleteFunctionOnDemandConfig: [{ path: '/services/demo.1/functions/f/on-demand-config' }, 'qualifier'],
  listOnDemandConfigs: [{ path: '/on-demand-configs?limit=101' }, 'limit'],
  putProvisionConfig: [{ body: { target: 10_001 } }, 'target'],
  getProvisionConfig: [{ path: '/services/demo.1/functions/f/provision-config' }, 'qualifier'],
  listProvisionConfigs: [{ path: '/provision-configs?qualifier=prod' }, 'serviceName'],
  createCustomDomain: [{ body: { domainName: 'no domain' } }, 'domainName'],
  listCustomDomains: [{ path: '/custom-domains?nextToken=x' }, 'nextToken'],
  getCustomDomain: [{ path: '/custom-domains/%ZZ' }, 'domainName'],
  updateCustomDomain: [{ body: { protocol: 'FTP' } }, 'Protocol'],
  deleteCustomDomain: [{ path: '/custom-domains/%ZZ' }, 'domainName'],
  createVpcBinding: [{ body: { serviceName: 'demo' } }, 'vpcId'],
  deleteVpcBinding: [{ body: { vpcId: 1 } }, 'vpcId'],
  listVpcBindings: [{ path: '/services/%ZZ/bindings' }, 'serviceName'],
  getAccountSettings: undefined,
  listReservedCapacities: [{ path: '/reservedCapacities?limit=x' }, 'limit'],
  getTempBucketToken: undefined,
}

/** What is wrong with the request that gets each code. */
const causes: Partial<Record<Code, (sent: ObservedRequest) => ObservedRequest>> = {
  EntityTooLarge: (sent) => ({ ...sent, body: 'x'.repeat(maxBodyBytes + 1) }),
  ServiceNotFound: replace('demo', 'none'),
  FunctionNotFound: replace('/functions/f/', '/functions/none/'),
  AliasNotFound: replace('.prod', '.none'),
  VersionNotFound: replace('.prod', '.broken'),
  AsyncConfigNotExists: replace('.prod', '.LATEST'),
  OnDemandConfigNotFound: replace('.prod', '.LATEST'),
  DomainNameNotFound: replace('example.com', 'none.com'),
  DomainNameAlreadyExists: replace('new.com', 'example.com'),
  PreconditionFailed: (sent) => ({ ...sent, headers: { 'if-match': 'of another state' } }),
}

const keys = Object.keys(observedRequests) as Key[] // the keys of that very object
const known = keys.flatMap((key) => {
  const codes: readonly Code[] = api.operations[key].observedErrors
  return codes.map((code) => [key, code] as const)
})

test('there is a request of each observed operation', () => {
  const observed = Object.entries(api.operations).flatMap(([key, operation]) =>
    'provenance' in operation && operation.provenance === 'observed' ? [key] : [],
  )
  expect([...keys].sort()).toEqual(observed.sort())
})

test.each(keys)('a valid request of %s succeeds, and no element of it is a leniency', (key) => {
  const { method, path, status, ...rest }: ObservedRequest = observedRequests[key]
  const response = createObserved().call(method, path, rest.body)
  expect(response.status).toBe(status)
  expect(response.headers['X-Mock-Leniency']).toBeUndefined()
})

test.each(keys)('an invalid value in %s is rejected with the name of the field, and nothing is stored', (key) => {
  const { call, emulator } = createObserved()
  const [change, name] = invalid[key] ?? []
  if (!change || name === undefined) return expect(api.operations[key]).toMatchObject({ params: { query: {} } })
  const before = emulator.exportState()
  const granted: ObservedRequest = observedRequests[key]
  const { method, path, body } = { ...granted, ...change }
  const response = call(method, path, body)
  expect(response).toMatchObject({
    status: 400,
    body: { errorCode: 'InvalidArgument', errorMessage: expect.stringContaining(name) },
  })
  expect(emulator.exportState()).toBe(before)
})

test.each(known.filter(([, code]) => code in causes))(
  '%s returns %s for its cause, in the envelope of the API, and stores nothing',
  (key, code) => {
    const { send, call, emulator } = createObserved({ maxBodyBytes })
    // The alias `broken` names a version that no longer exists.
    send('PUT', '/demo', { description: 'changed' })
    send('POST', '/demo/versions', {})
    send('POST', '/demo/aliases', { aliasName: 'broken', versionId: '2' })
    send('DELETE', '/demo/versions/2')
    const before = emulator.exportState()
    const granted: ObservedRequest = observedRequests[key]
    const { method, path, body, headers } = causes[code]?.(granted) ?? granted
    const response = call(method, path, body, headers)
    expect(response.status).toBe(api.errors[code].status)
    const message = expect.stringMatching(/./)
    expect(response.body).toEqual({ ErrorCode: code, ErrorMessage: message, errorCode: code, errorMessage: message })
    expect(response.headers['X-Mock-Rule'], 'the source and a rule in words').toMatch(/^SDK-(NODE|JAVA) \w+; .* ./)
    expect(emulator.exportState()).toBe(before)
  },
)

test('every error code of these operations is either tested here or explained', () => {
  const all = [...new Set(known.map(([, code]) => code))].sort()
  expect([...Object.keys(causes), 'InvalidArgument', ...Object.keys(elsewhere)].sort()).toEqual(all)
})

test.each(['/layers', '/accountConfigs', '/tags', '/services/demo/functions/f/provision-config'])(
  'the response to GET %s states that the mock does not serve it',
  (path) => {
    const { status, body } = createObserved().call('GET', path)
    expect([status, body.errorCode]).toEqual([400, 'PathNotSupported'])
    expect(body.errorMessage).toContain(`the mock does not serve GET /2016-08-15${path}`)
  },
)
