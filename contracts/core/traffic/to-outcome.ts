import { toViolationError } from '../assertions/expect.ts'
import { type Ending, toNoResponse } from '../ending.ts'
import type { Outcome } from '../report/outcome.ts'
import { bodyRules, comparesStates, toObserved, type TrafficCheck } from './traffic-checks.ts'
import type { Seen, TrafficOptions } from './seen.ts'

interface Settings extends Pick<TrafficOptions, 'comparesStates' | 'checksRequests' | 'profile'> {
  /** Whether the server sent any response. If not, it cannot be judged. */
  readonly hasResponses: boolean
}

/** The outcome of a check of recorded traffic. `seen` is undefined if no request of its operation was recorded. */
export function toOutcome({ ref, rule }: TrafficCheck, seen: Seen | undefined, settings: Settings): Outcome {
  // Each exchange belongs to one outcome, so that reports count it once.
  const hasTraffic = rule === 'response-is-complete'
  const hasNotes = rule === 'request-matches-schema'
  return {
    check: ref,
    durationMs: 0,
    observations: hasNotes && seen ? [...seen.notes.values()] : [],
    exchanges: hasTraffic && seen ? seen.responses : 0,
    traffic: hasTraffic && seen ? seen.records : [],
    leftBehind: [],
    ...toEnding({ ref, rule }, seen, settings),
  }
}

function toEnding({ ref, rule }: TrafficCheck, seen: Seen | undefined, settings: Settings): Ending {
  const skip = (reason: string): Ending => ({ status: 'skipped', reason })
  if (toObserved(rule) !== undefined && settings.profile === 'documented') return skip('no source states the rule')
  if (comparesStates(rule) && !settings.comparesStates) return skip('states are compared only with --compare-states')
  if (rule === 'request-matches-schema' && !settings.checksRequests)
    return skip('invalid requests do not blame the server; --check-requests reports them as violations')
  if (!seen) return skip('the traffic has no request of the operation')
  const found = seen.first.get(rule)
  if (rule === 'response-is-complete') {
    const error = seen.noResponse ?? seen.unreachable
    if (error && settings.hasResponses) return toNoResponse(ref, error)
    if (error) return { status: 'errored', cause: 'unreachable', reason: error.message }
  }
  if (found) {
    const { violation } = toViolationError(
      { operation: ref.operation, clause: ref.clause },
      found.finding,
      found.exchange,
    )
    return { status: 'failed', violation: { check: ref.id, ...violation } }
  }
  if (seen.responses === 0) return skip('the traffic has no response of the operation')
  if (bodyRules.has(rule) && seen.bodies === 0)
    return skip('the traffic has no complete response body of the operation')
  return { status: 'passed' }
}
