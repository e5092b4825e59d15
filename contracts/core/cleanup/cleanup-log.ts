import type { Operation } from '../../../schemas/core/operation.ts'
import { type JsonObject, readObject } from '../assertions/expect-response.ts'
import type { Fixtures } from '../fixtures/fixtures.ts'
import type { Exchange } from '../http/exchange.ts'
import type { Input } from '../http/wire-request.ts'
import type { CleanupLogWriter } from './cleanup-log-file.ts'
import type { CreatedResource } from './created-resource.ts'

export type Send = (operation: Operation, input?: Input) => Promise<Exchange>

/** Records the resources that a check creates, and removes only these. */
export interface CleanupLog {
  /** Sends a request and records the resource that it may create. */
  readonly send: Send
  /**
   * Removes every resource, the newest first. Returns the names of those that remain; a second call tries these again.
   * Never throws.
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
  const write = (operation: Operation, input: Input, result?: JsonObject) => {
    const resource = resources.find(({ create }) => create.id === operation.id)
    const path = resource?.toPath(withBody(input), result)
    if (!resource || !path) return
    const what = `${resource.create.tag} ${Object.values(path).join('/')}`
    if (!entries.has(what) && (result || what.includes(runId))) {
      entries.set(what, { what, resource, path })
      cleanupLogWriter?.created({ what, create: resource.create.id, path })
    } else if (result && entries.delete(what)) {
      // The parent may have been created after the first attempt. Record the child again, so that it is removed
      // first.
      entries.set(what, { what, resource, path })
    }
  }
  return {
    async send(operation, input = {}) {
      write(operation, input)
      const exchange = await send(operation, input)
      if (exchange.response.status < 300) write(operation, input, readObject(exchange))
      return exchange
    },
    async clean() {
      const left: string[] = []
      for (const entry of [...entries.values()].reverse()) {
        if (await remove(entry, send, supplied)) {
          cleanupLogWriter?.removed(entry.what)
          entries.delete(entry.what)
        } else left.push(entry.what)
      }
      return left
    },
  }
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

interface Entry {
  readonly what: string
  readonly resource: CreatedResource
  readonly path: Readonly<Record<string, string>>
}

/** Removes a resource. Returns true if it does not exist or cannot be read any more. */
export async function remove(
  { resource, path }: Omit<Entry, 'what'>,
  send: Send,
  supplied: Fixtures,
): Promise<boolean> {
  const { read: reading, readBody, remove: removal, isRemoved } = resource
  try {
    const removed = removal && (isRemoved?.(supplied) ?? true) ? await send(removal, { path }) : undefined
    if (removed?.response.status === 404) return true
    const read = await send(reading, { path, ...(readBody && { body: readBody }) })
    return read.response.status === 404
  } catch {
    return false
  }
}
