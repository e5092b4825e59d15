import type { Operation } from '../../../schemas/core/operation.ts'
import { expectTolerance } from '../../core/assertions/tolerance.ts'
import { type Check, defineCheck } from '../../core/check.ts'
import { readHeader } from '../../core/http/exchange.ts'
import type { Call } from '../calls.ts'
import type { List } from '../crud/lists.ts'
import { toInput } from '../crud/pages.ts'
import type { Rules } from '../rules.ts'
import { givenOne, type Sample } from '../sample.ts'

/** Methods and paths that no operation has are rejected. No source states how. */
export function toUnknownOperationChecks(
  { operation, arrange }: Call,
  { clauses, tolerances }: Rules,
): readonly Check[] {
  const clause = (what: string) => `${clauses.path(operation)}: no operation has this ${what}`
  return [
    defineCheck('unsupported-method-is-rejected', {
      operation,
      level: 'extended',
      clause: clause('method'),
      async run(context) {
        const sent = await context.target.send(operation, { body: {}, ...(await arrange(context)), method: 'PATCH' })
        expectTolerance(context, sent, tolerances.unsupportedMethod)
      },
    }),
    defineCheck('unknown-path-is-rejected', {
      operation,
      level: 'extended',
      clause: clause('path'),
      async run(context) {
        // Without a body, nothing of the valid request remains.
        const input = { ...(operation.body && (await arrange(context))), rawPath: '/no-such-resources' }
        expectTolerance(context, await context.target.send(operation, input), tolerances.unknownPath)
      },
    }),
  ]
}

/** A list handles a query parameter that no source states. */
export function toUndocumentedParameterChecks(list: List, { clauses, tolerances }: Rules): readonly Check[] {
  const { operation } = list
  return [
    defineCheck('undocumented-parameter-is-handled', {
      operation,
      level: 'core',
      clause: clauses.outcomes(operation, 400),
      async run(context) {
        const listed = await list.arrange(context, [])
        const input = { ...toInput(listed), query: { ...listed.query, noSuchParameter: 'x' } }
        expectTolerance(context, await context.target.send(operation, input), tolerances.undocumentedParameter)
      },
    }),
  ]
}

/** Query parameters and paths that few clients send. */
export function toUrlChecks(sample: Sample, { clauses, tolerances }: Rules): readonly Check[] {
  const { list, read, paging, missing, parent } = sample.resource
  return [
    ...(list && paging?.prefix && !parent ? toQueryChecks(list, paging.prefix) : []),
    ...(read && !parent && missing !== undefined ? [toPathCheck(read, missing)] : []),
  ]

  function toQueryChecks(operation: Operation, prefix: string): readonly Check[] {
    const clause = clauses.outcomes(operation, 400)
    return [
      defineCheck('very-long-url-is-handled', {
        operation,
        level: 'core',
        clause: `${clause} (the longest URL is implementation-defined)`,
        async run(context) {
          const query = { [prefix]: context.name() + 'x'.repeat(6000) }
          expectTolerance(context, await context.target.send(operation, { query }), tolerances.longUrl)
        },
      }),
      defineCheck('parameter-with-line-break-is-handled', {
        operation,
        level: 'core',
        clause: `${clause}, Headers`,
        async run(context) {
          const query = { [prefix]: `${context.name()}\r\nX-Faas-Contracts: split` }
          const sent = await context.target.send(operation, { query })
          const split = readHeader(sent.response, 'x-faas-contracts')
          const finding = { expected: 'no header from the query', actual: `X-Faas-Contracts: ${split}` }
          context.expectThat(split === undefined, finding, sent)
          expectTolerance(context, sent, tolerances.lineBreak)
        },
      }),
    ]
  }

  function toPathCheck(operation: Operation, code: string): Check {
    return defineCheck('encoded-slash-is-part-of-the-name', {
      operation,
      level: 'core',
      clause: `${clauses.error(operation, 404)}, Path`,
      async run(context) {
        const { path } = await givenOne(context, sample)
        const key = path[sample.resource.key] ?? ''
        const rawPath = operation.path.replace(/\{\w+\}/, `${context.name()}%2F..%2F${key}`)
        const sent = await context.target.send(operation, { rawPath })
        expectTolerance(context, sent, { ...tolerances.encodedSlash, codes: [code] })
      },
    })
  }
}
