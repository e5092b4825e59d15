import { toJsonSchema } from '../../../schemas/core/json-schema.ts'
import type { Operation } from '../../../schemas/core/operation.ts'
import type { JsonObject } from '../../core/assertions/expect-response.ts'
import { expectTolerance, type Tolerance } from '../../core/assertions/tolerance.ts'
import { type Check, defineCheck } from '../../core/check.ts'
import type { CoreContext } from '../../core/context.ts'
import { readHeader } from '../../core/http/exchange.ts'
import type { Input } from '../../core/http/wire-request.ts'
import type { Path } from '../../core/resource-path.ts'
import type { Rules } from '../rules.ts'
import {
  expectState,
  givenOne,
  givenState,
  read,
  type Sample,
  toChange,
  toBody as toSent,
  toUpdate,
} from '../sample.ts'

/** An operation that If-Match guards, and the resource with the ETag. */
interface Guarded {
  readonly operation: Operation
  readonly sample: Sample
  /** What the operation creates in the resource. */
  readonly child?: Sample
  /** The body of a request that changes what `input` created. */
  readonly toBody?: (input: Input, changes?: JsonObject) => object
}

/** What a condition is tested on, and the ETag of its state. */
interface At {
  readonly path: Path
  readonly input: Input
  readonly tag: string
}

/** The values that an update replaces. Sent again, they change the updated resource. */
function toFirstValues({ options, changes }: Sample): JsonObject {
  return Object.fromEntries(Object.entries(options).filter(([field]) => field in changes))
}

/** If-Match lets a change pass only while the resource has the ETag. */
export function toConditionChecks(samples: readonly Sample[], rules: Rules): readonly Check[] {
  return samples.flatMap((sample) => {
    const { update, remove, create, keyIn } = sample.resource
    const guarded: readonly Guarded[] = [
      ...(update && create
        ? [
            {
              operation: update,
              sample,
              toBody: (input: Input, changes?: JsonObject) => toUpdate(sample, input, changes),
            },
          ]
        : []),
      ...(create && keyIn === 'query'
        ? [
            {
              operation: create,
              sample,
              toBody: (input: Input, changes: JsonObject = sample.changes) => ({ ...toSent(input), ...changes }),
            },
          ]
        : []),
      ...(remove && create ? [{ operation: remove, sample }] : []),
      // A creation in a parent may be guarded by the ETag of the parent.
      ...(create && sample.parent && keyIn !== 'query'
        ? [{ operation: create, sample: sample.parent, child: sample, toBody: () => ({}) }]
        : []),
    ]
    return guarded
      .filter(({ operation, sample: of }) => 'If-Match' in operation.params.header && of.resource.etag !== undefined)
      .flatMap((one) => toGuardedChecks(one, rules))
  })
}

function toGuardedChecks(
  { operation, sample, child, toBody }: Guarded,
  { clauses, tolerances }: Rules,
): readonly Check[] {
  const { resource, parent } = sample
  const change = toChange(resource)
  // Clients send a condition that the governing source does not state.
  const condition = operation.params.header['If-Match']
  const isObserved = condition !== undefined && toJsonSchema(condition)['x-provenance'] !== undefined
  const clause = `${isObserved ? 'observed: clients send the condition; ' : ''}${clauses.header(operation, 'If-Match')}`
  const level = isObserved ? 'extended' : 'core'
  const send = (context: CoreContext, { path, input }: At, tag: string, changes?: JsonObject) =>
    context.target.send(operation, {
      path,
      headers: { 'If-Match': tag },
      ...(toBody && { body: toBody(input, changes) }),
    })
  const arrange = async (context: CoreContext): Promise<At> => {
    if (isObserved && context.profile === 'documented') context.skip('no source states the condition')
    const { path, input, created } = await givenOne(context, sample)
    const tag = readHeader(created.response, 'etag')
    return tag ? { path, input, tag } : context.skip('the target returns no ETag')
  }
  const toRejected = (
    name: string,
    toTags: (at: At, context: CoreContext) => readonly string[] | Promise<readonly string[]>,
    changes?: JsonObject,
  ) =>
    defineCheck(name, {
      operation,
      clause: withOpenCode(clause, tolerances.wrongTag),
      level,
      quirk: tolerances.wrongTag.quirk,
      async run(context) {
        const at = await arrange(context)
        const tags = await toTags(at, context)
        const before = await givenState(context, sample, at.path)
        for (const tag of tags) expectTolerance(context, await send(context, at, tag, changes), tolerances.wrongTag)
        await expectState(context, sample, at.path, before)
      },
    })
  return [
    defineCheck('current-etag-is-accepted', {
      operation,
      clause,
      level,
      async run(context) {
        const at = await arrange(context)
        context.expectResponse(await send(context, at, at.tag))
        if (!child) return
        // The condition is about the parent, also if it already has a child.
        await child.beforeNext?.(context, at.path, 1)
        const after = await context.given(read(context, sample, at.path))
        context.expectResponse(await send(context, at, readHeader(after.response, 'etag') ?? ''))
      },
    }),
    defineCheck('etag-without-quotation-marks-is-accepted', {
      operation,
      clause: `observed: If-Match of ${operation.id} has the text of the ETag without quotation marks`,
      level: 'extended',
      async run(context) {
        if (context.profile === 'documented') context.skip('no source states the form of the condition')
        const at = await arrange(context)
        context.expectResponse(await send(context, at, at.tag.replace(/^"(.*)"$/, '$1')))
      },
    }),
    toRejected('unknown-etag-is-rejected', () => [unknownTag]),
    ...(change
      ? [
          toRejected(
            'stale-etag-is-rejected',
            async ({ path, input, tag }, context) => {
              const body = resource.update ? toUpdate(sample, input) : { ...toSent(input), ...sample.changes }
              await context.given(context.target.send(change, { path, body }))
              return [tag]
            },
            toFirstValues(sample),
          ),
        ]
      : []),
    toRejected('partial-etag-is-rejected', ({ tag }) => {
      const [, start = '', end = ''] = /^(.*?)("?)$/.exec(tag) ?? []
      return start.length > 1 ? [start.slice(0, -1) + end, `${start}0${end}`] : [`${start}0${end}`]
    }),
    ...(parent?.resource.read && parent.resource.etag
      ? [
          toRejected('etag-of-parent-is-rejected', async ({ input: { path = {} }, tag }, context) => {
            const other = readHeader((await context.given(read(context, parent, path))).response, 'etag')
            return other && other !== tag ? [other] : context.skip('the parent has no ETag of its own')
          }),
        ]
      : []),
    defineCheck('quoted-etag-is-handled', {
      operation,
      clause,
      level,
      quirk: tolerances.quotedTag.quirk,
      async run(context) {
        const at = await arrange(context)
        expectTolerance(context, await send(context, at, `"${at.tag.replaceAll('"', '')}"`), tolerances.quotedTag)
      },
    }),
  ]
}

/** No state has this ETag. */
export const unknownTag = '00000000000000000000000000000000'

/** A clause, with the note that it does not state the error code. */
export function withOpenCode(clause: string, { quirk }: Tolerance): string {
  return `${clause} (the error code is implementation-defined${quirk === undefined ? '' : `: quirk ${quirk}`})`
}
