import type { WireResponse } from '../core/wire.ts'

/**
 * A wire result as a standard response, at once or after its delay. A response has no connection to break, so a
 * connection fault becomes what a client would see of it: the network error of `fetch`, a body that breaks off, or
 * nothing at all. The client's own signal ends every wait.
 */
export async function toResponse(response: WireResponse, signal?: AbortSignal): Promise<Response> {
  signal?.throwIfAborted()
  if (response.delayMs) await wait(response.delayMs, signal)
  if (response.connection === 'hang') await wait(undefined, signal)
  if (response.connection === 'reset') throw new NetworkError('the mock was told to reset the connection')
  const { status, headers } = response
  const body = response.connection === 'truncate' ? toBrokenStream(response.body ?? '') : (response.body ?? null)
  // The library's types do not take a view on bytes that might be shared; ours never are.
  return new Response(body as BodyInit | null, { status, headers })
}

/** What `fetch` rejects with where there is no response. */
export class NetworkError extends TypeError {}

/** Waits some milliseconds, or for ever; rejects with the signal's reason when that is raised. */
function wait(ms: number | undefined, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const abort = () => {
      clearTimeout(timer)
      reject(signal?.reason)
    }
    const timer = ms === undefined ? undefined : setTimeout(end, ms)
    signal?.addEventListener('abort', abort, { once: true })
    function end() {
      signal?.removeEventListener('abort', abort)
      resolve()
    }
  })
}

/** The first half of a body, and then an error. */
function toBrokenStream(body: string | Uint8Array): ReadableStream<Uint8Array> {
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body
  let isSent = false
  return new ReadableStream({
    pull(controller) {
      // Not both at once: an error throws away what waits to be read.
      if (isSent || bytes.length < 2) controller.error(new NetworkError('the mock was told to break the response off'))
      else controller.enqueue(bytes.slice(0, bytes.length / 2))
      isSent = true
    },
  })
}
