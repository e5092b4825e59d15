import type { WireResponse } from '../core/wire.ts'

/**
 * Converts a wire response to a standard response after its delay. A standard response has no connection, so a
 * connection fault becomes what the client would see: a network error, an incomplete body, or no response. The signal
 * of the client ends every wait.
 */
export async function toResponse(response: WireResponse, request: Request): Promise<Response> {
  request.signal.throwIfAborted()
  if (response.delayMs) await wait(response.delayMs, request)
  if (response.connection === 'hang') await wait(undefined, request)
  if (response.connection === 'reset') throw new NetworkError('an injected fault reset the connection')
  const { status, headers } = response
  const body = response.connection === 'truncate' ? toBrokenStream(response.body ?? '') : (response.body ?? null)
  // The types of the library exclude shared memory, which is never used here.
  return new Response(body as BodyInit | null, { status, headers })
}

/** The error of `fetch` if there is no response. */
export class NetworkError extends TypeError {}

/** The longest time of a timer, 24 days. */
const forever = 2 ** 31 - 1

/**
 * Waits for a number of milliseconds, or forever. Rejects with the reason of the signal. In Node, the signal of a
 * request follows the signal of the client only while the request is in memory. The timer keeps the request in memory.
 */
function wait(ms: number | undefined, request: Request): Promise<void> {
  return new Promise((resolve, reject) => {
    const abort = () => {
      clearTimeout(timer)
      reject(request.signal.reason)
    }
    const timer: ReturnType<typeof setTimeout> = setTimeout(() => {
      request.signal.removeEventListener('abort', abort)
      if (ms !== undefined) resolve()
    }, ms ?? forever)
    // A request without a response does not keep a process alive.
    if (ms === undefined && typeof timer === 'object') timer.unref()
    request.signal.addEventListener('abort', abort, { once: true })
  })
}

/** Sends the first half of a body, and then an error. */
function toBrokenStream(body: string | Uint8Array): ReadableStream<Uint8Array> {
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body
  let isSent = false
  return new ReadableStream({
    pull(controller) {
      // Two steps, because an error discards data that was not read yet.
      if (isSent || bytes.length < 2) controller.error(new NetworkError('an injected fault truncated the response'))
      else controller.enqueue(bytes.slice(0, bytes.length / 2))
      isSent = true
    },
  })
}
