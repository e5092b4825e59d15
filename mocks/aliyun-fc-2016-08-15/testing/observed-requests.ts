import type { aliyunFc20160815 as api } from '../../../schemas/aliyun-fc-2016-08-15/api.ts'
import { createDemo } from '../../aliyun-fc/testing/fc.ts'
import { testClient } from '../../core/testing/client.ts'

export interface ObservedRequest {
  readonly method: string
  /** Below the base path. */
  readonly path: string
  readonly body?: unknown
  readonly headers?: Record<string, string>
  /** Of the success. */
  readonly status: number
}

const resourceArn = 'acs:fc:cn-shanghai:123:services/demo'
const vpc = { serviceName: 'demo', vpcId: 'vpc-1' }
const ofProd = '/services/demo.prod/functions/f'

/** A request of each observed operation that succeeds on {@link createObserved}. */
export const observedRequests = {
  tagResource: { method: 'POST', path: '/tag', body: { resourceArn, tags: { k: 'v' } }, status: 200 },
  untagResource: { method: 'DELETE', path: '/tag', body: { resourceArn, all: true }, status: 200 },
  getResourceTags: { method: 'GET', path: `/tag?resourceArn=${encodeURIComponent(resourceArn)}`, status: 200 },
  putFunctionAsyncInvokeConfig: { method: 'PUT', path: `${ofProd}/async-invoke-config`, body: {}, status: 200 },
  getFunctionAsyncInvokeConfig: { method: 'GET', path: `${ofProd}/async-invoke-config`, status: 200 },
  deleteFunctionAsyncInvokeConfig: { method: 'DELETE', path: `${ofProd}/async-invoke-config`, status: 204 },
  listFunctionAsyncInvokeConfigs: {
    method: 'GET',
    path: '/services/demo/functions/f/async-invoke-configs',
    status: 200,
  },
  putFunctionOnDemandConfig: {
    method: 'PUT',
    path: `${ofProd}/on-demand-config`,
    body: { maximumInstanceCount: 10 },
    status: 200,
  },
  getFunctionOnDemandConfig: { method: 'GET', path: `${ofProd}/on-demand-config`, status: 200 },
  deleteFunctionOnDemandConfig: { method: 'DELETE', path: `${ofProd}/on-demand-config`, status: 204 },
  listOnDemandConfigs: { method: 'GET', path: '/on-demand-configs', status: 200 },
  putProvisionConfig: { method: 'PUT', path: `${ofProd}/provision-config`, body: { target: 5 }, status: 200 },
  getProvisionConfig: { method: 'GET', path: `${ofProd}/provision-config`, status: 200 },
  listProvisionConfigs: { method: 'GET', path: '/provision-configs', status: 200 },
  createCustomDomain: { method: 'POST', path: '/custom-domains', body: { domainName: 'new.com' }, status: 200 },
  listCustomDomains: { method: 'GET', path: '/custom-domains', status: 200 },
  getCustomDomain: { method: 'GET', path: '/custom-domains/example.com', status: 200 },
  updateCustomDomain: { method: 'PUT', path: '/custom-domains/example.com', body: { protocol: 'HTTPS' }, status: 200 },
  deleteCustomDomain: { method: 'DELETE', path: '/custom-domains/example.com', status: 204 },
  createVpcBinding: { method: 'POST', path: '/services/demo/binding', body: vpc, status: 200 },
  deleteVpcBinding: { method: 'DELETE', path: '/services/demo/binding', body: vpc, status: 204 },
  listVpcBindings: { method: 'GET', path: '/services/demo/bindings', status: 200 },
  getAccountSettings: { method: 'GET', path: '/account-settings', status: 200 },
  listReservedCapacities: { method: 'GET', path: '/reservedCapacities', status: 200 },
  getTempBucketToken: { method: 'GET', path: '/tempBucketToken', status: 200 },
} as const satisfies Partial<Record<keyof typeof api.operations, ObservedRequest>>

/** A service `demo` with a function `f`, the version 1 and the alias `prod`. */
export function createPublished(options?: Parameters<typeof createDemo>[0]) {
  const demo = createDemo(options)
  const client = testClient(demo.emulator)
  demo.send('POST', '/demo/versions', {})
  demo.send('POST', '/demo/aliases', { aliasName: 'prod', versionId: '1' })
  const call: typeof demo.call2021 = (method, path, ...rest) => client(method, `/2016-08-15${path}`, ...rest)
  return { ...demo, call }
}

/** The same with tags, a VPC, a domain, and all configurations of the alias. */
export function createObserved(options?: Parameters<typeof createDemo>[0]) {
  const published = createPublished(options)
  const requests: Readonly<Record<string, ObservedRequest>> = observedRequests
  for (const { method, path, body } of Object.values(requests)) {
    if (method === 'POST' || (method === 'PUT' && path.startsWith('/services'))) published.call(method, path, body)
  }
  published.call('POST', '/custom-domains', { domainName: 'example.com' })
  published.call('DELETE', '/custom-domains/new.com')
  return published
}
