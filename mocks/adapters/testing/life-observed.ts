import { aliyunFc20160815 } from '../../../schemas/aliyun-fc-2016-08-15/api.ts'
import { example, get, post, put, remove, step } from './life-steps.ts'
import type { Step } from './shared-suite/scenario.ts'

const fc = aliyunFc20160815.operations
const root = '/2016-08-15'
const service = `${root}/services/observed-service`
const fn = `${service}/functions/observed`
const ofProd = `${service}.prod/functions/observed`
const resourceArn = 'acs:fc:cn-shanghai:1880770869021234:services/observed-service'
const vpcId = 'vpc-8vbil23y4v3i6ngdmdx1d'

/** Calls the operations of FC 2016-08-15 that only SDKs show. */
export function lifeOfObserved(): Step[] {
  return [
    post(`${root}/services`, { serviceName: 'observed-service' }),
    post(`${service}/functions`, example(fc.createFunction, 'inline', { functionName: 'observed' })),
    post(`${service}/versions`, {}),
    post(`${service}/aliases`, { aliasName: 'prod', versionId: '1' }),

    post(`${root}/tag`, example(fc.tagResource, 'tags', { resourceArn })),
    get(`${root}/tag?resourceArn=${encodeURIComponent(resourceArn)}`),
    get(`${root}/tag?resourceArn=services/none`, 404),
    step('DELETE', `${root}/tag`, 200, { json: example(fc.untagResource, 'untagKeys', { resourceArn }) }),
    step('DELETE', `${root}/tag`, 200, { json: example(fc.untagResource, 'untagAll', { resourceArn }) }),

    get(`${fn}/async-invoke-config`, 404),
    put(`${fn}/async-invoke-config`, example(fc.putFunctionAsyncInvokeConfig, 'asyncInvokeConfigInput')),
    put(`${ofProd}/async-invoke-config`, {}),
    get(`${ofProd}/async-invoke-config`),
    get(`${fn}/async-invoke-configs?limit=1`),
    remove(`${fn}/async-invoke-config`),
    remove(`${ofProd}/async-invoke-config`),

    put(`${ofProd}/on-demand-config`, { maximumInstanceCount: 10 }),
    put(`${service}.none/functions/observed/on-demand-config`, { maximumInstanceCount: 10 }, 404),
    get(`${ofProd}/on-demand-config`),
    get(`${root}/on-demand-configs?prefix=services/observed-service.`),
    remove(`${ofProd}/on-demand-config`),
    remove(`${ofProd}/on-demand-config`, 404),

    put(`${ofProd}/provision-config`, example(fc.putProvisionConfig, 'scheduledTarget')),
    get(`${ofProd}/provision-config`),
    get(`${service}.LATEST/functions/observed/provision-config`),
    get(`${root}/provision-configs?serviceName=observed-service&qualifier=prod&limit=1`),

    post(`${service}/binding`, { vpcId }),
    get(`${service}/bindings`),
    step('DELETE', `${service}/binding`, 204, { json: { vpcId } }),

    post(`${root}/custom-domains`, example(fc.createCustomDomain, 'domain', { domainName: 'a.example.com' })),
    post(`${root}/custom-domains`, example(fc.createCustomDomain, 'domain', { domainName: 'a.example.com' }), 409),
    get(`${root}/custom-domains/a.example.com`),
    get(`${root}/custom-domains?prefix=a.&limit=1`),
    put(`${root}/custom-domains/a.example.com`, example(fc.updateCustomDomain, 'update')),
    remove(`${root}/custom-domains/a.example.com`),
    remove(`${root}/custom-domains/a.example.com`, 404),

    get(`${root}/account-settings`),
    get(`${root}/reservedCapacities?limit=20`),
    get(`${root}/tempBucketToken`),
  ]
}
