import { aliyunFc20210406 as api } from '../../schemas/aliyun-fc-2021-04-06/api.ts'
import type { Operation } from '../../schemas/core/operation.ts'
import { toCitation } from '../../schemas/core/source.ts'
import type { Check } from '../core/check.ts'
import { readHeader } from '../core/http/exchange.ts'
import { readObject } from '../core/assertions/expect-response.ts'
import { expectTolerance } from '../core/assertions/tolerance.ts'
import type { Input } from '../core/http/wire-request.ts'
import { check } from './check.ts'
import type { Context } from './fixtures.ts'
import { tolerances } from './tolerances.ts'

const { createFunction, updateFunction } = api.operations

/** A call of each operation that must succeed. */
const calls: readonly { readonly operation: Operation; readonly arrange: (context: Context) => Promise<Input> }[] = [
  {
    operation: createFunction,
    arrange: async ({ fixture }) => ({ path: { serviceName: fixture.serviceName }, body: fixture.functionBody() }),
  },
  {
    operation: updateFunction,
    arrange: async ({ fixture }) => ({ path: await fixture.givenFunction(), body: { description: 'another text' } }),
  },
]

/** The form of responses and refusals, and the headers that both operations take. */
export const formChecks: readonly Check[] = calls.flatMap(({ operation, arrange }) => {
  const page = toCitation(operation.source)
  const core = { operation, level: 'core' } as const
  const extended = { operation, level: 'extended' } as const
  const sent = async (context: Context, change: (input: Input) => Input = (input) => input) =>
    await context.target.send(operation, change(await arrange(context)))
  const withHeaders = (headers: Input['headers']) => (input: Input) => ({ ...input, ...(headers && { headers }) })
  const withRawBody =
    (toRawBody: (body: string) => string) =>
    ({ body, ...input }: Input) => ({ ...input, rawBody: toRawBody(JSON.stringify(body)) })
  return [
    check('response-has-etag', {
      ...core,
      clause: `${page}, Response parameters: ETag (quirk B26)`,
      async run(context) {
        const result = await context.given(sent(context))
        const finding = { expected: 'a header ETag with a value', actual: 'none' }
        context.expectThat(Boolean(readHeader(result.response, 'etag')), finding, result)
      },
    }),
    check('error-request-id-equals-header', {
      ...extended,
      clause: 'observed: RequestId of an error, and the header of the same response (quirk X2)',
      async run(context) {
        const refused = await sent(
          context,
          withRawBody(() => '{'),
        )
        context.expectError(refused, api.dialect.codes.malformed)
        const header = readHeader(refused.response, api.dialect.requestIdHeader)
        if (header === undefined) return context.skip(`the target returns no ${api.dialect.requestIdHeader}`)
        context.expectFields(refused, readObject(refused), { RequestId: header }, 'absent-fails')
      },
    }),
    ...(
      [
        ['truncated-json-is-rejected', (body: string) => body.slice(0, -1)],
        ['non-json-body-is-rejected', () => 'functionName=demo'],
      ] as const
    ).map(([name, toRawBody]) =>
      check(name, {
        ...core,
        clause: `${page}, Request parameters: the body (how it is refused is observed: quirk B26)`,
        async run(context) {
          context.expectError(await sent(context, withRawBody(toRawBody)), api.dialect.codes.malformed)
        },
      }),
    ),
    check('invalid-body-in-missing-service-is-handled', {
      ...core,
      clause: `${page}, Request parameters: serviceName (the order of checks is open)`,
      async run(context) {
        const missing = context.name()
        const refused = await sent(context, (input) => ({
          ...withRawBody(() => '{')(input),
          path: { ...input.path, serviceName: missing },
        }))
        expectTolerance(context, refused, tolerances.badBodyForMissing)
      },
    }),
    check('unknown-field-is-handled', {
      ...core,
      clause: `${page}, Request parameters (what else a body may have is open)`,
      async run(context) {
        const result = await sent(context, (input) => ({
          ...input,
          body: { ...(input.body as object), noSuchField: { of: ['the', 'page'] } }, // a base request has an object
        }))
        expectTolerance(context, result, tolerances.unknownField)
      },
    }),
    check('server-set-fields-in-request-are-ignored', {
      ...core,
      clause: `${page}, Response parameters: functionId, createdTime, codeSize`,
      async run(context) {
        const chosen = { functionId: 'chosen', createdTime: '2001-02-03T04:05:06.000+0000', codeSize: 4711 }
        const result = await sent(context, (input) => ({ ...input, body: { ...(input.body as object), ...chosen } })) // a base request has an object
        if (!expectTolerance(context, result, tolerances.fixedField)) return
        const body = readObject(result)
        const taken = Object.entries(chosen).filter(([field, value]) => body[field] === value)
        const names = taken.map(([field]) => field).join(', ')
        const finding = { expected: 'values of the server', actual: `${names} of the request` }
        context.expectThat(taken.length === 0, finding, result)
      },
    }),
    check('json-with-other-media-type-is-handled', {
      ...extended,
      clause: `${page}, Request parameters: the body (its media type is open)`,
      async run(context) {
        expectTolerance(
          context,
          await sent(context, withHeaders({ 'content-type': 'text/plain' })),
          tolerances.wrongMediaType,
        )
      },
    }),
    check('documented-headers-are-accepted', {
      ...core,
      clause: `${page}, Request parameters: X-Fc-Trace-Id, X-Fc-Date`,
      quirk: 'B12',
      async run(context) {
        const date = new Date().toUTCString()
        context.expectResponse(
          await sent(context, withHeaders({ 'X-Fc-Trace-Id': 'test-trace-id', 'X-Fc-Date': date })),
        )
      },
    }),
    check('documented-date-format-is-handled', {
      ...core,
      clause: `${page}, Request parameters: X-Fc-Date (quirk B12)`,
      quirk: 'B12',
      async run(context) {
        const date = new Date().toUTCString().replace(', ', ',')
        expectTolerance(context, await sent(context, withHeaders({ 'X-Fc-Date': date })), tolerances.dateForm)
      },
    }),
    check('invalid-date-is-handled', {
      ...extended,
      clause: `${page}, Request parameters: X-Fc-Date (what else it may hold is open)`,
      async run(context) {
        expectTolerance(context, await sent(context, withHeaders({ 'X-Fc-Date': 'yesterday' })), tolerances.wrongDate)
      },
    }),
  ]
})
