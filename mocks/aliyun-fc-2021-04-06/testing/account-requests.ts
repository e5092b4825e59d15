import type { aliyunFc20210406 as api } from '../../../schemas/aliyun-fc-2021-04-06/api.ts'
import { type ConfigRequest, createPublished } from './config-requests.ts'

const versions = '/layers/my/versions'
const tasks = '/services/demo/functions/f/stateful-async-invocations'
const prod = '?qualifier=prod'

/**
 * A request of each operation that succeeds on {@link createAccount}. `TASK` and `GPU` stand for the ids that the mock
 * generates.
 */
export const accountRequests = {
  createLayerVersion: { method: 'POST', path: versions, body: { Code: { zipFile: '' } }, status: 200 },
  getLayerVersion: { method: 'GET', path: `${versions}/1`, status: 200 },
  deleteLayerVersion: { method: 'DELETE', path: `${versions}/1`, status: 200 },
  listLayers: { method: 'GET', path: '/layers', status: 200 },
  listLayerVersions: { method: 'GET', path: versions, status: 200 },
  putLayerAcl: { method: 'PUT', path: '/layers/my/acl?public=true', status: 200 },
  createCustomDomain: { method: 'POST', path: '/custom-domains', body: { domainName: 'new.com' }, status: 200 },
  getCustomDomain: { method: 'GET', path: '/custom-domains/example.com', status: 200 },
  updateCustomDomain: { method: 'PUT', path: '/custom-domains/example.com', body: {}, status: 200 },
  deleteCustomDomain: { method: 'DELETE', path: '/custom-domains/example.com', status: 204 },
  listCustomDomains: { method: 'GET', path: '/custom-domains', status: 200 },
  listStatefulAsyncInvocationFunctions: { method: 'GET', path: '/stateful-async-invocation-functions', status: 200 },
  listStatefulAsyncInvocations: { method: 'GET', path: `${tasks}${prod}`, status: 200 },
  getStatefulAsyncInvocation: { method: 'GET', path: `${tasks}/TASK${prod}`, status: 200 },
  stopStatefulAsyncInvocation: { method: 'PUT', path: `${tasks}/TASK${prod}`, status: 200 },
  listInstances: { method: 'GET', path: `/services/demo/functions/f/instances${prod}`, status: 200 },
  getAccountSettings: { method: 'GET', path: '/account-settings', status: 200 },
  listReservedCapacities: { method: 'GET', path: '/reserved-capacities', status: 200 },
  claimGpuInstance: {
    method: 'POST',
    path: '/gpuInstances',
    body: { instanceType: 't', imageId: 'm', sourceCidrIp: '0.0.0.0/0' },
    status: 200,
  },
  releaseGpuInstance: { method: 'DELETE', path: '/gpuInstances/GPU', status: 204 },
} as const satisfies Partial<Record<keyof typeof api.operations, ConfigRequest>>

/**
 * A service `demo` with a function `f`, the version 1 and the alias `prod`, whose asynchronous invocations are tasks. One
 * of them has just been accepted. There is also a layer, a domain and a GPU instance.
 */
export function createAccount(options?: Parameters<typeof createPublished>[0]) {
  const published = createPublished(options)
  const { call, invoke } = published
  call('PUT', `/services/demo/functions/f/async-invoke-config${prod}`, { statefulInvocation: true })
  const { createLayerVersion, claimGpuInstance } = accountRequests
  call(createLayerVersion.method, createLayerVersion.path, createLayerVersion.body)
  call('POST', '/custom-domains', { domainName: 'example.com' })
  const gpu: string = call(claimGpuInstance.method, claimGpuInstance.path, claimGpuInstance.body).body.instanceId
  invoke('demo.prod/f', 'the event', { 'x-fc-invocation-type': 'Async' })
  const task: string = call('GET', `${tasks}${prod}`).body.invocations[0].invocationId
  const callWithIds: typeof call = (method, path, ...rest) =>
    call(method, path.replace('TASK', task).replace('GPU', gpu), ...rest)
  return { ...published, call: callWithIds, task }
}
