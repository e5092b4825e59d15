import type { IncomingMessage, ServerResponse } from 'node:http'
import type { WireResponse } from '../../core/wire.ts'

/** Writes a result, at once or after its delay, and breaks the connection where it says so. */
export function writeResult(
  request: IncomingMessage,
  response: ServerResponse,
  result: WireResponse,
  extraHeaders: Readonly<Record<string, string>> | undefined,
  hasUnreadBody: boolean,
): void {
  if (result.delayMs) {
    const { delayMs, ...rest } = result
    setTimeout(() => writeResult(request, response, rest, extraHeaders, hasUnreadBody), delayMs)
    return
  }
  if (result.apiError === 'hang') return
  if (result.apiError === 'reset') {
    request.socket.resetAndDestroy()
    return
  }
  const headers: Record<string, string | number> = extraHeaders
    ? { ...result.headers, ...extraHeaders }
    : { ...result.headers }
  const { body } = result
  if (body !== undefined) headers['Content-Length'] = typeof body === 'string' ? Buffer.byteLength(body) : body.length
  if (hasUnreadBody) headers.Connection = 'close'
  response.writeHead(result.status, headers)
  if (result.apiError === 'truncate') {
    response.write((body ?? '').slice(0, (body?.length ?? 0) / 2), () => request.socket.destroy())
  } else if (hasUnreadBody) {
    response.write(body ?? '')
    endAfterUpload(request, response)
  } else {
    response.end(body)
  }
}

/**
 * The response is out, but ending it would close the connection, and a connection that is closed while bytes come in
 * is reset: the client might never see the response. So the upload may run on for a moment, into nothing.
 */
function endAfterUpload(request: IncomingMessage, response: ServerResponse): void {
  const timer = setTimeout(end, 2000)
  request.once('end', end)
  request.once('close', end)
  function end() {
    clearTimeout(timer)
    response.end()
  }
}
