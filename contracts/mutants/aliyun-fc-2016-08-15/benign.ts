import { aliyunFc20160815 as api } from '../../../schemas/aliyun-fc-2016-08-15/api.ts'
import { headerOf, readRow, setJson } from '../response.ts'
import type { BenignMutant } from '../mutant.ts'
import { responses, instead, success } from './edits.ts'
import { cached } from './stale-reads.ts'

const bodies = [
  'CreateService',
  'CreateFunction',
  'CreateTrigger',
  'CreateAlias',
  'UpdateService',
  'UpdateFunction',
  'UpdateTrigger',
  'UpdateAlias',
]

/** Leniencies that FC 2016-08-15 leaves. */
export const fcBenignMutants: readonly BenignMutant[] = [
  {
    id: 'G07-a-new-property',
    line: 'G07',
    what: 'returns a new property, which the user has allowed',
    config: { allowUndocumented: Object.values(api.operations).map(({ id }) => `${id}#/region`) },
    wrap: success(
      Object.values(api.operations).map(({ id }) => id),
      (response) => {
        const body = readRow(response)
        const isJson = headerOf(response, 'content-type')?.startsWith('application/json')
        if (body && isJson) setJson(response, { ...body, region: 'cn-hangzhou' })
      },
    ),
  },
  {
    id: 'G09-seen-a-moment-later',
    line: 'G09',
    what: 'shows updates of services a tenth of a second later, which the user has said',
    config: { consistencyMs: 1000 },
    wrap: cached('UpdateService', 'GetService', 100),
  },
  {
    id: 'G11-not-found-for-other-methods',
    line: 'G11',
    what: 'returns 404 for a method that no operation has',
    wrap: responses(
      undefined,
      (status) => status === 400,
      (response, { operation, request }) => {
        if (!operation && request.method === 'PATCH') response.status = 404
      },
    ),
  },
  {
    id: 'G13-looks-at-the-resource-first',
    line: 'G13',
    what: 'looks for the resource before it looks at the body',
    wrap: instead(
      ['UpdateService', 'UpdateFunction', 'UpdateTrigger', 'UpdateAlias'],
      async ({ path }, { forward, ask }) => {
        const found = await ask('GET', path)
        return found.status === 404 ? found : await forward()
      },
    ),
  },
  {
    id: 'G17-an-account-in-use',
    line: 'G17',
    what: 'has services, functions and versions of somebody else',
    wrap: (server) => {
      let isFilled = false
      return instead(undefined, async (_, { forward, ask }) => {
        if (!isFilled) {
          isFilled = true
          for (let index = 0; index < 30; index += 1) {
            const serviceName = `${index % 2 === 0 ? 'a' : 'z'}-other-${index}`
            await ask('POST', '/services', { serviceName })
            await ask('POST', `/services/${serviceName}/versions`, {})
          }
        }
        return await forward()
      })(server)
    },
  },
  {
    id: 'G18-rejects-unknown-fields',
    line: 'G18',
    what: 'refuses bodies with fields that nobody lists',
    wrap: instead(bodies, async ({ request }, { forward }) => {
      const unknown = Object.keys(readRow(request) ?? {}).some((field) => /^noSuch|^unknown/.test(field))
      return await forward(unknown ? { bytes: Buffer.from('{') } : undefined)
    }),
  },
]
