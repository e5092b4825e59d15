import type { Emulator } from '../../mocks/core/emulator.ts'
import type { WireResponse } from '../../mocks/core/wire.ts'

const headers = { 'content-type': 'application/json' }

/** Asks an emulator in this process and throws unless the response is 200; the path may carry a query. */
export function ask(emulator: Emulator, method: string, path: string, body?: string): WireResponse {
  const [pathOnly = '', query = ''] = path.split('?')
  const bytes = body === undefined ? undefined : new TextEncoder().encode(body)
  const host = 'localhost'
  const result = emulator.handle({ method, path: pathOnly, query, headers, body: bytes, host }) as WireResponse // nothing here waits
  if (result.status !== 200) throw new Error(`${method} ${path} returned ${result.status}: ${result.body}`)
  return result
}

export const services = '/2016-08-15/services'
export const functions = `${services}/bench/functions`
