import type { Listening } from '../http/listen.ts'
import { PortInUseError } from '../http/listen.ts'

/** A document to serve, and the path that stands before all of its templates. */
export interface PrismDocument {
  readonly basePath: string
  readonly document: object
}

export interface PrismOptions {
  readonly documents: readonly PrismDocument[]
  /** 4010 unless given; 0 takes any free port. */
  readonly port?: number | undefined
  readonly host?: string | undefined
}

/** Prism is not installed: it is large, and only this adapter needs it. */
export class PrismMissingError extends Error {
  override readonly name = 'PrismMissingError'

  constructor(cause: unknown) {
    const packages = ['core', 'http', 'http-server'].map((part) => `@stoplight/prism-${part}@${prismVersion}`)
    super(`the Prism engine is not installed; install it with: npm install --save-dev ${packages.join(' ')}`, { cause })
  }
}

/** The version that the documents were tried with. */
const prismVersion = '5.16.0'

/**
 * Serves OpenAPI documents with Prism, all of them on one port: their own examples, chosen by `Prefer`.
 * Prism itself serves one document and leaves the base path out, so each operation is given the path that it has
 * for clients. Signatures are not asked for, as the emulator does not by default.
 */
export async function servePrism({ documents, port = 4010, host = '127.0.0.1' }: PrismOptions): Promise<Listening> {
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
    // Prism rejects with the message alone.
    if (String(reason).includes('EADDRINUSE')) throw new PortInUseError(port, host, reason)
    throw new Error(`Prism cannot listen on ${host}:${port}: ${reason}`, { cause: reason })
  })
  return { url, port: Number(new URL(url).port), close: () => server.close() }
}

/** The operations of some documents as Prism has them, each with the path that it has for clients. */
export async function toPrismOperations(documents: readonly PrismDocument[]): Promise<IHttpOperation[]> {
  const { getHttpOperationsFromSpec } = await loadPrism()
  const operations = documents.map(async ({ basePath, document }) => {
    // Prism resolves references in place.
    const found = await getHttpOperationsFromSpec(structuredClone(document))
    return found.map((operation) => ({ ...operation, path: basePath + operation.path }))
  })
  return (await Promise.all(operations)).flat()
}

/** Prism's own model of an operation. */
type IHttpOperation = Awaited<ReturnType<Awaited<ReturnType<typeof loadPrism>>['getHttpOperationsFromSpec']>>[number]

/** Loaded when it is asked for: reading Prism takes longer than the emulator's whole start. */
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
