import type { Api, ApiWithQuirks } from '../../schemas/core/api.ts'
import type { Operation } from '../../schemas/core/operation.ts'
import { toCitation } from '../../schemas/core/source.ts'
import type { Profile } from '../settings/settings.ts'
import { bounds } from './bounds.ts'
import { covers } from './assertions/covers.ts'
import { type Blame, type Finding, fail, toBlame, toText, toViolationError } from './assertions/expect.ts'
import { compareError } from './assertions/expect-error.ts'
import {
  findResponseFault,
  isObject,
  isSuccess,
  type JsonObject,
  readObject,
  toStatusSymptom,
  toStatusText,
} from './assertions/expect-response.ts'
import { toFieldAssertions, toFieldNode } from './assertions/value-assertions.ts'
import type { Send } from './cleanup/cleanup-log.ts'
import type { Fixtures } from './fixtures/fixtures.ts'
import { type Exchange, readJson } from './http/exchange.ts'
import { toExchangeRecord, toRecordWithoutResponse } from './http/exchange-record.ts'
import type { Target } from './http/target.ts'
import { TransportError } from './http/transport-error.ts'
import type { Input } from './http/wire-request.ts'
import type { Judge } from './judge/judgement.ts'
import type { Names } from './names.ts'
import type { CheckRef, Observation, Symptom } from './report/outcome.ts'
import type { Random } from './seed.ts'
import { SetupError, SkipSignal, type ViolationError } from './signals.ts'
import type { Signing } from './signing/signer.ts'

/** The tools of every check. `expect…` may fail the check, `given` may error it. */
export interface CoreContext {
  readonly api: ApiWithQuirks
  readonly target: { readonly send: Send; readonly download: Target['download'] }
  /** Returns a new unique name that contains the id of the run. */
  readonly name: Names
  /** Random numbers of this check. */
  readonly random: Random
  /**
   * Where a quirk has two interpretations, `documented` requires the one of the source, and `observed` accepts both.
   */
  readonly profile: Profile
  /**
   * Operations and places whose responses may have undocumented properties: `GetFunction`, or `GetFunction#/layers`.
   */
  readonly allowUndocumented: readonly string[]
  /** Features that the target claims. */
  readonly claimed: readonly string[]
  /** A feature or an operation of the call that the target does not claim. A check that sends the call is skipped. */
  readonly findUnclaimed: (operation: Operation) => string | undefined
  /** How the run signs its requests. */
  readonly signing: Signing
  /**
   * Whether the target verifies signatures. Tested once per run, with the probe of the contract or else with this
   * request.
   */
  readonly authenticates: (operation: Operation, input: Input) => Promise<boolean>
  /** What the responses of the run have shown so far. */
  readonly judge: Pick<Judge, 'findings' | 'hasSeen'>
  /** Fixtures of the user, by name. */
  readonly supplied: Fixtures
  /** Waits until this many milliseconds have passed on the clock of the target. */
  readonly pause: (ms: number) => Promise<void>
  /** Acquires one value of a fixture for this check. The fixture is restored when the check ends. */
  readonly acquire: (fixture: string) => Promise<string>
  /**
   * Set-up: expects a success, and a JSON object from a read. Otherwise the check ends with a set-up error. Other faults
   * of the response do not prevent the check. The checks of its operation report them.
   */
  readonly given: (sent: Promise<Exchange>) => Promise<Exchange>
  /** Expects a documented success (with this status): status, content type, body and headers. Returns the body. */
  readonly expectResponse: (exchange: Exchange, status?: number) => JsonObject
  /** Expects one of these error codes, with its documented status and error body. */
  readonly expectError: (exchange: Exchange, code: string | readonly string[]) => void
  /**
   * Expects that a created resource can be read. 404 is a violation of the check, another error of the read operation.
   */
  readonly expectPresent: (read: Exchange) => JsonObject
  /**
   * Expects that reading the resource returns 404. A success is a violation of the check, another error of the read
   * operation.
   */
  readonly expectAbsent: (read: Exchange) => void
  /** Expects these values. Further fields are allowed, also in nested objects. */
  readonly expectFields: (exchange: Exchange, actual: unknown, expected: JsonObject, absent: AbsentField) => void
  readonly expectThat: (holds: boolean, finding: Finding, exchange?: Exchange) => void
  /** Records how the target decided implementation-defined behaviour. */
  readonly note: (about: string, behaviour: string) => void
  /** Skips the check: it does not apply to this target. */
  readonly skip: (reason: string) => never
}

/** Whether an absent field is a violation. A documented field of a response may be absent. */
export type AbsentField = 'absent-fails' | 'absent-passes'

type Given =
  | 'api'
  | 'name'
  | 'random'
  | 'allowUndocumented'
  | 'claimed'
  | 'findUnclaimed'
  | 'profile'
  | 'signing'
  | 'authenticates'
  | 'supplied'
  | 'judge'
  | 'pause'
  | 'acquire'

export interface ContextParts extends Pick<CoreContext, Given> {
  readonly check: CheckRef
  readonly send: Send
  readonly download: Target['download']
  /** Counts a refused set-up. True if the operation has refused so many that further checks learn nothing. */
  readonly refuses: (operation: string) => boolean
  readonly observations: Observation[]
  /** Faults of the form of responses. They fail the check if it ends without another violation. */
  readonly formFaults: ViolationError[]
}

export function createContext({
  check,
  send,
  download,
  refuses,
  observations,
  formFaults,
  ...parts
}: ContextParts): CoreContext {
  const { api } = parts
  const blame: Blame = { operation: check.operation, clause: check.clause }
  const note = (about: string, behaviour: string) => {
    observations.push({ about, behaviour })
  }
  const report = (blamed: Blame, finding: Finding, exchange?: Exchange) => {
    const error = toViolationError(blamed, finding, exchange)
    if (!finding.isForm) throw error
    formFaults.push(error)
  }
  const skipIfRefused = ({ id }: Operation) => {
    if (refuses(id)) throw new SkipSignal(`${id} refused the first ${bounds.refusals} set-ups of the run`)
  }
  const expectResponse = (exchange: Exchange, status?: number) => {
    const fault = findResponseFault(api, exchange, status)
    if (fault) report(toBlame(blame, exchange.operation), fault, exchange)
    return readObject(exchange)
  }
  return {
    ...parts,
    target: { send, download },
    note,
    async given(sent) {
      const exchange = await sent.catch((error: unknown) => {
        if (!(error instanceof TransportError) || !error.isTargets) throw error
        skipIfRefused(error.operation)
        const symptom: Symptom = { part: 'connection', names: [], problem: 'no complete response' }
        throw new SetupError(`${error.operation.id}: ${error.message}`, toRecordWithoutResponse(error), symptom)
      })
      const fault = findSetupFault(api, exchange)
      if (!fault) return exchange
      const { expected, actual, symptom } = fault
      if (symptom?.part === 'status') skipIfRefused(exchange.operation)
      const message = `${exchange.operation.id} must return ${expected}, but got ${actual}`
      throw new SetupError(message, toExchangeRecord(exchange), symptom)
    },
    expectResponse,
    expectError(exchange, code) {
      const { fault, error } = compareError(api, exchange, [code].flat(), parts.profile)
      if (fault) return report(toBlame(blame, exchange.operation), fault, exchange)
      note('fields that contain the error code', error.fields.join(', '))
    },
    expectPresent(read) {
      if (read.response.status === notFound) {
        const { names } = toStatusSymptom(api, read)
        const symptom: Symptom = { part: 'effect', names, problem: 'the created resource cannot be read' }
        const statuses = Object.keys(read.operation.success).map(Number)
        const assertions: Finding['assertions'] = [{ about: 'status', statuses }]
        const expected = 'the created resource can be read'
        fail(blame, { expected, actual: toReading(api, read), symptom, assertions }, read)
      }
      return expectResponse(read)
    },
    expectAbsent(read) {
      const assertions: Finding['assertions'] = [{ about: 'status', statuses: [notFound] }]
      if (read.response.status === notFound) return
      if (read.response.status < 300) {
        const symptom: Symptom = { part: 'effect', names: [], problem: 'a rejected request stores something' }
        const expected = 'the rejected request stores nothing'
        fail(blame, { expected, actual: toReading(api, read), symptom, assertions }, read)
      }
      const finding = {
        expected: `status ${notFound} for a resource that does not exist`,
        actual: toStatusText(api, read),
        symptom: { ...toStatusSymptom(api, read), part: 'error' } as const,
        assertions,
        isForm: read.response.status >= 400 && read.response.status < 500,
      }
      report(
        { operation: read.operation.id, clause: `${toCitation(read.operation.source)} ${notFound}` },
        finding,
        read,
      )
    },
    expectFields(exchange, actual, expected, absent) {
      const fields = isObject(actual) ? actual : {}
      const wrong = Object.entries(expected).filter(([field, value]) => {
        if (fields[field] === undefined) return absent === 'absent-fails'
        return !covers(fields[field], value, toFieldNode(exchange, field))
      })
      if (wrong.length === 0) return
      const toList = (values: JsonObject) => wrong.map(([field]) => `${field} ${toText(values[field])}`).join(', ')
      const names = wrong.map(([field]) => field)
      const isAbsent = names.every((field) => fields[field] === undefined)
      const part = exchange.response.status < 400 ? 'field' : 'error'
      const symptom: Symptom = { part, names, problem: isAbsent ? 'absent' : 'another value' }
      const isOptional = absent === 'absent-passes'
      const assertions = toFieldAssertions(exchange, actual, Object.fromEntries(wrong), isOptional)
      fail(
        blame,
        { expected: toList(expected), actual: toList(fields), symptom, ...(assertions && { assertions }) },
        exchange,
      )
    },
    expectThat(holds, finding, exchange) {
      if (!holds) report(blame, finding, exchange)
    },
    skip(reason) {
      throw new SkipSignal(reason)
    },
  }
}

/** Why the next steps of a check cannot use a response. */
function findSetupFault(api: Api, exchange: Exchange): Finding | undefined {
  const { operation, response } = exchange
  if (!isSuccess(response.status) && !(response.status in operation.success)) {
    const expected = `status ${Object.keys(operation.success).join(' or ')}`
    return { expected, actual: toStatusText(api, exchange), symptom: toStatusSymptom(api, exchange) }
  }
  const hasObject = Object.values(operation.success).some(({ mediaType }) => mediaType === 'application/json')
  if (operation.method !== 'get' || !hasObject) return undefined
  const reading = readJson(response.body)
  if (reading.ok && isObject(reading.value)) return undefined
  const actual = reading.ok ? toText(reading.value) : reading.why
  return { expected: 'a JSON object', actual, symptom: { part: 'body', names: [], problem: 'no JSON object' } }
}

/** The HTTP status of a missing resource. It is the same in every API. */
const notFound = 404

function toReading(api: Api, read: Exchange): string {
  return `${read.operation.id} returns ${toStatusText(api, read)}`
}
