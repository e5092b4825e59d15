import { type HttpHandler, http } from 'msw'
import type { Api } from '../../../schemas/core/api.ts'
import type { Emulator } from '../../core/emulator.ts'
import { type MockOptions, toEmulator } from '../options.ts'
import { toWireRequest } from '../request.ts'
import { NetworkError, toResponse } from '../response.ts'

export interface HandlerOptions extends MockOptions {
  /** Addresses to intercept besides the vendors' own, such as an endpoint that a client is pointed at. */
  readonly baseUrls?: readonly string[] | undefined
}

/**
 * Request handlers for MSW's `setupServer` and `setupWorker`, versions 2.10 and up and 3.
 * They are regular expressions, since the two versions read path patterns differently.
 */
export function handlers(options: HandlerOptions = {}): HttpHandler[] {
  const emulator = toEmulator(options)
  const apis = emulator.mocks.map(({ api }) => api)
  return [...new Set([...apis.flatMap(toHostPatterns), ...(options.baseUrls ?? []).map(toBasePattern)])].map(
    (pattern) => http.all(new RegExp(pattern), ({ request }) => respond(emulator, request)),
  )
}

/**
 * MSW makes a response of what a handler throws, so a connection that breaks is the response that stands for a network
 * error. So is a response that breaks off: MSW 2 writes the stack of a stream's error into the body that clients on
 * `node:http` read, and MSW 3 returns none of it.
 */
async function respond(emulator: Emulator, request: Request): Promise<Response> {
  const { connection, ...response } = await emulator.handle(await toWireRequest(request, emulator.maxBodyBytes))
  try {
    return await toResponse(
      connection ? { ...response, connection: connection === 'truncate' ? 'reset' : connection } : response,
      request.signal,
    )
  } catch (reason) {
    // Where the client waits no longer, it is a response to nobody.
    if (reason instanceof NetworkError || request.signal.aborted) return Response.error()
    throw reason
  }
}

/** The dialect's patterns match a host from end to end; these match the address that begins with it. */
function toHostPatterns({ dialect }: Api): string[] {
  return dialect.hosts.map(({ source }) => `^https?://${source.replace(/^\^|\$$/g, '')}(?::\\d+)?(?:/|$)`)
}

function toBasePattern(baseUrl: string): string {
  const { origin, pathname } = new URL(baseUrl)
  const address = `${origin}${pathname.replace(/\/$/, '')}`
  return `^${address.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?:/|$)`
}
