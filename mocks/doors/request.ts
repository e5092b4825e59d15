import type { WireRequest } from '../core/wire.ts'

/**
 * A standard request as a wire request. The platform has already normalised the path's dot segments,
 * and it cannot carry a body with GET.
 */
export async function toWireRequest(request: Request): Promise<WireRequest> {
  const url = new URL(request.url)
  const headers: Record<string, string> = { host: url.host }
  request.headers.forEach((value, name) => {
    headers[name] = value
  })
  // Not every browser has `request.body`: its absence would say nothing.
  const bytes = new Uint8Array(await request.arrayBuffer())
  return {
    method: request.method.toUpperCase(),
    path: url.pathname,
    query: url.search.slice(1),
    headers,
    body: bytes.length === 0 ? undefined : bytes,
    host: headers.host ?? url.host,
    origin: url.origin,
  }
}
