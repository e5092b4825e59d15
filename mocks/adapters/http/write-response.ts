import type { IncomingMessage, ServerResponse } from 'node:http'
import type { WireResponse } from '../../core/wire.ts'

/** Writes a response after its delay, and breaks the connection if the response has a connection fault. */
export function writeResponse(
  request: IncomingMessage,
  outgoing: ServerResponse,
  response: WireResponse,
  extraHeaders: Readonly<Record<string, string>> | undefined,
  hasUnreadBody: boolean,
): void {
  if (response.delayMs) {
    const { delayMs, ...rest } = response
    const timer = setTimeout(() => writeResponse(request, outgoing, rest, extraHeaders, hasUnreadBody), delayMs)
    outgoing.once('close', () => clearTimeout(timer)) // a timer of an hour would keep the process running
    return
  }
  if (response.connection === 'hang') return
  if (response.connection === 'reset') {
    request.socket.resetAndDestroy()
    return
  }
  const headers: Record<string, string | number> = { ...response.headers }
  const names = extraHeaders && new Set(Object.keys(headers).map((name) => name.toLowerCase()))
  // A function that an HTTP trigger invokes may return these headers itself.
  for (const name in extraHeaders) if (!names?.has(name.toLowerCase())) headers[name] = extraHeaders[name] ?? ''
  const { body } = response
  if (body !== undefined) headers['Content-Length'] = typeof body === 'string' ? Buffer.byteLength(body) : body.length
  if (hasUnreadBody) headers.Connection = 'close'
  outgoing.writeHead(response.status, headers)
  if (response.connection === 'truncate') {
    outgoing.write((body ?? '').slice(0, (body?.length ?? 0) / 2), () => request.socket.destroy())
  } else if (hasUnreadBody) {
    outgoing.write(body ?? '')
    endAfterUpload(request, outgoing)
  } else {
    outgoing.end(body)
  }
}

/**
 * Ending the response closes the connection. A connection that closes while the client still sends is reset, and the
 * client might not see the response. So the rest of the upload is discarded for at most two seconds.
 */
function endAfterUpload(request: IncomingMessage, outgoing: ServerResponse): void {
  const timer = setTimeout(end, 2000)
  request.once('end', end)
  request.once('close', end)
  function end() {
    clearTimeout(timer)
    outgoing.end()
  }
}
