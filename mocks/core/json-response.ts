import type { WireResponse } from './wire.ts'

/** A JSON response that belongs to no API and has no vendor envelope. */
export function toJsonResponse(
  status: number,
  value: unknown,
  headers: Readonly<Record<string, string>> = {},
): WireResponse {
  return { status, headers: { 'Content-Type': 'application/json', ...headers }, body: `${JSON.stringify(value)}\n` }
}
