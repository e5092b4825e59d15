import { checkOptions } from '../../core/check-options.ts'
import type { Listening } from '../http/listen.ts'
import { CannotListenError, PortInUseError } from '../http/listen.ts'

/** A document to serve, and the base path of its paths. */
export interface PrismDocument {
  readonly basePath: string
  readonly document: object
}

export interface PrismOptions {
  readonly documents: readonly PrismDocument[]
  /** Default: 4010. 0 selects a free port. */
  readonly port?: number | undefined
  readonly host?: string | undefined
}

/** Prism is not installed. Only this adapter needs this large package. */
export class PrismMissingError extends Error {
  override readonly name = 'PrismMissingError'

  constructor(cause: unknown) {
    const packages = ['core', 'http', 'http-server'].map((part) => `@stoplight/prism-${part}@${prismVersion}`)
    super(`the Prism engine is not installed; install it with: npm install --save-dev ${packages.join(' ')}`, { cause })
  }
}

/** The tested version. */
const prismVersion = '5.16.0'

/**
 * Serves OpenAPI documents with Prism on one port. Responses are the examples of the documents, selected by `Prefer`.
 * Prism itself serves one document without its base path, so this adapter adds the base path to every operation.
 * Signatures are not checked.
 */
export async function servePrism(options: PrismOptions): Promise<Listening> {
  checkOptions(options, { documents: true, port: true, host: true }, 'servePrism')
  const { documents, port = 4010, host = '127.0.0.1' } = options
  const { createLogger, createServer } = await loadPrism()
  const server = createServer(await toPrismOperations(documents), {
    cors: true,
    config: {
      isProxy: false,
      mock: { dynamic: false },
      validateRequest: true,
      validateResponse: true,
      checkSecurity: false,
      errors: false,
      upstreamProxy: undefined,
    },
    components: { logger: createLogger('PRISM', { level: 'silent' }) },
  })
  const url = await server.listen(port, host).catch((reason: unknown) => {
    // Prism rejects with only the message: `listen EADDRINUSE: …`.
    const code = /\bE[A-Z]{3,}\b/.exec(String(reason))?.[0]
    const cause = Object.assign(new Error(String(reason)), code !== undefined && { code })
    throw new (code === 'EADDRINUSE' ? PortInUseError : CannotListenError)(port, host, cause)
  })
  return { url, port: Number(new URL(url).port), close: () => server.close() }
}

/** The operations of documents in Prism's form, with their base paths. */
export async function toPrismOperations(documents: readonly PrismDocument[]): Promise<IHttpOperation[]> {
  const { getHttpOperationsFromSpec } = await loadPrism()
  const operations = documents.map(async ({ basePath, document }) => {
    // Prism resolves references in place.
    const found = await getHttpOperationsFromSpec(structuredClone(document))
    return found.map((operation) => ({ ...operation, path: basePath + operation.path }))
  })
  return (await Promise.all(operations)).flat()
}

/** Prism's type of an operation. */
type IHttpOperation = Awaited<ReturnType<Awaited<ReturnType<typeof loadPrism>>['getHttpOperationsFromSpec']>>[number]

/** Prism is loaded on demand, because loading it takes longer than starting the emulator. */
async function loadPrism() {
  try {
    const [core, http, server] = await Promise.all([
      import('@stoplight/prism-core'),
      import('@stoplight/prism-http'),
      import('@stoplight/prism-http-server'),
    ])
    return {
      createLogger: core.createLogger,
      getHttpOperationsFromSpec: http.getHttpOperationsFromSpec,
      createServer: server.createServer,
    }
  } catch (cause) {
    throw isMissing(cause) ? new PrismMissingError(cause) : cause
  }
}

function isMissing(cause: unknown): boolean {
  return cause instanceof Error && 'code' in cause && cause.code === 'ERR_MODULE_NOT_FOUND'
}
