import type { aliyunFc20210406 as api } from '../../../schemas/aliyun-fc-2021-04-06/api.ts'
import { createDemo } from '../../aliyun-fc/testing/fc.ts'

export interface ConfigRequest {
  readonly method: string
  /** Below the base path. */
  readonly path: string
  readonly body?: unknown
  readonly headers?: Record<string, string>
  /** Of the success. */
  readonly status: number
}

const resourceArn = 'acs:fc:cn-shanghai:123:services/demo'
export const sourceArn = 'acs:eventbridge:cn-shanghai:123456:eventbus/mns-test/rule/fc-test1/target/abc'
const f = '/services/demo/functions/f'
const prod = '?qualifier=prod'

/** A request of each operation that succeeds on {@link createConfigured}. */
export const configRequests = {
  getResourceTags: { method: 'GET', path: `/tag?resourceArn=${encodeURIComponent(resourceArn)}`, status: 200 },
  listTaggedResources: { method: 'GET', path: '/tags', status: 200 },
  tagResource: { method: 'POST', path: '/tag', body: { resourceArn, tags: { k: 'v' } }, status: 200 },
  untagResource: { method: 'PUT', path: '/tag', body: { resourceArn, all: true }, status: 200 },
  putFunctionAsyncInvokeConfig: { method: 'PUT', path: `${f}/async-invoke-config${prod}`, body: {}, status: 200 },
  getFunctionAsyncInvokeConfig: { method: 'GET', path: `${f}/async-invoke-config${prod}`, status: 200 },
  deleteFunctionAsyncInvokeConfig: { method: 'DELETE', path: `${f}/async-invoke-config${prod}`, status: 204 },
  listFunctionAsyncInvokeConfigs: { method: 'GET', path: `${f}/async-invoke-configs`, status: 200 },
  putFunctionOnDemandConfig: {
    method: 'PUT',
    path: `${f}/on-demand-config${prod}`,
    body: { maximumInstanceCount: 10 },
    status: 200,
  },
  getFunctionOnDemandConfig: { method: 'GET', path: `${f}/on-demand-config${prod}`, status: 200 },
  deleteFunctionOnDemandConfig: { method: 'DELETE', path: `${f}/on-demand-config${prod}`, status: 200 },
  listOnDemandConfigs: { method: 'GET', path: '/on-demand-configs', status: 200 },
  putProvisionConfig: { method: 'PUT', path: `${f}/provision-config${prod}`, body: { target: 5 }, status: 200 },
  getProvisionConfig: { method: 'GET', path: `${f}/provision-config${prod}`, status: 200 },
  listProvisionConfigs: { method: 'GET', path: '/provision-configs', status: 200 },
  createVpcBinding: { method: 'POST', path: '/services/demo/bindings', body: { vpcId: 'vpc-1' }, status: 200 },
  deleteVpcBinding: { method: 'DELETE', path: '/services/demo/bindings/vpc-1', status: 200 },
  listVpcBindings: { method: 'GET', path: '/services/demo/bindings', status: 200 },
  registerEventSource: { method: 'POST', path: `${f}/event-sources${prod}`, body: { sourceArn }, status: 200 },
  listEventSources: { method: 'GET', path: `${f}/event-sources${prod}`, status: 200 },
  deregisterEventSource: {
    method: 'DELETE',
    path: `${f}/event-sources/${encodeURIComponent(sourceArn)}${prod}`,
    status: 204,
  },
} as const satisfies Partial<Record<keyof typeof api.operations, ConfigRequest>>

/** A service `demo` with a function `f`, the version 1 and the alias `prod`. */
export function createPublished(options?: Parameters<typeof createDemo>[0]) {
  const demo = createDemo(options)
  demo.send('POST', '/demo/versions', {})
  demo.send('POST', '/demo/aliases', { aliasName: 'prod', versionId: '1' })
  return { ...demo, call: demo.call2021 }
}

/** The same with tags, a VPC, and all configurations of the alias. */
export function createConfigured(options?: Parameters<typeof createDemo>[0]) {
  const published = createPublished(options)
  const {
    tagResource,
    putFunctionAsyncInvokeConfig,
    putFunctionOnDemandConfig,
    putProvisionConfig,
    createVpcBinding,
    registerEventSource,
  } = configRequests
  for (const { method, path, body } of [
    tagResource,
    putFunctionAsyncInvokeConfig,
    putFunctionOnDemandConfig,
    putProvisionConfig,
    createVpcBinding,
    registerEventSource,
  ]) {
    published.call(method, path, body)
  }
  return published
}
