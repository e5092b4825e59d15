import { aliyunFc20160815 as api } from '../../../schemas/aliyun-fc-2016-08-15/api.ts'
import type { BenignMutant } from '../mutant.ts'
import { headerOf, readObject, setJson } from '../response.ts'
import { editResponses, editSuccess, intercept } from './edits.ts'
import { delayUpdate } from './stale-reads.ts'

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

/** Benign servers that only FC 2016-08-15 has. */
export const fcBenignMutants: readonly BenignMutant[] = [
  {
    id: 'G07-allowed-undocumented-property',
    line: 'G07',
    what: 'returns an undocumented property that the user allows',
    config: { allowUndocumented: Object.values(api.operations).map(({ id }) => `${id}#/region`) },
    wrap: editSuccess(
      Object.values(api.operations).map(({ id }) => id),
      (response) => {
        const body = readObject(response)
        const isJson = headerOf(response, 'content-type')?.startsWith('application/json')
        if (body && isJson) setJson(response, { ...body, region: 'cn-hangzhou' })
      },
    ),
  },
  {
    id: 'G09-eventually-consistent-updates',
    line: 'G09',
    what: 'shows service updates after 100 ms, within the consistencyMs of the user',
    config: { consistencyMs: 1000 },
    wrap: delayUpdate('UpdateService', 'GetService', 100),
  },
  {
    id: 'G11-404-for-unsupported-method',
    line: 'G11',
    what: 'returns 404 for an unsupported method',
    wrap: editResponses(
      undefined,
      (status) => status === 400,
      (response, { operation, request }) => {
        if (!operation && request.method === 'PATCH') response.status = 404
      },
    ),
  },
  {
    id: 'G13-checks-resource-before-body',
    line: 'G13',
    what: 'checks that the resource exists before it validates the body',
    wrap: intercept(
      ['UpdateService', 'UpdateFunction', 'UpdateTrigger', 'UpdateAlias'],
      async ({ path }, { forward, send }) => {
        const found = await send('GET', path)
        return found.status === 404 ? found : await forward()
      },
    ),
  },
  {
    id: 'G17-account-with-other-resources',
    line: 'G17',
    what: 'has services and versions of other users',
    wrap: (server) => {
      let isFilled = false
      return intercept(undefined, async (_, { forward, send }) => {
        if (!isFilled) {
          isFilled = true
          for (let index = 0; index < 30; index += 1) {
            const serviceName = `${index % 2 === 0 ? 'a' : 'z'}-other-${index}`
            await send('POST', '/services', { serviceName })
            await send('POST', `/services/${serviceName}/versions`, {})
          }
        }
        return await forward()
      })(server)
    },
  },
  {
    id: 'G18-rejects-unknown-fields',
    line: 'G18',
    what: 'rejects bodies with undocumented fields',
    wrap: intercept(bodies, async ({ request }, { forward }) => {
      const unknown = Object.keys(readObject(request) ?? {}).some((field) => /^noSuch|^unknown/.test(field))
      return await forward(unknown ? { bytes: Buffer.from('{') } : undefined)
    }),
  },
]
