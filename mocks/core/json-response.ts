import type { WireResponse } from './wire.ts'

/** A response outside of every API: plain JSON, in no vendor's envelope. */
export function toJsonResponse(
  status: number,
  value: unknown,
  headers: Readonly<Record<string, string>> = {},
): WireResponse {
  return { status, headers: { 'Content-Type': 'application/json', ...headers }, body: `${JSON.stringify(value)}\n` }
}
