import { aliyunFc20160815 } from '../../../schemas/aliyun-fc-2016-08-15/api.ts'
import { huaweiFunctionGraphV2 } from '../../../schemas/huawei-functiongraph-v2/api.ts'
import { lifeOfConfigs } from './life-configs.ts'
import { event, example, get, octets, post, put, remove, step } from './life-steps.ts'
import { lifeOfAccount } from './life-account.ts'
import { life2021 } from './life-fc-2021.ts'
import { lifeOfObserved } from './life-observed.ts'
import type { Step } from './shared-suite/scenario.ts'

const fc = aliyunFc20160815.operations
const base = '/2016-08-15/services'
const service = `${base}/demo-service`
const fn = `${service}/functions/helloworld`

/**
 * Calls every operation of every API at least once, including qualified paths: creation, use and deletion of resources,
 * and rejected requests. No request or response violates the documents, so a validator can be placed between client and
 * mock.
 */
export const lifeCycle: readonly Step[] = [
  post(base, example(fc.createService, 'service')),
  post(base, example(fc.createService, 'service'), 409),
  post(base, example(fc.createService, 'network', { serviceName: 'network' })),
  get(`${base}/network`),
  get(service),
  get(`${base}/none`, 404),
  get(`${base}?prefix=demo&limit=1`),
  get(`${base}?startKey=e`),
  put(service, example(fc.updateService, 'update')),

  post(`${service}/functions`, example(fc.createFunction, 'inline')),
  post(`${service}/functions`, example(fc.createFunction, 'oss', { functionName: 'by-oss' })),
  post(`${service}/functions`, example(fc.createFunction, 'inline'), 409),
  post(`${base}/none/functions`, example(fc.createFunction, 'inline'), 404),
  get(fn),
  get(`${service}/functions/by-oss`),
  get(`${service}/functions?limit=1`),
  put(fn, example(fc.updateFunction, 'update')),
  get(`${fn}/code`),
  step('POST', `${fn}/invocations`, 200, { bytes: event, headers: octets }),
  step('POST', `${fn}/invocations`, 200, { bytes: event, headers: { ...octets, 'X-Fc-Log-Type': 'Tail' } }),
  step('POST', `${fn}/invocations`, 202, { bytes: event, headers: { ...octets, 'X-Fc-Invocation-Type': 'Async' } }),

  post(`${fn}/triggers`, example(fc.createTrigger, 'oss')),
  post(`${fn}/triggers`, example(fc.createTrigger, 'timer')),
  get(`${fn}/triggers/image_resize`),
  get(`${fn}/triggers/every_minute`),
  get(`${fn}/triggers/none`, 404),
  get(`${fn}/triggers?limit=1`),
  put(`${fn}/triggers/image_resize`, example(fc.updateTrigger, 'update')),
  remove(fn, 409),

  post(`${service}/versions`, example(fc.publishVersion, 'version')),
  post(`${service}/versions`, example(fc.publishVersion, 'version'), 409),
  put(fn, { memorySize: 512 }),
  post(`${service}/versions`, {}),
  put(fn, { memorySize: 256 }),
  post(`${service}/versions`, {}),
  get(`${service}/versions`),
  get(`${service}/versions?direction=FORWARD&limit=1`),
  post(`${service}/aliases`, example(fc.createAlias, 'alias')),
  post(`${service}/aliases`, example(fc.createAlias, 'documented', { aliasName: 'other' })),
  get(`${service}/aliases/my-alias`),
  get(`${service}/aliases?prefix=my`),
  put(`${service}/aliases/my-alias`, example(fc.updateAlias, 'update')),
  get(`${service}/aliases/none`, 404),

  get(`${service}.1`),
  get(`${service}.my-alias`),
  get(`${service}.1/functions`),
  get(`${service}.1/functions/helloworld`),
  get(`${service}.other/functions/helloworld`),
  get(`${service}.1/functions/helloworld/code`),
  get(`${service}.9/functions/helloworld`, 404),
  step('POST', `${service}.1/functions/helloworld/invocations`, 200, { bytes: event, headers: octets }),

  ...lifeOfObserved(),
  ...life2021(),
  ...lifeOfAccount(),
  ...lifeOfConfigs(),
  ...lifeFunctionGraph(),

  remove(`${service}/aliases/my-alias`),
  remove(`${service}/aliases/other`),
  remove(`${service}/aliases/other`, 404),
  remove(`${service}/versions/1`),
  remove(`${service}/versions/2`),
  remove(`${service}/versions/3`),
  remove(`${fn}/triggers/image_resize`),
  remove(`${fn}/triggers/every_minute`),
  remove(fn),
  remove(service, 409),
  remove(`${service}/functions/by-oss`),
  remove(service),
  remove(service, 404),
  remove(`${base}/network`),
  get(base),
]

function lifeFunctionGraph(): Step[] {
  const { updateFunctionConfig, updateFunctionCode } = huaweiFunctionGraphV2.operations
  const of = (name: string) => `/v2/p1/fgs/functions/urn:fss:cn-north-4:p1:function:default:${name}`
  return [
    put(`${of('fgsTest')}/config`, example(updateFunctionConfig, 'mount')),
    put(`${of('test_GPU')}/config`, example(updateFunctionConfig, 'gpu')),
    put(`${of('test_function')}/config`, example(updateFunctionConfig, 'customImage')),
    put(`${of('none')}/config`, example(updateFunctionConfig, 'mount'), 404),
    put(`${of('test')}/code`, example(updateFunctionCode, 'inline')),
    put(`${of('fgsTest')}/code`, example(updateFunctionCode, 'zip')),
    put(`${of('none')}/code`, example(updateFunctionCode, 'inline'), 404),
  ]
}
