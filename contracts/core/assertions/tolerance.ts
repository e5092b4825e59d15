import type { Operation } from '../../../schemas/core/operation.ts'
import type { CoreContext } from '../context.ts'
import { type Exchange, readJson } from '../http/exchange.ts'
import { findJsonFault, findSchemaFault, toStatusText } from './expect-response.ts'
import { readError } from '../http/read-error.ts'

/** Something that the page leaves open: every answer that passes. Which one the target chose is noted. */
export interface Freedom {
  /** What is open, in words that a report can show. */
  readonly about: string
  /** Error codes that pass, each with the status that the catalogue gives it. */
  readonly codes: readonly string[]
  /** Statuses that pass with a code that the catalogue does not have: no page lists the codes. */
  readonly unlisted?: readonly number[]
  /** Statuses that pass whatever the body says. */
  readonly statuses?: readonly number[]
  /** A documented success passes, too. */
  readonly succeeds?: boolean
  /** The page's own reading, where a quirk has two: the profile `documented` insists on it. */
  readonly documented?: Partial<Pick<Freedom, 'codes' | 'unlisted' | 'statuses' | 'succeeds'>>
}

type FreedomContext = Pick<CoreContext, 'api' | 'profile' | 'expectReply' | 'expectThat' | 'note'>

/** The answer is one that the freedom allows; notes which. Says whether it was a success. */
export function expectFreedom(
  { api, profile, expectReply, expectThat, note }: FreedomContext,
  exchange: Exchange,
  freedom: Freedom,
): boolean {
  const read = profile === 'documented' ? toDocumented(freedom, exchange.operation) : freedom
  const { about, codes, unlisted = [], statuses = [], succeeds } = read
  const { status, body } = exchange.response
  if (succeeds && status < 300) {
    expectReply(exchange)
    note(about, 'accepted')
    return true
  }
  if (statuses.includes(status)) {
    note(about, `status ${status}`)
    return false
  }
  const listed = codes.map((code) => `status ${api.errors[code]?.status} with ${code}`)
  const others = unlisted.map((item) => `status ${item} with a code that no page lists`)
  const ways = [...(succeeds ? ['a success'] : []), ...listed, ...others, ...statuses.map((item) => `status ${item}`)]
  const expected = ways.join(' or ')
  const envelope = findJsonFault(exchange) ?? findSchemaFault(exchange, api.dialect.errorModel)
  const isRefusal = [...codes.map((code) => api.errors[code]?.status), ...unlisted].includes(status)
  if (isRefusal && envelope) {
    expectThat(false, { expected: `${expected}, as ${envelope.expected}`, actual: envelope.actual }, exchange)
  }
  const reading = readJson(body)
  const { code } = reading.ok ? readError(api.dialect, reading.value) : {}
  const isListed = code !== undefined && codes.includes(code) && api.errors[code]?.status === status
  const isOpen = code !== undefined && api.errors[code] === undefined && unlisted.includes(status)
  expectThat(isListed || isOpen, { expected, actual: toStatusText(api, exchange) }, exchange)
  note(about, String(code))
  return false
}

/** What the page alone allows: its reading, and of the codes those that it lists for the operation, if it lists any. */
function toDocumented(freedom: Freedom, { errors }: Operation): Freedom {
  const { documented, ...rest } = freedom
  const read: Freedom = { ...rest, ...documented }
  const listed = read.codes.filter((code) => errors.includes(code))
  return listed.length > 0 ? { ...read, codes: listed } : read
}
