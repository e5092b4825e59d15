import type { Operation } from '../../schemas/core/operation.ts'
import type { Exchange } from '../core/http/exchange.ts'

/** An exchange for tests. Default: a GET with a JSON response. */
export function toExchange(
  operation: Operation,
  status: number,
  body: unknown,
  raw?: Partial<Exchange['response']>,
): Exchange {
  return {
    operation,
    request: { method: 'GET', url: 'http://fake/', headers: [], body: new Uint8Array() },
    response: {
      status,
      headers: [['Content-Type', 'application/json']],
      body: body === undefined ? new Uint8Array() : Buffer.from(JSON.stringify(body)),
      ...raw,
    },
    durationMs: 1,
    attempts: 1,
  }
}
