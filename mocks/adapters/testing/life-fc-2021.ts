import { aliyunFc20210406 } from '../../../schemas/aliyun-fc-2021-04-06/api.ts'
import { event, example, get, octets, post, put, remove, step } from './life-steps.ts'
import type { Step } from './shared-suite/scenario.ts'

const fc = aliyunFc20210406.operations
const services = '/2021-04-06/services'
const service = `${services}/later-service`
const functions = `${service}/functions`
const fn = `${functions}/functionName`
const triggers = `${fn}/triggers`
const create = example(fc.createService, 'service', { serviceName: 'later-service' })

/** Calls the operations of FC 2021-04-06 on services, functions, versions, aliases and triggers. */
export function life2021(): Step[] {
  return [
    post(services, create),
    post(services, create, 409),
    post(services, example(fc.createService, 'network', { serviceName: 'later-network' })),
    get(`${services}/later-network`),
    get(`${services}/none`, 404),
    get(`${services}?prefix=later&limit=1`),
    put(service, example(fc.updateService, 'service')),

    post(functions, example(fc.createFunction, 'ossCode')),
    post(functions, example(fc.createFunction, 'ossCode'), 409),
    post(functions, example(fc.createFunction, 'customContainer', { functionName: 'container' })),
    get(fn),
    get(`${functions}/container`),
    get(`${functions}?limit=1`),
    get(`${fn}/code`),
    put(fn, example(fc.updateFunction, 'settings')),
    put(fn, example(fc.updateFunction, 'zipCode')),
    put(`${functions}/none`, example(fc.updateFunction, 'settings'), 404),
    step('POST', `${fn}/invocations`, 200, { bytes: event, headers: octets }),
    step('POST', `${fn}/invocations`, 200, { bytes: event, headers: { ...octets, 'X-Fc-Log-Type': 'Tail' } }),
    step('POST', `${fn}/invocations`, 202, { bytes: event, headers: { ...octets, 'X-Fc-Invocation-Type': 'Async' } }),

    post(triggers, example(fc.createTrigger, 'oss')),
    post(triggers, example(fc.createTrigger, 'timer')),
    post(triggers, example(fc.createTrigger, 'http')),
    get(`${triggers}/oss_create_object_demo`),
    get(`${triggers}/web`),
    get(`${triggers}/none`, 404),
    get(`${triggers}?limit=2`),
    put(`${triggers}/oss_create_object_demo`, example(fc.updateTrigger, 'trigger')),
    remove(fn, 409),
    step('POST', `${fn}/invocations`, 400, { bytes: event, headers: octets }),
    remove(`${triggers}/web`),

    post(`${service}/versions`, example(fc.publishServiceVersion, 'version')),
    post(`${service}/versions`, {}, 409),
    put(fn, { memorySize: 512 }),
    post(`${service}/versions`, {}),
    get(`${service}/versions?direction=FORWARD&limit=1`),
    post(`${service}/aliases`, example(fc.createAlias, 'alias')),
    get(`${service}/aliases/alias_test`),
    get(`${service}/aliases?prefix=alias`),
    put(`${service}/aliases/alias_test`, example(fc.updateAlias, 'alias')),
    get(`${service}/aliases/none`, 404),

    get(`${service}?qualifier=1`),
    get(`${functions}?qualifier=alias_test`),
    get(`${fn}?qualifier=1`),
    get(`${fn}/code?qualifier=1`),
    get(`${fn}?qualifier=9`, 404),
    step('POST', `${fn}/invocations?qualifier=alias_test`, 200, { bytes: event, headers: octets }),

    remove(`${service}/aliases/alias_test`),
    remove(service, 409),
    remove(`${service}/versions/1`),
    remove(`${service}/versions/2`),
    remove(`${service}/versions/2`, 404),
    remove(`${triggers}/oss_create_object_demo`),
    remove(`${triggers}/every_four_minutes`),
    remove(fn),
    remove(`${functions}/container`),
    remove(service),
    remove(`${services}/later-network`),
    get(services),
  ]
}
