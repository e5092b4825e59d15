import { createLogger } from '@stoplight/prism-core'
import { createServer } from '@stoplight/prism-http-server'
import type { Listening } from '../http/listen.ts'
import { type PrismDocument, toPrismOperations } from '../prism/prism.ts'

/**
 * Prism between a client and a server. It lets through what keeps the documents, names in `sl-violations` what does not,
 * and responses itself where a request or a response is wrong.
 */
export async function servePrismProxy(documents: readonly PrismDocument[], upstream: string): Promise<Listening> {
  const server = createServer(await toPrismOperations(documents), {
    cors: false,
    config: {
      isProxy: true,
      upstream: new URL(upstream),
      upstreamProxy: undefined,
      mock: { dynamic: false },
      validateRequest: true,
      validateResponse: true,
      checkSecurity: true,
      errors: true,
    },
    components: { logger: createLogger('PRISM', { level: 'silent' }) },
  })
  const url = await server.listen(0, '127.0.0.1')
  return { url, port: Number(new URL(url).port), close: () => server.close() }
}
