import type { Api } from '../../schemas/core/api.ts'
import { type SchemaNode, toJsonSchema } from '../../schemas/core/json-schema.ts'
import type { Operation } from '../../schemas/core/operation.ts'
import { toCitation } from '../../schemas/core/source.ts'
import { covers } from './assertions/covers.ts'
import type { Exchange } from './http/exchange.ts'
import { toExchangeRecord, toRecordWithoutResponse } from './http/exchange-record.ts'
import { type Blame, type Finding, fail, toBlame, toText } from './assertions/expect.ts'
import { readRefusal } from './assertions/expect-error.ts'
import { findResponseFault, isObject, type JsonObject, readObject, toStatusText } from './assertions/expect-response.ts'
import type { Fixtures } from './fixtures/fixtures.ts'
import type { Send } from './cleanup/cleanup-log.ts'
import type { Names } from './names.ts'
import type { CheckRef, Observation } from './report/outcome.ts'
import type { Random } from './seed.ts'
import type { Profile } from '../settings/settings.ts'
import { SetupError, SkipSignal } from './signals.ts'
import type { Signing } from './signing/signer.ts'
import { TransportError } from './http/transport-error.ts'
import type { Input } from './http/wire-request.ts'

/** The tools of every check. `expect…` may fail the check, `given` may error it. */
export interface CoreContext {
  readonly api: Api
  readonly target: { readonly send: Send }
  /** Invents a name that nobody else uses and that carries the run's id. */
  readonly name: Names
  /** Seeded for this check alone. */
  readonly random: Random
  /** Where a quirk has two readings: `documented` insists on the page, `observed` takes either. */
  readonly profile: Profile
  /** Places in responses that may have properties which nobody lists: `GetFunction`, or `GetFunction#/layers`. */
  readonly allowUndocumented: readonly string[]
  /** Features that the team says the target has. */
  readonly claimed: readonly string[]
  /** How the run signs its requests. */
  readonly signing: Signing
  /** Whether the target looks at signatures; asked once in a run, with its probe or else with this request. */
  readonly authenticates: (operation: Operation, input: Input) => Promise<boolean>
  /** What the team lends, by name. */
  readonly supplied: Fixtures
  /** One value of a fixture, for this check alone; what it names is put back when the check ends. */
  readonly acquire: (fixture: string) => Promise<string>
  /** Set-up: waits for the documented success, or for `status`; anything else ends the check without a verdict. */
  readonly given: (sent: Promise<Exchange>, status?: number) => Promise<Exchange>
  /** The response is a documented success (of this status): status, content type, body and headers. Returns the body. */
  readonly expectResponse: (exchange: Exchange, status?: number) => JsonObject
  /** The response refuses with this code, or one of these, and the status and envelope that go with it. */
  readonly expectError: (exchange: Exchange, code: string | readonly string[]) => void
  /** What was created can be read: anything but "not found" must be a documented success. Returns the body. */
  readonly expectPresent: (read: Exchange) => JsonObject
  /** Nothing was created: reading it is refused as not found. Another refusal is the reading operation's fault. */
  readonly expectAbsent: (read: Exchange) => void
  /** The object has these values; further fields, also of inner objects, are free. */
  readonly expectFields: (exchange: Exchange, actual: unknown, expected: JsonObject, absent: AbsentField) => void
  readonly expectThat: (holds: boolean, finding: Finding, exchange?: Exchange) => void
  /** Records which way the target went where the page leaves it open. */
  readonly note: (about: string, chose: string) => void
  /** Ends the check: it does not apply to this target. */
  readonly skip: (reason: string) => never
}

/** Whether a field that is not there breaks the promise: a documented field of a response may be left out. */
export type AbsentField = 'absent-fails' | 'absent-passes'

type Given =
  | 'api'
  | 'name'
  | 'random'
  | 'allowUndocumented'
  | 'claimed'
  | 'profile'
  | 'signing'
  | 'authenticates'
  | 'supplied'
  | 'acquire'

export interface ContextParts extends Pick<CoreContext, Given> {
  readonly check: CheckRef
  readonly send: Send
  readonly observations: Observation[]
}

export function createContext({ check, send, observations, ...parts }: ContextParts): CoreContext {
  const { api } = parts
  const blame: Blame = { operation: check.operation, clause: check.clause }
  const note = (about: string, chose: string) => {
    observations.push({ about, chose })
  }
  const expectResponse = (exchange: Exchange, status?: number) => {
    const fault = findResponseFault(api, exchange, status)
    if (fault) fail(toBlame(blame, exchange.operation), fault, exchange)
    return readObject(exchange)
  }
  return {
    ...parts,
    target: { send },
    note,
    async given(sent, status) {
      const exchange = await sent.catch((error: unknown) => {
        if (!(error instanceof TransportError) || !error.isTargets) throw error
        throw new SetupError(`${error.operation.id}: ${error.message}`, toRecordWithoutResponse(error))
      })
      const fault = findResponseFault(api, exchange, status)
      if (!fault) return exchange
      const message = `${exchange.operation.id} must return ${fault.expected}, but got ${fault.actual}`
      throw new SetupError(message, toExchangeRecord(exchange))
    },
    expectResponse,
    expectError(exchange, code) {
      const { fault, error } = readRefusal(api, exchange, [code].flat(), parts.profile)
      if (fault) fail(toBlame(blame, exchange.operation), fault, exchange)
      note('fields that carry the error code', error.fields.join(', '))
    },
    expectPresent(read) {
      if (read.response.status === notFound) {
        fail(blame, { expected: 'what was created can be read', actual: toReading(api, read) }, read)
      }
      return expectResponse(read)
    },
    expectAbsent(read) {
      if (read.response.status === notFound) return
      if (read.response.status < 300) {
        fail(blame, { expected: 'nothing to be stored', actual: toReading(api, read) }, read)
      }
      if (busy.includes(read.response.status)) {
        throw new SetupError(`what was refused cannot be looked up: ${toReading(api, read)}`, toExchangeRecord(read))
      }
      const finding = { expected: `status ${notFound} for what does not exist`, actual: toStatusText(api, read) }
      fail({ operation: read.operation.id, clause: `${toCitation(read.operation.source)} ${notFound}` }, finding, read)
    },
    expectFields(exchange, actual, expected, absent) {
      const fields = isObject(actual) ? actual : {}
      const wrong = Object.entries(expected).filter(([field, value]) => {
        if (fields[field] === undefined) return absent === 'absent-fails'
        return !covers(fields[field], value, toFieldNode(exchange, field))
      })
      if (wrong.length === 0) return
      const toList = (values: JsonObject) => wrong.map(([field]) => `${field} ${toText(values[field])}`).join(', ')
      fail(blame, { expected: toList(expected), actual: toList(fields) }, exchange)
    },
    expectThat(holds, finding, exchange) {
      if (!holds) fail(blame, finding, exchange)
    },
    skip(reason) {
      throw new SkipSignal(reason)
    },
  }
}

/** HTTP's own status for a thing that is not there: the same in every API. */
const notFound = 404

/** Too many requests, or no capacity: neither there nor not there. */
const busy = [429, 503]

function toReading(api: Api, read: Exchange): string {
  return `${read.operation.id} returns ${toStatusText(api, read)}`
}

/** The schema of a field in what an operation returns, or in the entries of the list that it returns. */
function toFieldNode({ operation, response }: Exchange, field: string): SchemaNode | undefined {
  const schema = operation.success[response.status]?.schema
  const { properties = {} } = schema ? toJsonSchema(schema) : {}
  const entries = Object.values(properties).map(({ items }) => items?.properties?.[field])
  return properties[field] ?? entries.find((node) => node !== undefined)
}
