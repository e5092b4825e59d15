import type { Readable } from 'node:stream'
import { createByteList } from '../../../../schemas/core/lib/byte-list.ts'
import type { RecordedBody } from '../recorded.ts'

/** Copies the bytes of a stream up to a limit. The stream flows to its other reader at the speed of that reader. */
export function tee(stream: Readable, limit: number): () => RecordedBody {
  const chunks = createByteList()
  let isCut = false
  stream.on('data', (chunk: Uint8Array) => {
    if (chunks.size() + chunk.length > limit) isCut = true
    else if (!isCut) chunks.add(chunk)
  })
  return () => (isCut ? 'missing' : chunks.join())
}
