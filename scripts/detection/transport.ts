import { ContentEncodingError, decodeContent } from '../../contracts/core/http/content-encoding.ts'
import { type Transport, TransportFailure } from '../../contracts/core/http/transport.ts'
import type { Server } from '../../contracts/mutants/mutant.ts'

export interface CountingTransport extends Transport {
  /** The number of requests so far. */
  readonly requests: () => number
}

const failures = { reset: 'reset', cut: 'cut-off', hang: 'timeout' } as const

/** Sends requests to a server in this process. This takes a third of the time of HTTP. */
export function toTransport(server: Server): CountingTransport {
  let requests = 0
  return {
    requests: () => requests,
    close: () => undefined,
    async roundTrip(request, rawPath, { maxBodyBytes }) {
      requests += 1
      const origin = /^https?:\/\/[^/?]*/.exec(request.url)?.[0] ?? ''
      const { connection, ...response } = await server({ ...request, url: origin + rawPath })
      if (connection)
        throw new TransportFailure(failures[connection], `the mutant does not complete the response: ${connection}`)
      try {
        return await decodeContent(response, maxBodyBytes)
      } catch (error) {
        if (!(error instanceof ContentEncodingError)) throw error
        throw new TransportFailure('malformed', error.message)
      }
    },
  }
}
