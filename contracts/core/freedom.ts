import type { CoreContext } from './context.ts'
import { type Exchange, readJson } from './exchange.ts'
import { findJsonFault, findSchemaFault, toStatusText } from './expect-reply.ts'
import { readError } from './read-error.ts'

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
  readonly succeeds?: true
}

/** The answer is one that the freedom allows; notes which. Says whether it was a success. */
export function expectFreedom(
  { api, expectReply, expectThat, note }: Pick<CoreContext, 'api' | 'expectReply' | 'expectThat' | 'note'>,
  exchange: Exchange,
  { about, codes, unlisted = [], statuses = [], succeeds }: Freedom,
): boolean {
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
