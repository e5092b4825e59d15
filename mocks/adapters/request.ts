import { createByteList } from '../../schemas/core/lib/byte-list.ts'
import type { WireRequest } from '../core/wire.ts'

/**
 * Converts a standard request. A body that exceeds the limit, in bytes, is neither kept nor read further. The platform
 * has already resolved dot segments in the path and cannot send a body with GET.
 */
export async function toWireRequest(request: Request, maxBodyBytes: number): Promise<WireRequest> {
  const url = new URL(request.url)
  const headers: Record<string, string> = { host: url.host }
  request.headers.forEach((value, name) => {
    headers[name] = value
  })
  const body = await readBody(request, maxBodyBytes)
  return {
    method: request.method.toUpperCase(),
    path: url.pathname,
    query: url.search.slice(1),
    headers,
    body: body === 'tooLarge' || body.length === 0 ? undefined : body,
    host: headers.host ?? url.host,
    origin: url.origin,
    ...(body === 'tooLarge' && { tooLarge: true }),
  }
}

async function readBody(request: Request, maxBytes: number): Promise<Uint8Array | 'tooLarge'> {
  if (request.body === null) return new Uint8Array()
  // Firefox has no `request.body`, so the body must be read as a whole.
  if (request.body === undefined) return new Uint8Array(await request.arrayBuffer())
  const reader = request.body.getReader()
  const chunks = createByteList()
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return chunks.join()
    if (chunks.size() + value.length > maxBytes) {
      reader.cancel().catch(() => {}) // the result is not needed
      return 'tooLarge'
    }
    chunks.add(value)
  }
}
