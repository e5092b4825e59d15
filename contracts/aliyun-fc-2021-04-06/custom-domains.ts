import { aliyunFc20210406 } from '../../schemas/aliyun-fc-2021-04-06/api.ts'
import type { Call } from '../checks/calls.ts'
import { type Check, defineCheck } from '../core/check.ts'
import type { CoreContext } from '../core/context.ts'

const { operations } = aliyunFc20210406
const { createCustomDomain, getCustomDomain, updateCustomDomain, deleteCustomDomain, listCustomDomains } = operations

/**
 * A key of this resource is a domain name, which the generic checks of resources cannot make. So it has no sample: these
 * calls and checks stand in its place.
 */
const toBody = ({ name }: CoreContext) => ({ domainName: `${name()}.example.com`, protocol: 'HTTP' })

async function givenDomain(context: CoreContext, fields: object = {}) {
  const body = { ...toBody(context), ...fields }
  await context.given(context.target.send(createCustomDomain, { body }))
  return { path: { domainName: body.domainName }, body }
}

const toPath = async (context: CoreContext) => ({ path: (await givenDomain(context)).path })

export const customDomainCalls: readonly Call[] = [
  { operation: createCustomDomain, arrange: async (context) => ({ body: toBody(context) }) },
  { operation: listCustomDomains, arrange: async () => ({}) },
  { operation: getCustomDomain, arrange: toPath },
  { operation: deleteCustomDomain, arrange: toPath },
  {
    operation: updateCustomDomain,
    arrange: async (context) => ({ ...(await toPath(context)), body: { wafConfig: { enableWAF: true } } }),
  },
]

const routeConfig = {
  routes: [
    { path: '/a/*', methods: ['GET', 'POST'], serviceName: 'no-such-service', functionName: 'no-such-function' },
  ],
}

export const customDomainChecks: readonly Check[] = [
  defineCheck('created-domain-is-readable-and-listed', {
    operation: createCustomDomain,
    clause: 'FC-DEF CreateCustomDomain 200',
    level: 'core',
    async run(context) {
      const { path, body } = await givenDomain(context, { routeConfig })
      const read = await context.target.send(getCustomDomain, { path })
      context.expectFields(read, context.expectPresent(read), body, 'absent-fails')
      const query = { prefix: path.domainName, limit: 100 }
      const listed = await context.target.send(listCustomDomains, { query })
      const { customDomains } = context.expectResponse(listed)
      const found = Array.isArray(customDomains) && customDomains.length === 1
      context.expectThat(found, { expected: `the entry ${path.domainName} only`, actual: 'another list' }, listed)
    },
  }),
  defineCheck('duplicate-domain-is-rejected', {
    operation: createCustomDomain,
    clause: 'observed: clients read DomainNameAlreadyExists',
    level: 'extended',
    async run(context) {
      const { path, body } = await givenDomain(context)
      context.expectError(
        await context.target.send(createCustomDomain, { body: { ...body, protocol: 'HTTPS' } }),
        'DomainNameAlreadyExists',
      )
      const read = await context.target.send(getCustomDomain, { path })
      context.expectFields(read, context.expectPresent(read), { protocol: 'HTTP' }, 'absent-fails')
    },
  }),
  defineCheck('update-keeps-absent-fields', {
    operation: updateCustomDomain,
    clause: 'FC-DEF UpdateCustomDomain 200',
    level: 'core',
    async run(context) {
      const { path } = await givenDomain(context, { routeConfig })
      const wafConfig = { enableWAF: true }
      context.expectResponse(await context.target.send(updateCustomDomain, { path, body: { wafConfig } }))
      const read = await context.target.send(getCustomDomain, { path })
      const wanted = { protocol: 'HTTP', routeConfig, wafConfig }
      context.expectFields(read, context.expectPresent(read), wanted, 'absent-fails')
    },
  }),
  defineCheck('deleted-domain-is-gone', {
    operation: deleteCustomDomain,
    clause: 'FC-DEF DeleteCustomDomain 204',
    level: 'core',
    async run(context) {
      const { path, body } = await givenDomain(context)
      context.expectResponse(await context.target.send(deleteCustomDomain, { path }))
      for (const operation of [getCustomDomain, deleteCustomDomain]) {
        context.expectError(await context.target.send(operation, { path }), 'DomainNameNotFound')
      }
      context.expectResponse(await context.target.send(createCustomDomain, { body }))
    },
  }),
]
