import type { IncomingMessage } from 'node:http'
import { type ByteList, createByteList } from '../../../schemas/core/lib/byte-list.ts'

/**
 * The result of reading a body: its bytes, `tooLarge`, `busy` if all unfinished bodies together are too large, or
 * `aborted` if the client disconnected.
 */
export type BodyReading = Uint8Array | 'tooLarge' | 'busy' | 'aborted' | undefined

/** Reads the bodies of a server. */
export type BodyReader = (request: IncomingMessage, done: (body: BodyReading) => void) => void

export interface BodyLimits {
  /** Largest size of one body, in bytes. */
  readonly maxBytes: number
  /** Largest size of all unfinished bodies together, in bytes. */
  readonly maxUnfinishedBytes: number
}

/**
 * Creates a reader of bodies. At a limit it reports `tooLarge` or `busy` at once. It discards the rest of the body, so
 * that the client can finish sending and read its response.
 */
export function createBodyReader({ maxBytes, maxUnfinishedBytes }: BodyLimits): BodyReader {
  let unfinishedBytes = 0

  return (request, done) => {
    const announced = request.headers['content-length']
    if (announced === undefined && request.headers['transfer-encoding'] === undefined) {
      done(undefined) // reading an empty body would cost a tenth of the throughput
      return
    }
    let chunks: ByteList | undefined = createByteList()
    let size = 0
    let isDone = false
    const finish = (body: BodyReading) => {
      if (isDone) return
      isDone = true
      unfinishedBytes -= size
      chunks = undefined
      done(body)
    }
    request.on('data', (chunk: Buffer) => {
      if (isDone) return
      size += chunk.length
      unfinishedBytes += chunk.length
      if (size > maxBytes) finish('tooLarge')
      else if (unfinishedBytes > maxUnfinishedBytes) finish('busy')
      else chunks?.add(chunk)
    })
    request.on('end', () => finish(chunks?.join()))
    request.on('close', () => finish('aborted'))
    request.on('error', () => {}) // the client disconnected; `close` follows
    if (Number(announced) > maxBytes) finish('tooLarge')
  }
}
