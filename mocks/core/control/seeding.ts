import { suggest } from '../../../schemas/core/lib/suggest.ts'
import type { Clock } from '../clock.ts'
import type { ApiMock } from '../handler.ts'
import type { Ids } from '../ids.ts'
import type { Names } from '../names.ts'
import type { StateModel } from '../store.ts'
import { ControlError } from './control-error.ts'

/** The change of each state model by a seed. */
export type Seeding = ReadonlyMap<StateModel, (root: unknown) => unknown>

/**
 * Finds the mock for each part of a seed. The changes throw a {@link ControlError} that names the API and describes
 * what is wrong with its part.
 */
export function toSeeding(
  mocks: readonly ApiMock[],
  seed: Names['seed'],
  context: { readonly clock: Clock; readonly ids: Ids },
): Seeding {
  if (typeof seed !== 'object' || seed === null || Array.isArray(seed)) {
    throw new ControlError('a seed must be an object with the ids of APIs as its keys')
  }
  const changes = new Map<StateModel, (root: unknown) => unknown>()
  for (const [id, part] of Object.entries(seed)) {
    // Names the JSON Schema, for editors.
    if (id === '$schema' && typeof part === 'string') continue
    const { state, seed: change } = findMock(mocks, id)
    const before = changes.get(state)
    changes.set(state, (root) => {
      try {
        return change((before ? before(root) : root) as never, part, context) // the root of this state model
      } catch (reason) {
        if (reason instanceof ControlError || !(reason instanceof Error)) throw reason
        throw new ControlError(`${id}: ${reason.message}`, 'invalid', reason)
      }
    })
  }
  return changes
}

function findMock(mocks: readonly ApiMock[], id: string) {
  const able = mocks.flatMap(({ api, state, seed }) => (seed ? [{ id: api.id, state, seed }] : []))
  const mock = able.find((candidate) => candidate.id === id)
  if (mock) return mock
  const known = able.map((candidate) => candidate.id)
  throw new ControlError(
    `${id}: is not the id of an API that accepts a seed${suggest(id, known) || `; valid ids are ${known.join(', ') || 'none'}`}`,
  )
}
