import type { Operation } from '../../../schemas/core/operation.ts'
import { type JsonObject, readObject } from '../assertions/expect-response.ts'
import type { Fixtures } from '../fixtures/fixtures.ts'
import type { Exchange } from '../http/exchange.ts'
import { TransportError } from '../http/transport-error.ts'
import type { Input } from '../http/wire-request.ts'
import type { CleanupLogWriter } from './cleanup-log-file.ts'
import type { CreatedResource } from './created-resource.ts'
import { removeWithChildren, type Send } from './remove.ts'

export type { Send }

/** Records the resources that a check creates, and removes only these. */
export interface CleanupLog {
  /** Sends a request and records the resource that it may create. */
  readonly send: Send
  /**
   * Removes every resource, the newest first. Returns the names of those that remain; a second call tries these again. A
   * resource whose creation was rejected remains only if it can be read. Never throws.
   */
  readonly clean: () => Promise<readonly string[]>
}

/**
 * A resource is recorded before its request is sent, because the request may succeed although its response is lost. A
 * name without the id of the run is recorded only after a success.
 */
export function createCleanupLog(
  resources: readonly CreatedResource[],
  runId: string,
  send: Send,
  cleanupLogWriter?: CleanupLogWriter,
  supplied: Fixtures = {},
): CleanupLog {
  const entries = new Map<string, Entry>()
  const write = (operation: Operation, input: Input, result?: JsonObject): Entry | undefined => {
    const resource = resources.find(({ create }) => create.id === operation.id)
    const path = resource?.toPath(withBody(input), result)
    if (!resource || !path) return undefined
    const what = `${resource.create.tag} ${Object.values(path).join('/')}`
    const known = entries.get(what)
    if (!known && (result || what.includes(runId))) {
      cleanupLogWriter?.created({ what, create: resource.create.id, path })
    } else if (!known || !result) return known
    // The parent may have been created after the first attempt. Record the child again, so that it is removed first.
    entries.delete(what)
    const entry = known ?? { what, resource, path, mayExist: false }
    entries.set(what, entry)
    return entry
  }
  return {
    async send(operation, input = {}) {
      const entry = write(operation, input)
      const exchange: Exchange = await send(operation, input).catch((error: unknown) => {
        if (entry && error instanceof TransportError && error.isTargets) entry.mayExist = true
        throw error
      })
      const isSuccess = exchange.response.status < 300
      const created = isSuccess ? write(operation, input, readObject(exchange)) : entry
      if (created && !isRejected(exchange)) created.mayExist = true
      return exchange
    },
    async clean() {
      const left: string[] = []
      for (const entry of [...entries.values()].reverse()) {
        const isReadWithParent = [...entries.values()].some((other) => isParent(other, entry))
        const removal = await removeWithChildren({ ...entry, isReadWithParent }, send, supplied)
        if (removal === 'removed' || (removal === 'unknown' && !entry.mayExist)) {
          cleanupLogWriter?.removed(entry.what)
          entries.delete(entry.what)
        } else left.push(entry.what)
      }
      return left
    },
  }
}

interface Entry {
  readonly what: string
  readonly resource: CreatedResource
  readonly path: Readonly<Record<string, string>>
  /** False if every creation was rejected. */
  mayExist: boolean
}

function isParent(parent: Entry, { resource, path }: Entry): boolean {
  const isOfKind = parent.resource.children.some(({ create }) => create.id === resource.create.id)
  return isOfKind && Object.entries(parent.path).every(([name, value]) => path[name] === value)
}

/** A redirect or an error of the client. A time-out (408) may come after the creation. */
function isRejected({ response: { status } }: Exchange): boolean {
  return status >= 300 && status < 500 && status !== 408
}

/** A raw body may create a resource if it is valid JSON. */
function withBody(input: Input): Input {
  const { body, rawBody } = input
  if (body !== undefined || rawBody === undefined) return input
  try {
    return { ...input, body: JSON.parse(typeof rawBody === 'string' ? rawBody : Buffer.from(rawBody).toString()) }
  } catch {
    return input
  }
}
