import { createLogger } from '@stoplight/prism-core'
import { createServer } from '@stoplight/prism-http-server'
import type { Listening } from '../http/listen.ts'
import { type PrismDocument, toPrismOperations } from '../prism/prism.ts'

/**
 * Prism as a validating proxy between a client and a server. It passes valid messages, reports violations in
 * `sl-violations`, and responds itself to invalid requests and responses.
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
