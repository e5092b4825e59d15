import { expectDocumentedError, expectDocumentedProperties } from '../../core/assertions/undocumented-properties.ts'
import { type Check, defineCheck } from '../../core/check.ts'
import { readHeader } from '../../core/http/exchange.ts'
import type { Call } from '../calls.ts'
import type { Rules } from '../rules.ts'
import { toWrongRequest } from './wrong-request.ts'

const propertyFeature = 'Listed properties'

/** The form of the responses of an operation. */
export function toResponseChecks(
  { operation, arrange, sample }: Call,
  { api, clauses, quirks }: Rules,
): readonly Check[] {
  const responses = Object.values(operation.success)
  const { etag } = sample?.resource ?? {}
  const hasTag = responses.some(({ headers }) => 'ETag' in headers)
  const hasJson = responses.some(({ schema, mediaType }) => schema && mediaType === 'application/json')
  const header = api.dialect.requestIdHeader
  const properties = `${clauses.success(operation)}: the properties of its schema`
  const { status, toRequest } = toWrongRequest(operation)
  const errorBody = clauses.errorBody(operation, status)
  return [
    defineCheck('response-matches-schema', {
      operation,
      clause: clauses.success(operation),
      level: 'core',
      async run(context) {
        context.expectResponse(await context.target.send(operation, await arrange(context)))
      },
    }),
    ...(hasTag
      ? [
          defineCheck('response-has-documented-headers', {
            operation,
            clause: clauses.responseHeader(operation, etag ?? 'ETag'),
            level: 'core',
            async run(context) {
              const response = await context.given(context.target.send(operation, await arrange(context)))
              const finding = { expected: 'a header ETag with a value', actual: 'none' }
              context.expectThat(Boolean(readHeader(response.response, 'ETag')), finding, response)
            },
          }),
        ]
      : []),
    defineCheck('response-has-request-id', {
      operation,
      clause: `observed: every response has its own ${header}${quirks?.requestId ? ` (quirk ${quirks.requestId})` : ''}`,
      level: 'extended',
      quirk: quirks?.requestId,
      async run(context) {
        const input = await arrange(context)
        const first = await context.given(context.target.send(operation, input))
        // A check holds one resource of a fixture at a time.
        const again = sample?.fixture ? input : await arrange(context)
        const second = await context.given(context.target.send(operation, again))
        const [one, other] = [first, second].map(({ response }) => readHeader(response, header))
        if (!one && !other) context.skip(`the target returns no ${header}, and no source requires it`)
        const finding = { expected: `another ${header} in each response`, actual: `${one}, then ${other}` }
        context.expectThat(Boolean(one) && one !== other, finding, second)
      },
    }),
    ...(hasJson
      ? [
          defineCheck('response-has-no-undocumented-properties', {
            operation,
            clause: properties,
            level: 'extended',
            feature: propertyFeature,
            async run(context) {
              const response = await context.given(context.target.send(operation, await arrange(context)))
              expectDocumentedProperties(context, { operation: operation.id, clause: properties }, response)
            },
          }),
        ]
      : []),
    defineCheck('error-has-no-undocumented-properties', {
      operation,
      clause: errorBody,
      level: 'extended',
      feature: propertyFeature,
      quirk: quirks?.errorBody,
      async run(context) {
        const rejected = await context.target.send(operation, toRequest(context, await arrange(context)))
        expectDocumentedError(context, { operation: operation.id, clause: errorBody }, rejected)
      },
    }),
  ]
}
