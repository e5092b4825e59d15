import { aliyunFc20160815 } from '../../schemas/aliyun-fc-2016-08-15/api.ts'
import type { Operation } from '../../schemas/core/operation.ts'
import { toCitation } from '../../schemas/core/source.ts'
import type { Check } from '../core/check.ts'
import { readHeader } from '../core/exchange.ts'
import type { JsonObject } from '../core/expect-reply.ts'
import { check } from './check.ts'
import { expectFreedom, freedoms } from './freedoms.ts'
import { type Context, expectUnchanged, givenOne, givenReading, type Kind } from './kind.ts'
import { kinds, serviceKind } from './kinds.ts'

const { publishVersion } = aliyunFc20160815.operations

/** An operation that If-Match guards, and the kind of resource that the tag is of. */
interface Guarded {
  readonly operation: Operation
  readonly kind: Kind
  readonly body?: JsonObject
}

const guarded: readonly Guarded[] = [
  ...kinds.flatMap((kind) => [
    { operation: kind.update, kind, body: kind.changes },
    { operation: kind.remove, kind },
  ]),
  { operation: publishVersion, kind: serviceKind, body: {} },
]

/** If-Match lets a change pass only while the resource has the tag that it names. */
export const conditionChecks: readonly Check[] = guarded.flatMap(toConditionChecks)

function toConditionChecks({ operation, kind, body }: Guarded): readonly Check[] {
  const clause = `${toCitation(operation.source)}, Header If-Match`
  const send = (context: Context, path: Readonly<Record<string, string>>, tag: string) =>
    context.target.send(operation, { path, headers: { 'If-Match': tag }, ...(body && { body }) })
  const arrange = async (context: Context) => {
    const { path, created } = await givenOne(context, kind)
    const tag = readHeader(created.response, 'etag')
    if (!tag) return context.skip('the target answers no ETag, so none can be named')
    return { path, tag }
  }
  const refused = (
    name: string,
    toTag: (context: Context, at: { path: Readonly<Record<string, string>>; tag: string }) => Promise<string>,
  ) =>
    check(name, {
      operation,
      clause: `${clause} (the code is open: quirk A23)`,
      level: 'core',
      quirk: 'A23',
      async run(context) {
        const at = await arrange(context)
        const tag = await toTag(context, at)
        const before = await givenReading(context, kind.read, at.path)
        const sent = await send(context, at.path, tag)
        expectFreedom(context, sent, freedoms.wrongTag)
        await expectUnchanged(context, kind.read, at.path, before)
      },
    })
  return [
    check('takes-the-etag-of-the-present-state', {
      operation,
      clause,
      level: 'core',
      async run(context) {
        const { path, tag } = await arrange(context)
        context.expectReply(await send(context, path, tag))
      },
    }),
    refused('refuses-an-etag-that-never-was', async () => '00000000000000000000000000000000'),
    refused('refuses-the-etag-of-an-earlier-state', async (context, { path, tag }) => {
      await context.given(context.target.send(kind.update, { path, body: kind.changes }))
      return tag
    }),
    check('answers-an-etag-in-quotation-marks', {
      operation,
      clause,
      level: 'core',
      async run(context) {
        const { path, tag } = await arrange(context)
        expectFreedom(context, await send(context, path, `"${tag.replaceAll('"', '')}"`), freedoms.quotedTag)
      },
    }),
  ]
}
