import { isNoServerError } from '../../core/assertions/assertion.ts'
import { type SchemaNode, toJsonSchema, toTypes } from '../../../schemas/core/json-schema.ts'
import type { Operation } from '../../../schemas/core/operation.ts'
import { toSample } from '../../../schemas/core/sample.ts'
import { type Check, defineCheck } from '../../core/check.ts'
import type { CoreContext } from '../../core/context.ts'
import type { Input } from '../../core/http/wire-request.ts'
import type { Call } from '../calls.ts'
import type { Rules } from '../rules.ts'

interface Parameter {
  readonly name: string
  readonly in: 'query' | 'header'
  readonly node: SchemaNode
}

/** Documented parameters are accepted, and no value of a parameter makes the target fail. */
export function toParameterValueChecks({ operation, arrange }: Call, { clauses }: Rules): readonly Check[] {
  const parameters = toParameters(operation)
  const free = parameters.filter(({ name }) => !isBound(name))
  /** A read changes nothing, so its set-up is made once. */
  const toArranged = (context: CoreContext) => {
    const once = operation.method === 'get' ? arrange(context) : undefined
    return async () => await (once ?? arrange(context))
  }
  return [
    ...(free.length === 0
      ? []
      : [
          defineCheck('optional-parameters-are-accepted', {
            operation,
            level: 'extended',
            clause: clauses.success(operation),
            async run(context) {
              const toInput = toArranged(context)
              for (const parameter of free) {
                const input = withParameter(await toInput(), parameter, String(toSample(parameter.node)))
                context.expectResponse(await context.target.send(operation, input))
              }
            },
          }),
        ]),
    ...(parameters.length === 0
      ? []
      : [
          defineCheck('unusual-parameter-values-are-handled', {
            operation,
            level: 'core',
            clause: clauses.success(operation),
            async run(context) {
              const toInput = toArranged(context)
              for (const parameter of parameters) {
                const input = await toInput()
                for (const value of parameter.in === 'query' ? unusual : unusualInHeaders) {
                  const sent = await context.target.send(operation, withParameter(input, parameter, value))
                  const finding = {
                    expected: 'a status below 500',
                    actual: `status ${sent.response.status}`,
                    assertions: [isNoServerError],
                  }
                  context.expectThat(sent.response.status < 500, finding, sent)
                }
              }
            },
          }),
        ]),
  ]
}

const unusualInHeaders = ['', '%', '"', 'x'.repeat(300)]
const unusual = [...unusualInHeaders, 'é', '😀', '\n']

/** Parameters whose values depend on the state or the account of the target, on the signature or on the body. */
function isBound(name: string): boolean {
  return /^if-match$|token$|startkey$|arn$|checksum$|qualifier$|account-id$|date$|signature|content-md5|authorization/i.test(
    name,
  )
}

function toParameters({ params }: Operation): readonly Parameter[] {
  return (['query', 'header'] as const).flatMap((place) =>
    Object.entries(params[place]).flatMap(([name, schema]) => {
      const node = toJsonSchema(schema)
      // Only the signature and the HTTP client set these.
      const isOwn = /^(authorization|date|host|content-length|content-type|x-auth-token|x-sdk-date)$/i.test(name)
      return isOwn || toTypes(node).length === 0 ? [] : [{ name, in: place, node }]
    }),
  )
}

function withParameter(input: Input, { name, in: place }: Parameter, value: string): Input {
  return place === 'query'
    ? { ...input, query: { ...input.query, [name]: value } }
    : { ...input, headers: { ...input.headers, [name]: value } }
}
