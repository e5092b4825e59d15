import { type HttpHandler, http } from 'msw'
import type { BaseApi } from '../../../schemas/core/api.ts'
import { checkOptions } from '../../core/check-options.ts'
import type { ApiMock } from '../../core/handler.ts'
import { type MockEmulator, type MockOptions, mockOptions, toEmulator } from '../options.ts'
import { toWireRequest } from '../request.ts'
import { NetworkError, toResponse } from '../response.ts'

export interface HandlerOptions extends MockOptions {
  /**
   * URLs to intercept in addition to the hosts of the vendors, for example an endpoint that a client is configured
   * with.
   */
  readonly baseUrls?: readonly string[] | undefined
}

const handlerOptions: Readonly<Record<keyof HandlerOptions, true>> = { ...mockOptions, baseUrls: true }

export function createHandlers(mocks: readonly ApiMock[], options: HandlerOptions): HttpHandler[] {
  checkOptions(options, handlerOptions, 'handlers')
  const { baseUrls = [], ...rest } = options
  const emulator = toEmulator(rest, mocks, 'handlers')
  const apis = emulator.mocks.map(({ api }) => api)
  return [...new Set([...apis.flatMap(toHostPatterns), ...baseUrls.map(toBasePattern)])].map((pattern) =>
    http.all(new RegExp(pattern), ({ request }) => respond(emulator, request)),
  )
}

/**
 * MSW converts a thrown value to a response, so a connection fault returns the response for network errors. A truncated
 * response is a network error too: MSW 2 writes the stack of a stream error into the body for clients on `node:http`,
 * and MSW 3 returns no body.
 */
async function respond(emulator: MockEmulator, request: Request): Promise<Response> {
  const { connection, ...response } = await emulator.handle(await toWireRequest(request, emulator.maxBodyBytes))
  try {
    return await toResponse(
      connection ? { ...response, connection: connection === 'truncate' ? 'reset' : connection } : response,
      request,
    )
  } catch (reason) {
    // If the client no longer waits, the response is not used.
    if (reason instanceof NetworkError || request.signal.aborted) return Response.error()
    throw reason
  }
}

/** The patterns of the dialect match a whole host. These match URLs that start with it. */
function toHostPatterns({ dialect }: BaseApi): string[] {
  return dialect.hosts.map(({ source }) => `^https?://${source.replace(/^\^|\$$/g, '')}(?::\\d+)?(?:/|$)`)
}

function toBasePattern(baseUrl: string): string {
  const { origin, pathname } = new URL(baseUrl)
  const address = `${origin}${pathname.replace(/\/$/, '')}`
  return `^${address.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?:/|$)`
}
