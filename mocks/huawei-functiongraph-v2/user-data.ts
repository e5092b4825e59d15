import type { ApiErrorOf } from '../core/handler.ts'
import { readJsonBody } from '../core/json-body.ts'

/** Source: 001 table 3, `user_data`: 20 of them, and 4 KB in total. */
const most = { entries: 20, bytes: 4096 }

/**
 * Refuses a `user_data` that is no JSON object written as text (D24: `Host=...` alone is none), or too large. The page
 * limits names and values, so the notation around them is not counted. An empty text says that there are none.
 */
export function refuseUserData(text: string, apiError: ApiErrorOf<'FSS.1009' | 'FSS.1017' | 'FSS.1018'>): void {
  if (text === '') return
  const encoder = new TextEncoder()
  // It is JSON in JSON: the bounds of the body did not see into it.
  const reading = readJsonBody(encoder.encode(text), false)
  const value = 'value' in reading ? reading.value : undefined
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw apiError('FSS.1009', 'user_data: must be a JSON object, written as text')
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
