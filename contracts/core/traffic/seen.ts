import type { Operation } from '../../../schemas/core/operation.ts'
import type { Finding } from '../assertions/expect.ts'
import type { Contract } from '../contract.ts'
import type { Exchange } from '../http/exchange.ts'
import type { ExchangeRecord } from '../http/exchange-record.ts'
import type { TransportError } from '../http/transport-error.ts'
import type { JudgeOptions } from '../judge/judgement.ts'
import type { Observation } from '../report/outcome.ts'
import type { TrafficRule } from './traffic-checks.ts'

export interface TrafficOptions extends Pick<JudgeOptions, 'profile' | 'allowUndocumented'> {
  readonly contract: Pick<Contract, 'api' | 'checks' | 'stored'>
  /** Compare the responses with each other. No other client may have changed the server meanwhile. */
  readonly comparesStates: boolean
  /** A request that violates its schema is a violation, too. */
  readonly checksRequests: boolean
}

/** A rule that an exchange breaks. */
export interface TrafficFinding {
  readonly operation: Operation
  readonly rule: TrafficRule
  readonly finding: Finding
  readonly exchange?: Exchange
}

/** What is known of one operation. */
export interface Seen {
  responses: number
  bodies: number
  readonly first: Map<TrafficRule, TrafficFinding>
  readonly records: ExchangeRecord[]
  readonly notes: Map<string, Observation>
  noResponse?: TransportError
  unreachable?: TransportError
}
