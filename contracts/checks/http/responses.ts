import { isHeader } from '../../core/assertions/assertion.ts'
import { type Check, defineCheck } from '../../core/check.ts'
import { readHeader } from '../../core/http/exchange.ts'
import type { Symptom } from '../../core/report/outcome.ts'
import type { Call } from '../calls.ts'
import type { Rules } from '../rules.ts'

/** The form of the responses of an operation. */
export function toResponseChecks({ operation, arrange, sample }: Call, { api, clauses }: Rules): readonly Check[] {
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
              const assertions = [isHeader('ETag', { is: 'present' })]
              const finding = { expected: 'a header ETag with a value', actual: 'none', assertions }
              context.expectThat(Boolean(readHeader(response.response, 'ETag')), finding, response)
            },
          }),
        ]
      : []),
    ...Object.entries(api.dialect.headerNames ?? {})
      .filter(([name]) => responses.some(({ headers }) => name in headers))
      .map(([name, observedName]) =>
        defineCheck('header-names-have-observed-case', {
          operation,
          clause: `observed: some clients read the header of ${operation.id} as ${observedName} and in no other case`,
          level: 'extended',
          async run(context) {
            if (context.profile === 'documented') context.skip('the names of headers have no case')
            const { response, ...sent } = await context.given(context.target.send(operation, await arrange(context)))
            const [found] = response.headers.find(([key]) => key.toLowerCase() === name.toLowerCase()) ?? []
            const symptom: Symptom = { part: 'header', names: [observedName], problem: 'in another case' }
            const finding = { expected: `the header name ${observedName}`, actual: String(found), symptom }
            context.expectThat(found === undefined || found === observedName, finding, { ...sent, response })
          },
        }),
      ),
  ]
}
