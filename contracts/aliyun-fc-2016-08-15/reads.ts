import { toCitation } from '../../schemas/core/source.ts'
import type { Check } from '../core/check.ts'
import { readHeader } from '../core/http/exchange.ts'
import { check } from './check.ts'
import { createAndRead, expectUnchanged, givenOne, givenReading, type Kind, toBody } from './kind.ts'
import { expectTimes } from './times.ts'

/** What reading one kind of resource returns. */
export function toReadChecks(kind: Kind): readonly Check[] {
  const { read: operation } = kind
  const page = toCitation(operation.source)
  const core = { operation, level: 'core' } as const
  return [
    check('repeated-read-returns-the-same', {
      ...core,
      clause: `${page} 200`,
      async run(context) {
        const { path } = await givenOne(context, kind)
        await expectUnchanged(context, operation, path, await givenReading(context, operation, path))
      },
    }),
    check('unchanged-state-keeps-its-etag', {
      ...core,
      clause: `${page} 200, Headers: ETag`,
      async run(context) {
        const { path } = await givenOne(context, kind)
        const first = await context.given(context.target.send(operation, { path }))
        const second = await context.given(context.target.send(operation, { path }))
        const [one, other] = [first, second].map((item) => readHeader(item.response, 'etag'))
        if (!one || !other) context.skip('a response carries no ETag')
        context.expectThat(one === other, { expected: `ETag ${one} again`, actual: `ETag ${other}` }, second)
      },
    }),
    check('read-returns-the-named-resource', {
      ...core,
      clause: `${page}, Path`,
      async run(context) {
        const { input, path } = await givenOne(context, kind)
        const other = { ...input, body: { ...(input.body as object), [kind.nameField]: context.name() } } // a base request has an object
        await context.given(context.target.send(kind.create, other))
        const read = await context.target.send(operation, { path })
        const expected = { [kind.nameField]: path[kind.nameField] }
        context.expectFields(read, context.expectPresent(read), expected, 'absent-passes')
      },
    }),
    check('times-are-utc', {
      ...core,
      clause: `004 Definitions, ${operation.tag}Response: createdTime, lastModifiedTime`,
      async run(context) {
        const { read } = await createAndRead(context, kind)
        expectTimes(context, read)
      },
    }),
    check('concurrent-reads-are-not-mixed-up', {
      ...core,
      clause: `${page}, Path`,
      async run(context) {
        const { input, path } = await givenOne(context, kind)
        const other = { ...input, body: { ...toBody(input), [kind.nameField]: context.name() } }
        await context.given(context.target.send(kind.create, other))
        const otherPath = kind.toPath(other) ?? {}
        const asked = [path, otherPath, path, otherPath]
        const reads = await Promise.all(asked.map((at) => context.target.send(operation, { path: at })))
        for (const [index, read] of reads.entries()) {
          const expected = { [kind.nameField]: asked[index]?.[kind.nameField] }
          context.expectFields(read, context.expectPresent(read), expected, 'absent-passes')
        }
      },
    }),
  ]
}
