import type { Finding } from '../assertions/expect.ts'
import { bounds } from '../bounds.ts'
import type { Exchange } from '../http/exchange.ts'
import { type ExchangeRecord, toExchangeRecord, toRecordWithoutResponse } from '../http/exchange-record.ts'
import { isThrottled } from '../http/throttling.ts'
import { TransportError } from '../http/transport-error.ts'
import type { JudgeOptions } from '../judge/judgement.ts'
import { findResponseFindings } from '../judge/response-rules.ts'
import { createStateJudge, type StateJudge } from '../judge/state-judge.ts'
import { toKey } from '../report/finding.ts'
import type { Outcome } from '../report/outcome.ts'
import { createMatcher } from './match-operation.ts'
import { type Recorded, type RecordedRequest, toBytes } from './recorded.ts'
import { findRequestFault } from './request-rules.ts'
import { findCodeFault, findStatusFault, readCode } from './response-rules.ts'
import type { Seen, TrafficFinding, TrafficOptions } from './seen.ts'
import { toOutcome } from './to-outcome.ts'
import { bodyRules, toTrafficChecks, type TrafficRule } from './traffic-checks.ts'

/** How many requests there were, and of which kind. */
export interface TrafficCounts {
  requests: number
  /** Requests of an operation that have a response. */
  judged: number
  foreign: number
  withoutResponse: number
  /** Judged responses whose body is missing or cut. */
  withoutBody: number
  /** Requests that were judged, but do not count for the coverage, because too many came before. */
  uncounted: number
  /** Requests below the base path that match no operation, as `PATCH /path`, with their number. */
  readonly unknown: Map<string, number>
}

/** Tests exchanges of other clients against the contract. It sends nothing. */
export interface TrafficJudge {
  /** Call it when a request starts, and its result when the exchange ends. Returns the findings that are new. */
  readonly watch: (request: RecordedRequest) => (recorded?: Recorded) => readonly TrafficFinding[]
  /** One outcome for each check. */
  readonly outcomes: () => readonly Outcome[]
  readonly counts: TrafficCounts
}

export function createTrafficJudge(options: TrafficOptions): TrafficJudge {
  const { contract, profile, comparesStates, checksRequests } = options
  const { api } = contract
  const match = createMatcher(api)
  const seen = new Map<string, Seen>()
  const printed = new Set<string>()
  const requestIds = new Set<string>()
  const counts: TrafficCounts = {
    requests: 0,
    judged: 0,
    foreign: 0,
    withoutResponse: 0,
    withoutBody: 0,
    uncounted: 0,
    unknown: new Map(),
  }
  let at = 0
  let keptBytes = 0
  const judgeOptions: JudgeOptions = {
    ...options,
    api,
    resources: contract.stored ?? [],
    consistencyMs: 0,
    now: () => at,
  }
  /** Each server and each account has its own resources. */
  const states = new Map<string, StateJudge>()
  const toStates = (request: RecordedRequest): StateJudge | undefined => {
    if (!comparesStates) return undefined
    const key = toOwner(request)
    const known = states.get(key) ?? createStateJudge(judgeOptions)
    if (states.size < bounds.recordedTexts) states.set(key, known)
    return known
  }

  const toSeen = (id: string): Seen => {
    const known = seen.get(id) ?? { responses: 0, bodies: 0, first: new Map(), records: [], notes: new Map() }
    seen.set(id, known)
    return known
  }

  /** Keeps the first finding of each operation and rule. Returns whether the finding is new. */
  const add = (found: TrafficFinding): boolean => {
    const { operation, rule, finding } = found
    const { first } = toSeen(operation.id)
    if (!first.has(rule)) first.set(rule, found)
    const key = `${operation.id} ${rule} ${finding.symptom ? toKey(finding.symptom) : ''}`
    if (printed.has(key) || printed.size >= bounds.recordedTexts) return false
    printed.add(key)
    return true
  }

  function judge(exchange: Exchange, isWithoutBody: boolean, isRequestCut: boolean): readonly TrafficFinding[] {
    const { operation } = exchange
    const known = toSeen(operation.id)
    if (isThrottled(exchange.response)) {
      note(known, `throttling of ${operation.id}`, `status ${exchange.response.status}`)
      return []
    }
    const toFound = (rule: TrafficRule, finding: Finding | undefined): readonly TrafficFinding[] =>
      finding ? [{ operation, rule, finding, exchange }] : []
    const found = [
      ...toFound('success-status-is-documented', findStatusFault(api, exchange)),
      ...toFound('error-code-is-documented', findCodeFault(api, exchange)),
      ...[...findResponseFindings(judgeOptions, exchange, requestIds)].flatMap((one) => toFound(...one)),
    ].filter(({ rule }) => !isWithoutBody || !bodyRules.has(rule))
    const invalid = findRequestFault(api, exchange, isRequestCut)
    if (invalid && checksRequests) found.push(...toFound('request-matches-schema', invalid))
    else if (invalid) note(known, `a request of ${operation.id} with ${toFaultText(invalid)}`, toBehaviour(exchange))
    const code = readCode(api, exchange)
    if (code !== undefined && api.errors[code] && ![...operation.errors, ...operation.observedErrors].includes(code))
      note(known, `the error ${code}, which the source does not list for ${operation.id}`, 'returned')
    return found
  }

  function findStateFindings(): readonly TrafficFinding[] {
    return [...states.values()]
      .flatMap((one) => one.findings())
      .flatMap(({ operation: id, ...found }) => {
        const operation = Object.values(api.operations).find((one) => one.id === id)
        return operation ? [{ operation, ...found }] : []
      })
  }

  return {
    counts,
    watch(request) {
      counts.requests += 1
      const matched = match(request)
      if (matched.kind !== 'operation') {
        if (matched.kind === 'foreign') counts.foreign += 1
        else count(counts.unknown, `${request.method} ${matched.path}`)
        return () => []
      }
      const { operation, path } = matched
      const ofOwner = toStates(request)
      const flight = ofOwner?.start(operation, { path })
      return (recorded) => {
        const known = toSeen(operation.id)
        at = (recorded?.startedAt ?? 0) + (recorded?.durationMs ?? 0)
        const sent = { ...request, body: toBytes(recorded?.request.body ?? request.body) }
        const isCut = (recorded?.request ?? request).body === 'missing'
        if (!recorded?.response) {
          if (flight) ofOwner?.end(flight)
          counts.withoutResponse += 1
          if (!recorded?.failure) return []
          const { fault, message } = recorded.failure
          const error = new TransportError(fault, message, { request: sent, operation })
          keep(known, toRecordWithoutResponse(error))
          if (!error.isTargets) {
            known.unreachable ??= error
            return []
          }
          known.noResponse ??= error
          if (counts.judged === 0) return []
          const finding: Finding = { expected: 'a response', actual: message }
          return [{ operation, rule: 'response-is-complete' as const, finding }].filter(add)
        }
        const { response, durationMs } = recorded
        const isWithoutBody = response.body === 'missing'
        const received = { ...response, body: toBytes(response.body) }
        const exchange: Exchange = { operation, request: sent, response: received, durationMs, attempts: 1 }
        if (flight) ofOwner?.end(flight, isWithoutBody || isCut ? undefined : exchange)
        counts.judged += 1
        known.responses += 1
        if (isWithoutBody) counts.withoutBody += 1
        else known.bodies += 1
        keep(known, toExchangeRecord(exchange))
        return [...judge(exchange, isWithoutBody, isCut), ...findStateFindings()].filter(add)
      }
    },
    outcomes: () =>
      toTrafficChecks(contract).map((check) =>
        toOutcome(check, seen.get(check.ref.operation), {
          profile,
          comparesStates,
          checksRequests,
          hasResponses: counts.judged > 0,
        }),
      ),
  }

  function keep({ records }: Seen, record: ExchangeRecord): void {
    keptBytes += record.request.body.length + (record.response?.body.length ?? 0)
    if (counts.requests <= bounds.recordedExchanges && keptBytes <= bounds.recordedBytes) records.push(record)
    else counts.uncounted += 1
  }
}

/** The server and the account of a request. */
function toOwner({ url, headers }: RecordedRequest): string {
  const accounts = headers.filter(([name]) => /account/i.test(name)).map(([, value]) => value)
  return [new URL(url).origin, ...accounts].join(' ')
}

function toBehaviour({ response: { status } }: Exchange): string {
  return status < 400 ? 'accepted' : `rejected with status ${status}`
}

function note({ notes }: Seen, about: string, behaviour: string): void {
  if (notes.size < bounds.recordedTexts) notes.set(`${about}\n${behaviour}`, { about, behaviour })
}

function count(counts: Map<string, number>, text: string): void {
  if (counts.has(text) || counts.size < bounds.recordedTexts) counts.set(text, (counts.get(text) ?? 0) + 1)
}

/** What is wrong in a request, without its values: `body.serviceName: must be a string`. */
function toFaultText({ symptom, actual }: Finding): string {
  return symptom ? `${symptom.names.join(', ')}: ${symptom.problem}` : actual
}
