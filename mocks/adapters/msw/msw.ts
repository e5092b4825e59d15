import { type HttpHandler, http } from 'msw'
import type { Api } from '../../../schemas/core/api.ts'
import type { Emulator } from '../../core/emulator.ts'
import { type MockOptions, toEmulator } from '../options.ts'
import { toWireRequest } from '../request.ts'
import { NetworkError, toResponse } from '../response.ts'

export interface HandlerOptions extends MockOptions {
  /**
   * URLs to intercept in addition to the hosts of the vendors, for example an endpoint that a client is configured
   * with.
   */
  readonly baseUrls?: readonly string[] | undefined
}

/**
 * Request handlers for `setupServer` and `setupWorker` of MSW 2.10 and later and MSW 3. They use regular expressions,
 * because the two versions interpret path patterns differently.
 */
export function handlers(options: HandlerOptions = {}): HttpHandler[] {
  const emulator = toEmulator(options)
  const apis = emulator.mocks.map(({ api }) => api)
  return [...new Set([...apis.flatMap(toHostPatterns), ...(options.baseUrls ?? []).map(toBasePattern)])].map(
    (pattern) => http.all(new RegExp(pattern), ({ request }) => respond(emulator, request)),
  )
}

/**
 * MSW converts a thrown value to a response, so a connection fault returns the response for network errors. A truncated
 * response is a network error too: MSW 2 writes the stack of a stream error into the body for clients on `node:http`,
 * and MSW 3 returns no body.
 */
async function respond(emulator: Emulator, request: Request): Promise<Response> {
  const { connection, ...response } = await emulator.handle(await toWireRequest(request, emulator.maxBodyBytes))
  try {
    return await toResponse(
      connection ? { ...response, connection: connection === 'truncate' ? 'reset' : connection } : response,
      request.signal,
    )
  } catch (reason) {
    // If the client no longer waits, the response is not used.
    if (reason instanceof NetworkError || request.signal.aborted) return Response.error()
    throw reason
  }
}

/** The patterns of the dialect match a whole host. These match URLs that start with it. */
function toHostPatterns({ dialect }: Api): string[] {
  return dialect.hosts.map(({ source }) => `^https?://${source.replace(/^\^|\$$/g, '')}(?::\\d+)?(?:/|$)`)
}

function toBasePattern(baseUrl: string): string {
  const { origin, pathname } = new URL(baseUrl)
  const address = `${origin}${pathname.replace(/\/$/, '')}`
  return `^${address.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?:/|$)`
}
