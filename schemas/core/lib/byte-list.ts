/** Collects the chunks of a body. */
export interface ByteList {
  readonly add: (chunk: Uint8Array) => void
  /** The number of bytes. */
  readonly size: () => number
  /** All bytes. A single chunk is not copied. The list must not be used afterwards. */
  readonly join: () => Uint8Array
}

/**
 * Small chunks are copied into blocks, because each chunk takes about 200 bytes of memory in addition to its content. A
 * sender can send every byte as a chunk.
 */
export function createByteList(): ByteList {
  const parts: Uint8Array[] = []
  let block = noBlock
  let used = 0
  let size = 0

  /** Moves the used part of the block into the list. */
  function flush(): void {
    if (used > 0) parts.push(block.slice(0, used))
    used = 0
  }

  function copy(chunk: Uint8Array): void {
    if (used + chunk.length > block.length) {
      flush()
      if (block.length < longestBlock) block = new Uint8Array(Math.max(smallChunk, block.length * 2))
    }
    block.set(chunk, used)
    used += chunk.length
  }

  return {
    add(chunk) {
      if (size > 0 && chunk.length < smallChunk) copy(chunk)
      else {
        flush()
        parts.push(chunk)
      }
      size += chunk.length
    },
    size: () => size,
    join() {
      flush()
      const [only] = parts
      if (only && parts.length === 1) return only
      const bytes = new Uint8Array(size)
      let at = 0
      for (const part of parts) {
        bytes.set(part, at)
        at += part.length
      }
      return bytes
    },
  }
}

const noBlock = new Uint8Array()

/** A smaller chunk is copied. */
const smallChunk = 4096
const longestBlock = 65_536
