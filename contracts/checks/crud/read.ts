import { isHeader } from '../../core/assertions/assertion.ts'
import type { JsonObject } from '../../core/assertions/expect-response.ts'
import { type Check, defineCheck } from '../../core/check.ts'
import { readHeader } from '../../core/http/exchange.ts'
import { expectUnchanged, givenReading } from '../readings.ts'
import type { Rules } from '../rules.ts'
import { givenOne, givenSibling, read, type Sample, toLasting } from '../sample.ts'
import { expectTimes } from './times.ts'

/** What the read operation returns. */
export function toReadChecks(sample: Sample, { clauses }: Rules): readonly Check[] {
  const { create, read: operation, update, key, readKey, etag, times } = sample.resource
  if (!create || !operation || operation === update || readKey !== undefined) return []
  const core = { operation, level: 'core' } as const
  /** A generated key may be a number. */
  const toKeyText = (shown: JsonObject) => (key in shown ? { [key]: String(shown[key]) } : {})
  return [
    defineCheck('repeated-read-returns-the-same', {
      ...core,
      clause: clauses.success(operation),
      async run(context) {
        const { path } = await givenOne(context, sample)
        const before = toLasting(sample, await givenReading(context, operation, { path }))
        await expectUnchanged(context, operation, { path }, before)
      },
    }),
    ...(etag === undefined
      ? []
      : [
          defineCheck('unchanged-state-keeps-its-etag', {
            ...core,
            clause: clauses.responseHeader(operation, etag),
            async run(context) {
              const { path } = await givenOne(context, sample)
              const first = await context.given(context.target.send(operation, { path }))
              const second = await context.given(context.target.send(operation, { path }))
              const [one, other] = [first, second].map((item) => readHeader(item.response, etag))
              if (!one || !other) return context.skip('a response has no ETag')
              const assertions = [isHeader(etag, { is: 'equal', value: one })]
              context.expectThat(
                one === other,
                { expected: `ETag ${one} again`, actual: `ETag ${other}`, assertions },
                second,
              )
            },
          }),
        ]),
    defineCheck('read-returns-the-named-resource', {
      ...core,
      clause: clauses.path(operation),
      async run(context) {
        const one = await givenOne(context, sample)
        await givenSibling(context, sample, one)
        const after = await read(context, sample, one.path)
        context.expectFields(after, toKeyText(context.expectPresent(after)), { [key]: one.path[key] }, 'absent-passes')
      },
    }),
    ...(times === undefined
      ? []
      : [
          defineCheck('times-are-utc', {
            ...core,
            clause: clauses.responseFields(operation, times.created, times.modified),
            async run(context) {
              const { path } = await givenOne(context, sample, {})
              const after = await read(context, sample, path)
              context.expectPresent(after)
              expectTimes(context, after, times)
            },
          }),
        ]),
    defineCheck('concurrent-reads-are-not-mixed-up', {
      ...core,
      clause: clauses.path(operation),
      async run(context) {
        const one = await givenOne(context, sample)
        const otherPath = await givenSibling(context, sample, one)
        const paths = [one.path, otherPath, one.path, otherPath]
        const reads = await Promise.all(paths.map((path) => read(context, sample, path)))
        for (const [index, after] of reads.entries()) {
          const shown = toKeyText(context.expectPresent(after))
          context.expectFields(after, shown, { [key]: paths[index]?.[key] }, 'absent-passes')
        }
      },
    }),
  ]
}
