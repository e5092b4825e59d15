import { type Check, defineCheck } from '../../core/check.ts'
import { readHeader } from '../../core/http/exchange.ts'
import type { Call } from '../calls.ts'
import type { Rules } from '../rules.ts'

/** The form of the responses of an operation. */
export function toResponseChecks({ operation, arrange, sample }: Call, { clauses }: Rules): readonly Check[] {
  const responses = Object.values(operation.success)
  const { etag } = sample?.resource ?? {}
  const hasTag = responses.some(({ headers }) => 'ETag' in headers)
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
  ]
}
