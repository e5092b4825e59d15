import type { CoreContext } from '../../core/context.ts'
import type { Path } from '../../core/resource-path.ts'
import { givenOne, givenPath, type Sample } from '../sample.ts'

/** Returns a function that creates parents with given keys, all of them in the same place. */
export async function arrangeParents(context: CoreContext, child: Sample): Promise<(key: string) => Promise<Path>> {
  const { parent } = child
  if (!parent) throw new TypeError(`a ${child.resource.name} has no parent`)
  const within = parent.parent && (await givenPath(context, parent.parent))
  return async (key) => (await givenOne(context, parent, { [parent.resource.key]: key }, within)).path
}
