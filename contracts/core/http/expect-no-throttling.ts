import { toCount } from '../../../schemas/core/lib/count.ts'
import type { Api } from '../../../schemas/core/api.ts'
import { toStatusText } from '../assertions/expect-response.ts'
import { ThrottledSignal } from '../signals.ts'
import type { Exchange } from './exchange.ts'
import { toExchangeRecord } from './exchange-record.ts'
import { hasDocumentedCode } from './read-error.ts'
import { isThrottled } from './throttling.ts'

/**
 * Throws {@link ThrottledSignal} if the target still throttles after every pause: the target also throttles the probe, or
 * the response has a documented error code and the operation succeeded before. Any other 429 or 503 is an ordinary response,
 * which the check judges: the target accepts other requests, and never this operation.
 */
export async function expectNoThrottling(
  api: Api,
  exchange: Exchange,
  hasSucceeded: boolean,
  sendProbe: () => Promise<Exchange | undefined>,
): Promise<void> {
  if (!isThrottled(exchange.response)) return
  if (!hasSucceeded || !hasDocumentedCode(api, exchange)) {
    const probe = await sendProbe()
    if (probe && !isThrottled(probe.response)) return
  }
  const returned = `${exchange.operation.id} returns ${toStatusText(api, exchange)}`
  throw new ThrottledSignal(
    `the target throttles: ${returned} after ${toCount(exchange.attempts, 'attempt')}; use --requests-per-second`,
    toExchangeRecord(exchange),
  )
}
