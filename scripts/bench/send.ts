import type { Emulator } from '../../mocks/core/emulator.ts'
import type { WireResponse } from '../../mocks/core/wire.ts'

const headers = { 'content-type': 'application/json' }

/** Sends a request to an emulator in this process. Throws unless the status is 200. The path may contain a query. */
export function send(emulator: Pick<Emulator, 'handle'>, method: string, path: string, body?: string): WireResponse {
  const [pathOnly = '', query = ''] = path.split('?')
  const bytes = body === undefined ? undefined : new TextEncoder().encode(body)
  const host = 'localhost'
  // the emulator is synchronous without delays
  const result = emulator.handle({ method, path: pathOnly, query, headers, body: bytes, host }) as WireResponse
  if (result.status !== 200) throw new Error(`${method} ${path} returned ${result.status}: ${result.body}`)
  return result
}

export const services = '/2016-08-15/services'
export const functions = `${services}/bench/functions`
