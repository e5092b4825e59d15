import type { IncomingMessage } from 'node:http'

/** What became of a request's body: its bytes, a refusal at the limit, or nothing since the client went away. */
export type BodyReading = Uint8Array | 'tooLarge' | 'aborted' | undefined

/**
 * Reads a body up to a limit, in bytes. At the limit it stops keeping and reports at once; what still comes is
 * thrown away, so that the client is not cut off before it can read its response.
 */
export function readBody(request: IncomingMessage, maxBytes: number, done: (body: BodyReading) => void): void {
  const announced = request.headers['content-length']
  if (announced === undefined && request.headers['transfer-encoding'] === undefined) {
    done(undefined) // and nothing to read away: that alone would cost a tenth of the throughput
    return
  }
  let chunks: Buffer[] = []
  let size = 0
  let isDone = false
  const finish = (body: BodyReading) => {
    if (isDone) return
    isDone = true
    chunks = []
    done(body)
  }
  request.on('data', (chunk: Buffer) => {
    if (isDone) return
    size += chunk.length
    if (size > maxBytes) finish('tooLarge')
    else chunks.push(chunk)
  })
  request.on('end', () => finish(chunks.length === 1 ? chunks[0] : Buffer.concat(chunks)))
  request.on('close', () => finish('aborted'))
  request.on('error', () => {}) // the client went away; `close` follows
  if (Number(announced) > maxBytes) finish('tooLarge')
}
