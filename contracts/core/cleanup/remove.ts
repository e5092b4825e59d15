import { toPathNames } from '../../../schemas/core/lib/path-template.ts'
import type { Operation } from '../../../schemas/core/operation.ts'
import { isObject, readObject } from '../assertions/expect-response.ts'
import { bounds } from '../bounds.ts'
import type { Fixtures } from '../fixtures/fixtures.ts'
import type { Exchange } from '../http/exchange.ts'
import type { Input } from '../http/wire-request.ts'
import type { Path } from '../resource-path.ts'
import type { Child, CreatedResource } from './created-resource.ts'

export type Send = (operation: Operation, input?: Input) => Promise<Exchange>

/** A resource that may exist. */
interface Removable {
  readonly resource: Pick<
    CreatedResource,
    'read' | 'readBody' | 'remove' | 'isRemoved' | 'isReadUnclaimed' | 'children'
  >
  readonly path: Path
  /** The parent is removed and read later. If the parent is gone, the resource is gone too, so it is not read. */
  readonly isReadWithParent?: boolean
}

/** `unknown`: the responses show neither that the resource exists nor that it does not. */
type Removal = 'removed' | 'present' | 'unknown'

/**
 * Removes a resource and verifies that it is gone. If it remains, removes everything that the server lists under it and
 * tries again: a child whose creation had no response has an unknown id. Never throws.
 */
export async function removeWithChildren(removable: Removable, send: Send, supplied: Fixtures): Promise<Removal> {
  const first = await remove(removable, send, supplied)
  const { children } = removable.resource
  if (first === 'removed' || children.length === 0) return first
  let isChanged = false
  for (const child of children) isChanged = (await removeChildren(child, removable.path, send, supplied)) || isChanged
  return isChanged ? await remove(removable, send, supplied) : first
}

async function remove(
  { resource, path, isReadWithParent }: Removable,
  send: Send,
  supplied: Fixtures,
): Promise<Removal> {
  const { read, readBody, remove: removal, isRemoved, isReadUnclaimed } = resource
  try {
    const removed = removal && (isRemoved?.(supplied) ?? true) ? await send(removal, { path }) : undefined
    if (removed?.response.status === 404) return 'removed'
    if (removed && removed.response.status < 300 && (isReadUnclaimed || isReadWithParent)) return 'removed'
    if (isReadUnclaimed) return 'unknown'
    const { response } = await send(read, { path, ...(readBody && { body: readBody }) })
    if (response.status === 404) return 'removed'
    return response.status < 300 ? 'present' : 'unknown'
  } catch {
    return 'unknown'
  }
}

/** Removes the listed children. Returns whether any was removed. */
async function removeChildren(child: Child, parent: Path, send: Send, supplied: Fixtures): Promise<boolean> {
  let isChanged = false
  for (let page = 0; page < bounds.pages; page += 1) {
    const entries = await listChildren(child, parent, send)
    let isPageChanged = false
    for (const path of entries) {
      const removed = await removeWithChildren({ resource: child, path }, send, supplied)
      isPageChanged ||= removed === 'removed'
    }
    isChanged ||= isPageChanged
    if (!isPageChanged) break
  }
  return isChanged
}

async function listChildren({ list, entries, toEntryPath }: Child, parent: Path, send: Send): Promise<readonly Path[]> {
  const path = Object.fromEntries(toPathNames(list.path).map((name) => [name, parent[name] ?? '']))
  try {
    const exchange = await send(list, { path })
    const listed = exchange.response.status < 300 ? readObject(exchange)[entries] : undefined
    const rows: readonly unknown[] = Array.isArray(listed) ? listed : []
    return rows.flatMap((row) => {
      const entry = isObject(row) ? toEntryPath(path, row) : undefined
      // A server or a proxy would resolve such a name, and remove the parent.
      return entry && !Object.values(entry).some((name) => name === '.' || name === '..') ? [entry] : []
    })
  } catch {
    return []
  }
}
