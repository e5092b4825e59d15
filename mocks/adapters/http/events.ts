import type { ServerResponse } from 'node:http'

/** Tells web pages that something in the mock has changed. */
export interface Events {
  /** Keeps a response open and sends it an event after every change. */
  readonly add: (response: ServerResponse) => void
  /** Something has changed. */
  readonly note: () => void
  /** Ends all responses. */
  readonly close: () => void
}

/** At most this many pages are told. */
const mostPages = 20
/** Changes within this time are one event. */
const eventMs = 100
/** A comment after this time shows that the connection is alive. */
const silenceMs = 15_000

/**
 * Server-sent events without content: a page then reads what it shows. So a slow page misses no change, and the mock
 * stores nothing for it. `revision` counts the changes of the state, which may have another cause than a request.
 */
export function createEvents(revision: () => number): Events {
  const pages = new Set<ServerResponse>()
  let timer: NodeJS.Timeout | undefined
  let [hasChanged, lastRevision, lastSent] = [false, -1, 0]

  function tick(): void {
    const current = revision()
    const isDue = hasChanged || current !== lastRevision
    const now = Date.now()
    if (!isDue && now - lastSent < silenceMs) return
    hasChanged = false
    lastRevision = current
    lastSent = now
    for (const page of pages) {
      // A page that has not read the last event needs no other.
      if (page.writableLength === 0) page.write(isDue ? 'event: change\ndata:\n\n' : ':\n\n')
    }
  }

  function remove(page: ServerResponse): void {
    pages.delete(page)
    if (pages.size > 0) return
    clearInterval(timer)
    timer = undefined
  }

  return {
    add(page) {
      if (pages.size >= mostPages) {
        page.writeHead(503, { 'Retry-After': '10' }).end()
        return
      }
      page.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' })
      page.write('event: change\ndata:\n\n')
      pages.add(page)
      page.once('close', () => remove(page))
      timer ??= setInterval(tick, eventMs).unref()
    },
    note: () => {
      hasChanged = true
    },
    close: () => {
      for (const page of pages) page.end()
    },
  }
}
