import type { WireResult } from '../core/wire.ts'

/**
 * A wire result as a standard response. A response has no connection to break, so every transport fault
 * becomes what a client would see of it: a network error.
 */
export async function toResponse(result: WireResult): Promise<Response> {
  if (result.delayMs) await new Promise((resolve) => setTimeout(resolve, result.delayMs))
  if (result.fault) throw new TypeError(`the mock was told to answer with a transport fault: ${result.fault}`)
  // The library's types do not take a view on bytes that might be shared; ours never are.
  return new Response((result.body ?? null) as BodyInit | null, { status: result.status, headers: result.headers })
}
