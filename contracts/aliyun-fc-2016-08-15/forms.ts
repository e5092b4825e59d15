import { toPathNames } from '../../schemas/core/lib/path-template.ts'
import { aliyunFc20160815 as api } from '../../schemas/aliyun-fc-2016-08-15/api.ts'
import { toCitation } from '../../schemas/core/source.ts'
import type { Check } from '../core/check.ts'
import { readHeader } from '../core/http/exchange.ts'
import { expectTolerance } from '../core/assertions/tolerance.ts'
import { expectDocumentedProperties, expectDocumentedError } from '../core/assertions/undocumented-properties.ts'
import { type Call, calls } from './calls.ts'
import { check } from './check.ts'
import { tolerances } from './tolerances.ts'

/** What the name of a path says that is not there. */
const missingCodes: Readonly<Record<string, keyof typeof api.errors>> = {
  serviceName: 'ServiceNotFound',
  functionName: 'FunctionNotFound',
  triggerName: 'TriggerNotFound',
  versionId: 'VersionNotFound',
  aliasName: 'AliasNotFound',
}

/** The form of the responses of every operation. */
export const formChecks: readonly Check[] = calls.flatMap((call) => [
  ...toSuccessChecks(call),
  ...toRefusalChecks(call),
  toEnvelopeCheck(call),
])

/** What refuses has an envelope of its own, and nothing in it that nobody lists. */
function toEnvelopeCheck({ operation, arrange }: Call): Check {
  const page = toCitation(operation.source)
  const [name] = toPathNames(operation.path)
  const clause = `${page} ${name ? 404 : 400}: the properties of Error`
  return check('error-has-no-undocumented-properties', {
    operation,
    clause,
    level: 'extended',
    feature: 'Listed properties',
    async run(context) {
      const input = await arrange(context)
      // A name that is not there, else a limit that is none, or a body that is none.
      const wrong = name
        ? { ...input, path: { ...input.path, [name]: context.name() } }
        : { ...input, ...(operation.body ? { body: [] } : { query: { limit: 'none' } }) }
      const refused = await context.target.send(operation, wrong)
      expectDocumentedError(context, { operation: operation.id, clause }, refused)
    },
  })
}

function toSuccessChecks({ operation, arrange }: Call): readonly Check[] {
  const clause = `${toCitation(operation.source)} ${Object.keys(operation.success).join(', ')}`
  const listed = `${clause}: the properties of its schema`
  const responses = Object.values(operation.success)
  const headers = [...new Set(responses.flatMap(({ headers }) => Object.keys(headers)))].filter(
    (name) => name === 'ETag',
  )
  const hasJson = responses.some(({ schema, mediaType }) => schema && mediaType === 'application/json')
  return [
    check('response-matches-schema', {
      operation,
      clause,
      level: 'core',
      async run({ target, expectResponse, ...context }) {
        expectResponse(await target.send(operation, await arrange({ target, expectResponse, ...context })))
      },
    }),
    ...headers.map((name) =>
      check('response-has-documented-headers', {
        operation,
        clause: `${clause}, Headers: ${name}`,
        level: 'core',
        async run(context) {
          const result = await context.given(context.target.send(operation, await arrange(context)))
          const finding = { expected: `a header ${name} with a value`, actual: 'none' }
          context.expectThat(Boolean(readHeader(result.response, name)), finding, result)
        },
      }),
    ),
    check('response-has-request-id', {
      operation,
      clause: `observed: every response has ${api.dialect.requestIdHeader} (quirk W12)`,
      level: 'extended',
      quirk: 'W12',
      async run(context) {
        const header = api.dialect.requestIdHeader
        const result = await context.given(context.target.send(operation, await arrange(context)))
        const again = await context.given(context.target.send(operation, await arrange(context)))
        const [one, other] = [readHeader(result.response, header), readHeader(again.response, header)]
        if (!one && !other) context.skip(`the target returns no ${header}, which no page asks for`)
        const finding = { expected: `a ${header} of its own in each response`, actual: `${one}, then ${other}` }
        context.expectThat(Boolean(one) && one !== other, finding, again)
      },
    }),
    ...(hasJson
      ? [
          check('response-has-no-undocumented-properties', {
            operation,
            clause: listed,
            level: 'extended',
            feature: 'Listed properties',
            async run(context) {
              const result = await context.given(context.target.send(operation, await arrange(context)))
              expectDocumentedProperties(context, { operation: operation.id, clause: listed }, result)
            },
          }),
        ]
      : []),
  ]
}

/** What a request meets that names something that is not there. */
function toRefusalChecks({ operation, arrange }: Call): readonly Check[] {
  // Of a create operation only the parents are in the path; the last name of the others is the thing itself.
  const names = toPathNames(operation.path)
  return names.map((name) => {
    const code = missingCodes[name] ?? ''
    const isListed = operation.errors.includes(code)
    const tolerance = name === 'serviceName' && !isListed ? toParentTolerance(operation.tag) : undefined
    return check(`missing-${name.replace(/(Name|Id)$/, '')}-is-rejected`, {
      operation,
      clause: `${toCitation(operation.source)} 404`,
      level: 'core',
      async run(context) {
        const input = await arrange(context)
        const path = { ...input.path, [name]: name === 'versionId' ? '4294967296' : context.name() }
        const refused = await context.target.send(operation, { ...input, path })
        if (tolerance) expectTolerance(context, refused, tolerance)
        else context.expectError(refused, code)
      },
    })
  })
}

function toParentTolerance(tag: string) {
  return tag === 'Version' ? tolerances.missingParentOfVersion : tolerances.missingParentOfAlias
}
