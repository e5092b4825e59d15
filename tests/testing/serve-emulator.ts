import { onTestFinished } from 'vitest'
import { readJson } from '../../contracts/core/http/exchange.ts'
import type { Server, Wrap } from '../../contracts/mutants/mutant.ts'
import type { MockOptions } from '../../mocks/adapters/options.ts'
import { serveMutant } from '../../scripts/detection/server.ts'

/** An emulator of a test, served over HTTP. */
export interface ServedEmulator {
  readonly baseUrl: string
  /** The requests so far, without the base path: `GET /services`. */
  readonly requests: readonly string[]
  /** Sends a request past the fault. It is not one of `requests`. */
  readonly send: (method: string, path: string, body?: unknown) => Promise<{ status: number; body: unknown }>
  readonly close: () => Promise<void>
}

/** Serves a new emulator behind a fault. */
export async function startEmulator(options: MockOptions = {}, wrap?: Wrap): Promise<ServedEmulator> {
  const requests: string[] = []
  let emulator: Server | undefined
  const recording: Wrap = (server) => {
    emulator = server
    const wrapped = wrap ? wrap(server) : server
    return async (request) => {
      const [path] = request.url.replace(/^https?:\/\/[^/]*(\/\d{4}-\d\d-\d\d)?/, '').split('?')
      requests.push(`${request.method} ${path}`)
      return await wrapped(request)
    }
  }
  const { url: baseUrl, close } = await serveMutant(options, recording)
  return {
    baseUrl,
    requests,
    close,
    async send(method, path, sent) {
      const body = sent === undefined ? new Uint8Array() : Buffer.from(JSON.stringify(sent))
      const headers = sent === undefined ? [] : [['content-type', 'application/json'] as const]
      const response = await emulator?.({ method, url: baseUrl + path, headers, body })
      if (!response) throw new Error('the emulator was not started')
      const reading = readJson(response.body)
      return { status: response.status, body: reading.ok ? reading.value : undefined }
    },
  }
}

/** Serves a new emulator behind a fault until the test ends. */
export async function serveEmulator(options: MockOptions = {}, wrap?: Wrap): Promise<ServedEmulator> {
  const emulator = await startEmulator(options, wrap)
  onTestFinished(emulator.close)
  return emulator
}

/** The names of all services of FC 2016-08-15. */
export async function listServices({ send }: Pick<ServedEmulator, 'send'>): Promise<readonly string[]> {
  const { body } = await send('GET', '/2016-08-15/services?limit=100')
  const { services } = body as { services: readonly { serviceName: string }[] } // the form of a list of services
  return services.map(({ serviceName }) => serviceName)
}
