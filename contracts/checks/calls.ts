import type { Operation } from '../../schemas/core/operation.ts'
import type { CoreContext } from '../core/context.ts'
import type { Input } from '../core/http/wire-request.ts'
import { toResourcePath } from '../core/resource-path.ts'
import { expectState, givenOne, givenState, givenUpdatable, newRequest, read, type Sample, toOwner } from './sample.ts'

/** A request of an operation that must succeed. */
export interface Call {
  readonly operation: Operation
  /** Creates what the request needs; returns the request. */
  readonly arrange: (context: CoreContext) => Promise<Input>
  /** The resource that the operation acts on. */
  readonly sample?: Sample
}

/** A call of each operation of a resource. */
export function toCalls(sample: Sample): readonly Call[] {
  const { create, read: reading, readKey, list, update, remove } = sample.resource
  return [
    ...(create ? [{ operation: create, arrange: toCreate(sample), sample }] : []),
    ...(create && reading && reading !== update && readKey === undefined
      ? [
          {
            operation: reading,
            arrange: async (context: CoreContext) => ({ path: (await givenOne(context, sample)).path }),
            sample,
          },
        ]
      : []),
    ...(create && list
      ? [
          {
            operation: list,
            arrange: async (context: CoreContext) => ({ path: (await givenOne(context, sample)).input.path ?? {} }),
            sample,
          },
        ]
      : []),
    ...(update ? [{ operation: update, arrange: toChange(sample), sample }] : []),
    ...(create && remove
      ? [
          {
            operation: remove,
            arrange: async (context: CoreContext) => ({ path: (await givenOne(context, sample)).path }),
            sample,
          },
        ]
      : []),
  ]
}

function toCreate(sample: Sample): Call['arrange'] {
  return async (context) => await newRequest(context, sample, sample.options)
}

function toChange(sample: Sample): Call['arrange'] {
  return async (context) => {
    const { path, toBody } = await givenUpdatable(context, sample)
    return { path, body: toBody() }
  }
}

/**
 * Prepares a comparison for a request that must be rejected. The returned function fails unless the request created,
 * removed and changed nothing.
 */
export async function watch(
  context: CoreContext,
  { operation, sample }: Pick<Call, 'operation' | 'sample'>,
  input: Input,
): Promise<() => Promise<void>> {
  const owner = sample && toOwner(sample)
  if (!owner?.resource.read || owner.resource.readKey !== undefined) return async () => undefined
  const { create, update, remove } = owner.resource
  if (owner.fixture) {
    const path = input.path ?? {}
    const before = await givenState(context, owner, path)
    return async () => await expectState(context, owner, path, before)
  }
  if (operation === create) {
    const path = toResourcePath(owner.resource, input)
    const { keyIn, missing } = owner.resource
    // A read may return a configuration that no request has stored.
    if (path && keyIn === 'query' && missing === undefined) {
      const before = await givenState(context, owner, path)
      return async () => await expectState(context, owner, path, before)
    }
    // The key of a generated one is not known before the creation.
    return path ? async () => context.expectAbsent(await read(context, owner, path)) : async () => undefined
  }
  if (operation !== update && operation !== remove) return async () => undefined
  return async () => await expectState(context, owner, input.path ?? {}, owner.options)
}
