import type { Api } from '../../../schemas/core/api.ts'
import { toStatusText } from '../assertions/expect-response.ts'
import { ThrottledSignal } from '../signals.ts'
import { type Exchange, readJson } from './exchange.ts'
import { toExchangeRecord } from './exchange-record.ts'
import { readError } from './read-error.ts'
import { isThrottled } from './throttling.ts'

/**
 * Throws {@link ThrottledSignal} if the target still throttles after every pause: the response has an error code of the
 * API for throttling, or the target also throttles the probe. Another 429 or 503 is an ordinary response, which the check
 * judges.
 */
export async function expectNoThrottling(
  api: Api,
  exchange: Exchange,
  sendProbe: () => Promise<Exchange | undefined>,
): Promise<void> {
  if (!isThrottled(exchange.response)) return
  if (!hasDocumentedCode(api, exchange)) {
    const probe = await sendProbe()
    if (probe && !isThrottled(probe.response)) return
  }
  const returned = `${exchange.operation.id} returns ${toStatusText(api, exchange)}`
  throw new ThrottledSignal(
    `the target throttles: ${returned} after ${exchange.attempts} attempts; use --requests-per-second`,
    toExchangeRecord(exchange),
  )
}

function hasDocumentedCode(api: Api, { response }: Exchange): boolean {
  const reading = readJson(response.body)
  const { code } = reading.ok ? readError(api.dialect, reading.value) : {}
  return code !== undefined && Object.hasOwn(api.errors, code) && api.errors[code]?.status === response.status
}
