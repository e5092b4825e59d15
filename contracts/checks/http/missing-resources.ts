import { isHeader } from '../../core/assertions/assertion.ts'
import { toPathNames } from '../../../schemas/core/lib/path-template.ts'
import { expectTolerance } from '../../core/assertions/tolerance.ts'
import { type Check, defineCheck } from '../../core/check.ts'
import { readHeader } from '../../core/http/exchange.ts'
import { type Call, watch } from '../calls.ts'
import type { Rules } from '../rules.ts'
import { findByKey, read, type Sample, toMissingPath } from '../sample.ts'

/** A request with a key that does not exist is rejected, for every key in the path of the operation. */
export function toMissingChecks(call: Call, samples: readonly Sample[], rules: Rules): readonly Check[] {
  const { operation, arrange } = call
  return toPathNames(operation.path).flatMap((name) => {
    const sample = findByKey(samples, name)
    const code = sample?.resource.missing
    if (!sample || code === undefined) return []
    const stated: readonly string[] = [...operation.errors, ...operation.observedErrors]
    const own = call.sample?.resource
    // An operation without both codes creates the parent, as the first version creates a layer.
    if (!rules.areCodesUnstated && ![code, own?.missing ?? ''].some((known) => stated.includes(known))) return []
    return [
      defineCheck(`missing-${sample.resource.name}-is-rejected`, {
        operation,
        clause: rules.clauses.error(operation, 404),
        level: 'core',
        quirk: rules.quirks?.codes,
        async run(context) {
          const input = await arrange(context)
          const expectNoChange = await watch(context, sample.fixture ? call : { operation }, input)
          const path = toMissingPath(context, sample, input.path ?? {})
          const rejected = await context.target.send(operation, { ...input, path })
          if (rules.areCodesUnstated) {
            const about = `${withArticle(sample.resource.name)} that does not exist`
            expectTolerance(context, rejected, { about, codes: [code], undocumented: [404] })
          } else if (!stated.includes(code) && own?.missing !== undefined && own.parent === sample.resource) {
            // The source states only the error code of the child.
            const about = `${withArticle(own.name)} of ${withArticle(sample.resource.name)} that does not exist`
            expectTolerance(context, rejected, { about, codes: [own.missing, code] })
          } else context.expectError(rejected, code)
          await expectNoChange()
          // An update of a missing resource must not create it.
          const isOwnUpdate = sample === call.sample && operation === own?.update && own.create !== undefined
          if (isOwnUpdate) context.expectAbsent(await read(context, sample, path))
        },
      }),
    ]
  })
}

/** An error has a request id, as a success has. */
export function toErrorIdChecks(call: Call, samples: readonly Sample[], { api, quirks }: Rules): readonly Check[] {
  const { operation, arrange } = call
  const names = toPathNames(operation.path)
  if (names.length === 0 || operation.body) return []
  const header = api.dialect.requestIdHeader
  return [
    defineCheck('error-has-request-id', {
      operation,
      clause: `observed: every response has its own ${header}${quirks?.requestId ? ` (quirk ${quirks.requestId})` : ''}`,
      level: 'extended',
      quirk: quirks?.requestId,
      async run(context) {
        const path: Record<string, string> = {}
        for (const name of names) {
          path[name] = findByKey(samples, name)?.unknownKey?.(context, path) ?? context.name()
        }
        const rejected = await context.target.send(operation, { path })
        if (readHeader(rejected.response, header)) return
        const success = await context.given(context.target.send(operation, await arrange(context)))
        if (!readHeader(success.response, header)) context.skip(`the target returns no ${header}`)
        const finding = {
          expected: `a ${header}, as in successes`,
          actual: 'none',
          assertions: [isHeader(header, { is: 'present' })],
        }
        context.expectThat(false, finding, rejected)
      },
    }),
  ]
}

function withArticle(name: string): string {
  return `${/^[aeiou]/i.test(name) ? 'an' : 'a'} ${name}`
}
