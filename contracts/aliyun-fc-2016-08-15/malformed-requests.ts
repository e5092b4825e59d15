import { toPathNames } from '../../schemas/core/lib/path-template.ts'
import { aliyunFc20160815 as api } from '../../schemas/aliyun-fc-2016-08-15/api.ts'
import { toCitation } from '../../schemas/core/source.ts'
import type { Check } from '../core/check.ts'
import { readHeader } from '../core/http/exchange.ts'
import { expectTolerance } from '../core/assertions/tolerance.ts'
import { calls } from './calls.ts'
import { check } from './check.ts'
import { lists } from './lists.ts'

const { listServices, getService } = api.operations
const header = api.dialect.requestIdHeader

/** Requests that few clients send and every server meets: it returns them in its own words, and keeps its wits. */
export const malformedRequestChecks: readonly Check[] = [
  ...lists.map((list) =>
    check('undocumented-parameter-is-handled', {
      operation: list.operation,
      level: 'core',
      clause: `${toCitation(list.operation.source)} 200, 400 (whether it is taken is open)`,
      async run(context) {
        const { path, query } = await list.arrange(context, [])
        const input = { ...(path && { path }), query: { ...query, noSuchParameter: 'x' } }
        const tolerance = { about: 'a parameter that nobody lists', codes: ['InvalidArgument'], succeeds: true }
        expectTolerance(context, await context.target.send(list.operation, input), tolerance)
      },
    }),
  ),
  check('very-long-url-is-handled', {
    operation: listServices,
    level: 'core',
    clause: `${toCitation(listServices.source)} 200, 400 (where an address is too long is open)`,
    async run(context) {
      const query = { prefix: context.name() + 'x'.repeat(6000) }
      const tolerance = {
        about: 'a long address',
        codes: ['InvalidArgument'],
        statuses: [400, 414, 431],
        succeeds: true,
      }
      expectTolerance(context, await context.target.send(listServices, { query }), tolerance)
    },
  }),
  check('parameter-with-line-break-is-handled', {
    operation: listServices,
    level: 'core',
    clause: `${toCitation(listServices.source)} 200, Headers; 400 (whether it is taken is open)`,
    async run(context) {
      const query = { prefix: `${context.name()}\r\nX-Faas-Contracts: split` }
      const sent = await context.target.send(listServices, { query })
      const split = readHeader(sent.response, 'x-faas-contracts')
      const finding = { expected: 'headers of the server alone', actual: `X-Faas-Contracts: ${split} from the query` }
      context.expectThat(split === undefined, finding, sent)
      const tolerance = {
        about: 'a line break in a parameter',
        codes: ['InvalidArgument'],
        statuses: [400],
        succeeds: true,
      }
      expectTolerance(context, sent, tolerance)
    },
  }),
  check('encoded-slash-is-part-of-the-name', {
    operation: getService,
    level: 'core',
    clause: `${toCitation(getService.source)} 404, Path serviceName`,
    async run(context) {
      const serviceName = await context.fixture.givenService()
      const rawPath = `/services/${context.name()}%2F..%2F${serviceName}`
      const sent = await context.target.send(getService, { rawPath })
      const tolerance = { about: 'a name with an encoded slash', codes: ['ServiceNotFound'], statuses: [400, 403, 404] }
      expectTolerance(context, sent, tolerance)
    },
  }),
  ...calls
    .filter(({ operation: { path, body } }) => path.includes('{') && !body)
    .map(({ operation, arrange }) =>
      check('error-has-request-id', {
        operation,
        clause: `observed: every response has ${header} (quirk W12)`,
        level: 'extended',
        quirk: 'W12',
        async run(context) {
          const names = toPathNames(operation.path)
          const path = Object.fromEntries(
            names.map((name) => [name, name === 'versionId' ? '4294967296' : context.name()]),
          )
          const refused = await context.target.send(operation, { path })
          if (readHeader(refused.response, header)) return
          const result = await context.given(context.target.send(operation, await arrange(context)))
          if (!readHeader(result.response, header)) context.skip(`the target returns no ${header}`)
          context.expectThat(false, { expected: `a ${header}, as successes have it`, actual: 'none' }, refused)
        },
      }),
    ),
]
