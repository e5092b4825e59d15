import { aliyunFc20210406 } from '../../schemas/aliyun-fc-2021-04-06/api.ts'
import { customDomain } from '../../schemas/aliyun-fc-2021-04-06/resources.ts'
import type { Call } from '../checks/calls.ts'
import { toCrudChecks } from '../checks/crud/checks.ts'
import type { Sample } from '../checks/sample.ts'
import { type Check, defineCheck } from '../core/check.ts'
import type { CoreContext } from '../core/context.ts'
import { rules } from './rules.ts'

const { operations } = aliyunFc20210406
const { createCustomDomain, getCustomDomain, updateCustomDomain, deleteCustomDomain, listCustomDomains } = operations

const toDomainName = ({ name }: CoreContext) => `${name()}.example.com`
const toBody = (context: CoreContext) => ({ domainName: toDomainName(context), protocol: 'HTTP' })

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

const sample: Sample = {
  resource: customDomain,
  body: ({ name }, fields) => ({ domainName: name(), protocol: 'HTTP', ...fields }),
  options: { routeConfig, wafConfig: { enableWAF: true } },
  changes: { protocol: 'HTTP,HTTPS', wafConfig: { enableWAF: false } },
}

/** These checks append characters to a name, or need a certificate. */
const unsuitable = /^(List|.*(-name-exactly|similar-names-|other-resources-|update-of-certConfig-))/

/** The generic checks of resources, with names that are domain names. */
const resourceChecks = toCrudChecks([sample], rules)
  .filter(({ operation, name }) => !unsuitable.test(`${operation} ${name}`))
  .map((check) => ({
    ...check,
    run: (context: CoreContext) => check.run({ ...context, name: () => toDomainName(context) }),
  }))

export const customDomainChecks: readonly Check[] = [
  ...resourceChecks,
  defineCheck('list-contains-the-created-domain', {
    operation: listCustomDomains,
    clause: 'FC-DEF ListCustomDomains 200',
    level: 'core',
    async run(context) {
      const { path } = await givenDomain(context, { routeConfig })
      const query = { prefix: path.domainName, limit: 100 }
      const listed = await context.target.send(listCustomDomains, { query })
      const { customDomains } = context.expectResponse(listed)
      const found = Array.isArray(customDomains) && customDomains.length === 1
      context.expectThat(found, { expected: `the entry ${path.domainName} only`, actual: 'another list' }, listed)
    },
  }),
]
