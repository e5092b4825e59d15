import type { Operation } from '../../../schemas/core/operation.ts'
import type { Json } from '../../../schemas/core/json-value.ts'
import type { Check } from '../../core/check.ts'
import type { CoreContext } from '../../core/context.ts'
import { type ConstraintCheckSpec, toConstraintChecks } from '../../core/generate/constraint-checks.ts'
import type { Choices } from '../../core/generate/pairwise.ts'
import { toPairwiseChecks } from '../../core/generate/pairwise-checks.ts'
import { toResourcePath } from '../../core/resource-path.ts'
import type { Call } from '../calls.ts'
import type { Rules } from '../rules.ts'
import { givenOne, newRequest, type Sample, toBody, toReadInput, toUpdate } from '../sample.ts'

/** Settings of the constraint checks of one resource, for its special cases. */
export type ConstraintSettings = Partial<
  Pick<ConstraintCheckSpec, 'open' | 'except' | 'complete' | 'mayReject' | 'withObserved' | 'unshown'>
>

/** At the boundaries of every field of a creation and of an update, values are accepted; beyond them, rejected. */
export function toResourceConstraintChecks(
  sample: Sample,
  { api, optionalBodies = [] }: Rules,
  settings: ConstraintSettings = {},
): readonly Check[] {
  const { resource } = sample
  const { create, read, update } = resource
  if (!read) return create ? toUnreadConstraintChecks(sample, create, api, settings) : []
  const common = {
    api,
    read,
    toReading: (path: Readonly<Record<string, string>>, context: CoreContext) => toReadInput(context, sample, path),
    ...(resource.volatile && { unshown: resource.volatile }),
    ...settings,
  }
  return [
    ...(create && resource.keyIn === 'query'
      ? toConstraintChecks({
          ...common,
          operation: create,
          async base(context) {
            const { path, input } = await givenOne(context, sample)
            return { path, body: toBody(input) }
          },
          toPath: ({ path }) => path,
          leaves: 'earlier-state',
        })
      : []),
    ...(create && resource.keyIn !== 'query'
      ? toConstraintChecks({
          ...common,
          operation: create,
          base: (context) => newRequest(context, sample),
          // The key of a generated one is not known before the creation: any key that cannot exist does.
          toPath: (input) =>
            resource.keyIn === 'body' ? toResourcePath(resource, input) : toGeneratedPath(sample, input.path),
        })
      : []),
    ...(create && update
      ? toConstraintChecks({
          ...common,
          operation: update,
          async base(context) {
            const { path, input } = await givenOne(context, sample)
            return { path, body: toUpdate(sample, input) }
          },
          toPath: ({ path }) => path,
          leaves: 'earlier-state',
        }).filter(({ name }) => name !== 'rejects-body-required-absent' || !optionalBodies.includes(update))
      : []),
  ]
}

/** Where no operation reads the resource, only the responses to the requests are judged. */
function toUnreadConstraintChecks(
  sample: Sample,
  operation: Operation,
  api: Rules['api'],
  settings: ConstraintSettings,
): readonly Check[] {
  return toCallConstraintChecks({ operation, arrange: (context) => newRequest(context, sample) }, api, settings)
}

/** At the boundaries of every field of a request without a resource, values are accepted; beyond them, rejected. */
export function toCallConstraintChecks(
  { operation, arrange }: Pick<Call, 'operation' | 'arrange'>,
  api: Rules['api'],
  settings: ConstraintSettings = {},
): readonly Check[] {
  if (operation.body?.mediaType !== 'application/json') return []
  return toConstraintChecks({
    api,
    operation,
    read: operation,
    shows: 'response',
    base: arrange,
    toPath: () => undefined,
    ...settings,
  })
}

/** The first one that a server would generate. */
function toGeneratedPath({ resource }: Sample, path: Readonly<Record<string, string>> = {}) {
  return toResourcePath(resource, { path }, { [resource.key]: '1' })
}

/** Optional fields in every combination of two: left out, or with one of two values. */
export function toFieldCombinationChecks(sample: Sample): readonly Check[] {
  const { resource, options, changes, required = [] } = sample
  const { create, read, update } = resource
  if (!create || !read || (!update && resource.keyIn !== 'query')) return []
  const common = { read, ...(resource.readBody && { readBody: resource.readBody }) }
  const ofCreate = Object.keys(options).map((field) => {
    const values = [options[field], ...(field in changes ? [changes[field]] : [])]
    return [field, required.includes(field) ? values : [undefined, ...values]] as const
  })
  const ofUpdate = Object.entries(changes).map(([field, value]) => [field, [value, undefined]] as const)
  return [
    ...(ofCreate.length < 2
      ? []
      : toPairwiseChecks({
          ...common,
          operation: create,
          base: (context) => newRequest(context, sample),
          toPath: (input) => toResourcePath(resource, input),
          fields: toChoices(ofCreate),
          keepsOthers: false,
        })),
    ...(ofUpdate.length < 2 || !update
      ? []
      : toPairwiseChecks({
          ...common,
          operation: update,
          async base(context) {
            const { path, input } = await givenOne(context, sample)
            return { path, body: toUpdate(sample, input, {}) }
          },
          toPath: ({ path }) => path,
          fields: toChoices(ofUpdate),
          keepsOthers: true,
        })),
  ]
}

function toChoices(fields: readonly (readonly [string, readonly unknown[]])[]): Choices<Json | undefined> {
  return Object.fromEntries(fields) as Choices<Json | undefined> // samples have JSON values
}
