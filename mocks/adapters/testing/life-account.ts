import { aliyunFc20210406 } from '../../../schemas/aliyun-fc-2021-04-06/api.ts'
import { event, example, get, octets, post, put, remove, step } from './life-steps.ts'
import type { Step } from './shared-suite/scenario.ts'

const fc = aliyunFc20210406.operations
const root = '/2021-04-06'
const versions = `${root}/layers/my-layer/versions`
const domains = `${root}/custom-domains`
const service = `${root}/services/task-service`
const fn = `${service}/functions/task`
const tasks = `${fn}/stateful-async-invocations`
const asTask = {
  ...octets,
  'X-Fc-Invocation-Type': 'Async',
  'X-Fc-Stateful-Async-Invocation-Enable': 'true',
  'X-Fc-Stateful-Async-Invocation-Id': 'my-task',
}

/** Calls the operations of FC 2021-04-06 on layers, custom domains, tasks, instances and the account. */
export function lifeOfAccount(): Step[] {
  return [
    get(versions, 404),
    post(versions, example(fc.createLayerVersion, 'layer')),
    post(versions, example(fc.createLayerVersion, 'layer', { Code: { zipFile: 'UEsFBgAA' } })),
    get(`${versions}/2`),
    get(`${versions}/3`, 404),
    get(`${versions}?startVersion=1&limit=1`),
    step('PUT', `${root}/layers/my-layer/acl?public=true`, 200),
    get(`${root}/layers?public=true&limit=1`),
    get(`${root}/layers?official=true`),
    remove(`${versions}/1`, 200),
    remove(`${versions}/1`, 404),
    remove(`${versions}/2`, 200),

    post(domains, example(fc.createCustomDomain, 'domain')),
    post(domains, example(fc.createCustomDomain, 'domain'), 409),
    post(domains, example(fc.createCustomDomain, 'secure', { domainName: 'secure.example.com' })),
    get(`${domains}/secure.example.com`),
    get(`${domains}?prefix=secure`),
    put(`${domains}/example.com`, example(fc.updateCustomDomain, 'update')),
    remove(`${domains}/example.com`),
    get(`${domains}/example.com`, 404),
    remove(`${domains}/secure.example.com`),

    post(`${root}/services`, { serviceName: 'task-service' }),
    post(`${service}/functions`, example(fc.createFunction, 'ossCode', { functionName: 'task' })),
    step('POST', `${fn}/invocations`, 202, { bytes: event, headers: asTask }),
    step('POST', `${fn}/invocations`, 409, { bytes: event, headers: asTask }),
    get(`${tasks}/my-task`),
    get(`${tasks}/none`, 404),
    get(`${tasks}?status=Enqueued&sortOrderByTime=asc&includePayload=true&limit=1`),
    step('PUT', `${tasks}/none?qualifier=LATEST`, 404),
    get(`${root}/stateful-async-invocation-functions?limit=1`),
    get(`${fn}/instances?limit=10`),
    remove(fn),
    remove(service),

    get(`${root}/account-settings`),
    get(`${root}/reserved-capacities?limit=20`),
    post(`${root}/gpuInstances`, example(fc.claimGpuInstance, 'instance')),
    remove(`${root}/gpuInstances/i-none`, 404),
  ]
}
