import type { ApiErrorOf } from '../core/handler.ts'
import { readJsonBody } from '../core/json-body.ts'

/** Source: 001 table 3, `user_data`: at most 20 entries and 4 KB in total. */
const most = { entries: 20, bytes: 4096 }

/**
 * Rejects `user_data` that is not a JSON object as text (D24: `Host=...` alone is invalid), or that is too large. The
 * limit applies to names and values, so the JSON syntax is not counted. An empty text means no entries.
 */
export function refuseUserData(text: string, apiError: ApiErrorOf<'FSS.1009' | 'FSS.1017' | 'FSS.1018'>): void {
  if (text === '') return
  const encoder = new TextEncoder()
  // It is JSON in JSON, so the limits of the body did not apply to its contents.
  const reading = readJsonBody(encoder.encode(text), { isStored: false }) // the text is stored
  const value = 'value' in reading ? reading.value : undefined
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw apiError('FSS.1009', 'user_data: must be a JSON object as text')
  }
  const entries = Object.entries(value)
  if (entries.length > most.entries) {
    throw apiError('FSS.1017', `user_data: must have at most ${most.entries} entries`)
  }
  const content = entries.map(([name, item]) => name + (typeof item === 'string' ? item : JSON.stringify(item)))
  if (encoder.encode(content.join('')).length > most.bytes) {
    throw apiError('FSS.1018', `user_data: names and values must have at most ${most.bytes} bytes together`)
  }
}
