import type { IncomingMessage } from 'node:http'

/** The result of reading a body: its bytes, `tooLarge`, or `aborted` if the client disconnected. */
export type BodyReading = Uint8Array | 'tooLarge' | 'aborted' | undefined

/**
 * Reads a body up to a limit in bytes. At the limit it reports `tooLarge` at once. It discards the rest of the body, so
 * that the client can finish sending and read its response.
 */
export function readBody(request: IncomingMessage, maxBytes: number, done: (body: BodyReading) => void): void {
  const announced = request.headers['content-length']
  if (announced === undefined && request.headers['transfer-encoding'] === undefined) {
    done(undefined) // reading an empty body would cost a tenth of the throughput
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
  request.on('error', () => {}) // the client disconnected; `close` follows
  if (Number(announced) > maxBytes) finish('tooLarge')
}
