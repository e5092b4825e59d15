import type { ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import type { WireResponse } from '../../core/wire.ts'

/** Counts the bytes of response bodies that the clients have not yet received. */
export interface UnsentResponses {
  readonly isFull: () => boolean
  readonly add: (socket: Socket, outgoing: ServerResponse, body: WireResponse['body']) => void
}

/**
 * A client can send many requests over one connection and read no response. Node then keeps all responses in memory. A
 * response that waits for an earlier response has no `close` event, so the connection is observed, too.
 */
export function createUnsentResponses(maxBytes: number): UnsentResponses {
  const bySocket = new WeakMap<Socket, { bytes: number }>()
  let total = 0

  function open(socket: Socket): { bytes: number } {
    const unsent = { bytes: 0 }
    bySocket.set(socket, unsent)
    socket.once('close', () => {
      total -= unsent.bytes
      unsent.bytes = 0
    })
    return unsent
  }

  return {
    isFull: () => total >= maxBytes,
    add(socket, outgoing, body) {
      const bytes = body?.length ?? 0
      if (bytes < leastBytes || socket.destroyed) return
      const unsent = bySocket.get(socket) ?? open(socket)
      unsent.bytes += bytes
      total += bytes
      outgoing.once('finish', () => {
        if (unsent.bytes === 0) return // the connection has closed
        unsent.bytes -= bytes
        total -= bytes
      })
    },
  }
}

/** Smaller bodies are not counted, because counting takes time. Node reads at most 64 KiB of requests at once. */
const leastBytes = 1024
