import type { Operation } from '../../../schemas/core/operation.ts'
import type { CreatedResource } from './created-resource.ts'
import type { Exchange } from '../http/exchange.ts'
import { type JsonObject, readObject } from '../assertions/expect-response.ts'
import type { Fixtures } from '../fixtures/fixtures.ts'
import type { CleanupLogWriter } from './cleanup-log-file.ts'
import type { Input } from '../http/wire-request.ts'

export type Send = (operation: Operation, input?: Input) => Promise<Exchange>

/** Knows what a check made, and removes it. Nothing else is ever removed. */
export interface CleanupLog {
  /** Sends through `send` and writes down whatever the request may make. */
  readonly send: Send
  /** Removes everything, the newest first, and responses the names of what is still there; it can be tried again. Never throws. */
  readonly clean: () => Promise<readonly string[]>
}

/**
 * A request that may make something is written down before it is sent, because a lost response does not mean that
 * nothing was made. Names without the run's mark are written down only when the target says that it made them.
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
      cleanupLogWriter?.made({ what, create: resource.create.id, path })
    } else if (result && entries.delete(what)) {
      // Its parent may have been made after it was first asked for, and must not go first.
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
          cleanupLogWriter?.gone(entry.what)
          entries.delete(entry.what)
        } else left.push(entry.what)
      }
      return left
    },
  }
}

/** Bytes that were written by hand may make something, too, where they are JSON after all. */
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

/** True when the thing is certainly gone: it never was there, or it cannot be read any more. */
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
