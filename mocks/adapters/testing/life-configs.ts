import { aliyunFc20210406 } from '../../../schemas/aliyun-fc-2021-04-06/api.ts'
import { event, example, get, octets, post, put, remove, step } from './life-steps.ts'
import type { Step } from './shared-suite/scenario.ts'

const fc = aliyunFc20210406.operations
const root = '/2021-04-06'
const service = `${root}/services/config-service`
const fn = `${service}/functions/configured`
const resourceArn = 'acs:fc:cn-shanghai:1880770869021234:services/config-service'
const sourceArn = encodeURIComponent('acs:eventbridge:cn-shanghai:123456:eventbus/mns-test/rule/fc-test1/target/abc')

/** Calls the operations of FC 2021-04-06 on tags, configurations, VPC bindings and event sources. */
export function lifeOfConfigs(): Step[] {
  return [
    post(`${root}/services`, { serviceName: 'config-service' }),
    post(`${service}/functions`, example(fc.createFunction, 'ossCode', { functionName: 'configured' })),
    post(`${service}/versions`, {}),
    post(`${service}/aliases`, { aliasName: 'prod', versionId: '1' }),

    post(`${root}/tag`, example(fc.tagResource, 'tags', { resourceArn })),
    get(`${root}/tag?resourceArn=${encodeURIComponent(resourceArn)}`),
    get(`${root}/tag?resourceArn=services/none`, 404),
    get(`${root}/tags?limit=1`),
    put(`${root}/tag`, example(fc.untagResource, 'untagKeys', { resourceArn })),
    put(`${root}/tag`, example(fc.untagResource, 'untagAll', { resourceArn })),

    get(`${fn}/async-invoke-config`, 404),
    put(`${fn}/async-invoke-config`, example(fc.putFunctionAsyncInvokeConfig, 'asyncInvokeConfigInput')),
    get(`${fn}/async-invoke-config`),
    get(`${fn}/async-invoke-configs?limit=1`),
    step('POST', `${fn}/invocations`, 202, { bytes: event, headers: { ...octets, 'X-Fc-Invocation-Type': 'Async' } }),
    remove(`${fn}/async-invoke-config`),
    get(`${fn}/async-invoke-configs`),

    put(`${fn}/on-demand-config?qualifier=prod`, { maximumInstanceCount: 0 }),
    put(`${fn}/on-demand-config?qualifier=none`, { maximumInstanceCount: 0 }, 404),
    step('POST', `${fn}/invocations?qualifier=prod`, 429, { bytes: event, headers: octets }),
    get(`${fn}/on-demand-config?qualifier=prod`),
    get(`${root}/on-demand-configs?prefix=services/config-service.`),
    remove(`${fn}/on-demand-config?qualifier=prod`, 200),
    get(`${root}/on-demand-configs?limit=1`),

    put(`${fn}/provision-config?qualifier=prod`, example(fc.putProvisionConfig, 'scheduledTarget')),
    put(`${fn}/provision-config?qualifier=prod`, example(fc.putProvisionConfig, 'trackedTarget')),
    get(`${fn}/provision-config?qualifier=prod`),
    get(`${fn}/provision-config?qualifier=LATEST`),
    get(`${root}/provision-configs?serviceName=config-service&qualifier=prod&limit=1`),
    remove(`${service}/aliases/prod`, 409),

    post(`${service}/bindings`, example(fc.createVpcBinding, 'vpcBinding')),
    get(`${service}/bindings`),
    remove(`${service}/bindings/vpc-8vbil23y4v3i6ngdmdx1d`, 200),

    post(`${fn}/event-sources`, example(fc.registerEventSource, 'eventSourceInput')),
    get(`${fn}/event-sources`),
    remove(`${fn}/event-sources/${sourceArn}`),
    remove(`${fn}/event-sources/${sourceArn}`, 404),
  ]
}
