import type { Emulator } from '../emulator.ts'
import type { WireRequest, WireResponse } from '../wire.ts'

/** A response with its parsed JSON. */
export interface JsonResponse {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  // biome-ignore lint/suspicious/noExplicitAny: tests look into bodies whose shape is what they are about
  readonly body: any
}

export type Send = (method: string, path: string, body?: unknown, headers?: WireRequest['headers']) => JsonResponse

/**
 * Sends JSON to an emulator in this process. The path may contain a query. A body that is text is sent unchanged, so
 * that it can be invalid.
 */
export function testClient(emulator: Pick<Emulator, 'handle'>): Send {
  return (method, path, body, headers = {}) => {
    const [pathOnly = '', query = ''] = path.split('?')
    const text = typeof body === 'string' ? body : body === undefined ? undefined : JSON.stringify(body)
    const result = emulator.handle({
      method,
      path: pathOnly,
      query,
      headers,
      body: text === undefined ? undefined : new TextEncoder().encode(text),
      host: 'localhost',
    }) as WireResponse // without authentication no response is delayed
    return { ...result, body: typeof result.body === 'string' ? JSON.parse(result.body) : result.body }
  }
}
