import { aliyunFc20160815 as api } from '../../schemas/aliyun-fc-2016-08-15/api.ts'
import type { Check } from '../core/check.ts'
import type { JsonObject } from '../core/assertions/expect-response.ts'
import { toConstraintChecks } from '../core/generate/constraint-checks.ts'
import { toParameterChecks } from '../core/generate/parameter-checks.ts'
import { check } from './check.ts'
import { tolerances } from './tolerances.ts'
import { givenOne, type Kind } from './kind.ts'
import { kinds } from './kinds.ts'
import { versionResource } from './resources.ts'

const { publishVersion, getService, invokeFunction } = api.operations

/** Where two truths of the page conflict, either reading passes, and no probe may insist on one. */
const open = {
  alias: [
    { names: /-description-type-an-object$/, tolerance: tolerances.objectDescription, quirk: 'A6' },
    { names: /-additionalVersionWeight-type-a-text$/, tolerance: tolerances.weightsInText, quirk: 'A7' },
  ],
  version: [{ names: /-body-type-a-text$/, tolerance: tolerances.versionOfText, quirk: 'A9' }],
  invocation: [{ names: /-X-Fc-Invocation-Type-/, tolerance: tolerances.unknownInvocationType, quirk: 'A25' }],
} as const

/** Which spelling of an alias's version a target reads is open (A4), so both say the same; one alone is tried by hand. */
const alias = {
  open: open.alias,
  except: /-body-one-of-versionId/,
  complete: (body: JsonObject) => (body.versionID === undefined ? body : { ...body, versionId: body.versionID }),
} as const

/** The boundaries of every body: at them it is taken, just past them refused. */
export const constraintChecks: readonly Check[] = [
  ...kinds.flatMap((kind) => [...toCreateConstraints(kind), ...toUpdateConstraints(kind)]),
  ...toConstraintChecks({
    api,
    operation: publishVersion,
    check,
    base: async ({ fixture }) => ({ path: { serviceName: await fixture.givenService() }, body: {} }),
    read: getService,
    toPath: (input) => versionResource.toPath(input, { versionId: '1' }),
    open: open.version,
  }),
  ...toParameterChecks({
    api,
    operation: invokeFunction,
    check,
    base: async ({ fixture }) => ({ path: await fixture.givenFunction(), rawBody: '{}' }),
    open: open.invocation,
  }),
]

function toCreateConstraints(kind: Kind): readonly Check[] {
  const { create: operation, read, toPath } = kind
  return toConstraintChecks({
    api,
    operation,
    check,
    base: kind.request,
    read,
    toPath,
    ...(kind.entries === 'aliases' && alias),
  })
}

function toUpdateConstraints(kind: Kind): readonly Check[] {
  const { update: operation, read } = kind
  return toConstraintChecks({
    api,
    operation,
    check,
    async base(context) {
      const { path, update } = await givenOne(context, kind)
      return { path, body: update }
    },
    read,
    toPath: ({ path }) => path,
    leaves: 'what-was-there',
    ...(kind.entries === 'aliases' && alias),
  })
}
