import { parseJson } from '../../../schemas/core/lib/json.ts'
import type { Assertion, AssertionPath, ValueTest } from '../assertions/assertion.ts'
import { isSame } from '../assertions/expect.ts'
import { isObject, isSuccess } from '../assertions/expect-response.ts'
import { findPath } from '../assertions/value-assertions.ts'
import { readHeader } from '../http/exchange.ts'
import type { ExchangeRecord } from '../http/exchange-record.ts'
import { isSameTime } from '../read-time.ts'
import { findValues } from './holds.ts'

/** Where another response of a check contains an expected value. */
export interface Origin {
  /** The place of the response in the check, from 0. */
  readonly index: number
  readonly at: { readonly path: AssertionPath } | { readonly header: string }
}

/** An assertion, and the response that contains its value. Without an origin, the value is a constant. */
export interface Expectation {
  readonly assertion: Assertion
  readonly origin: Origin | undefined
}

/**
 * The response that contains the expected value of an assertion: the last one before the tested exchange, or the first
 * one after it if a write has replaced the value since. `tested` is the place of the tested exchange. Undefined if the
 * last write states the value, or if no response contains it, so that the contract states it. `unclear` if only responses
 * of other resources or of several versions contain it, or a list in another place.
 */
export function findOrigin(
  assertion: Assertion,
  exchanges: readonly ExchangeRecord[],
  tested: number,
): Origin | 'unclear' | undefined {
  if (assertion.about !== 'field' && assertion.about !== 'header') return undefined
  const { test } = assertion
  if (test.is !== 'equal' && test.is !== 'same-time' && test.is !== 'different') return undefined
  const successes = exchanges.flatMap(({ response }, index) =>
    response && isSuccess(response.status) ? [{ response, index }] : [],
  )
  const before = successes.filter(({ index }) => index < tested).toReversed()
  const after = successes.filter(({ index }) => index > tested)
  if (assertion.about === 'header') {
    const found = [...before, ...after].find(({ response }) => readHeader(response, assertion.name) === test.value)
    return found && { index: found.index, at: { header: assertion.name } }
  }
  const start = assertion.path.findLastIndex((step) => typeof step === 'object') + 1
  const [owner, field] = [assertion.path.slice(0, start), assertion.path.slice(start)]
  const sent = exchanges
    .slice(0, tested + 1)
    .map(({ request, response }, index) => ({
      index,
      value:
        index === tested || (response && isSuccess(response.status))
          ? readAt(parseJson(request.body), field)
          : undefined,
    }))
    .filter(({ value }) => value !== undefined)
  const last = sent.at(-1)
  if (last && matches(test, last.value)) return undefined
  // A write after a response may have replaced its value.
  const isCurrent = ({ index }: { readonly index: number }) => index >= (last?.index ?? 0)
  const others = [...before.filter(isCurrent), ...after, ...before.filter((one) => !isCurrent(one))]
  const found = others.flatMap(({ response, index }) =>
    toParts(parseJson(response.body))
      .filter(({ part }) => matches(test, readAt(part, field)))
      .map(({ part, path }) => ({ part, origin: { index, at: { path: [...path, ...field] } } })),
  )
  const part = toTested(parseJson(exchanges[tested]?.response?.body ?? ''), owner)
  const own = found.filter((one) => test.is === 'different' || isSameResource(one.part, part, field))
  const [first] = own
  if (first)
    return test.is !== 'different' && haveOtherUrls(own.map(({ origin }) => exchanges[origin.index]))
      ? 'unclear'
      : first.origin
  if (sent.some(({ value }) => matches(test, value))) return undefined
  // The order of a list may be that of another response, with other places.
  const anywhere = field.map((step) => (typeof step === 'number' ? ({ every: true } as const) : step))
  const isElsewhere = others.some(({ response }) =>
    findValues(parseJson(response.body), anywhere).some((value) => matches(test, value)),
  )
  return isElsewhere || found.length > 0 ? 'unclear' : undefined
}

function matches(test: Extract<ValueTest, { is: 'equal' | 'same-time' | 'different' }>, value: unknown): boolean {
  return isSame(value, test.value) || (test.is === 'same-time' && isSameTime(String(value), test.value))
}

function readAt(value: unknown, path: AssertionPath): unknown {
  return findValues(value, path)[0]
}

/** A body, and the entries of its lists that have a place of their own. */
function toParts(body: unknown): readonly { readonly part: unknown; readonly path: AssertionPath }[] {
  const lists = isObject(body) ? Object.values(body).filter(Array.isArray) : []
  const entries = lists.flat().flatMap((part: unknown) => {
    const path = isObject(part) ? findPath(body, part) : undefined
    return path && path.length > 0 ? [{ part, path }] : []
  })
  return [{ part: body, path: [] }, ...entries]
}

/** The body or entry that has the tested field. Of a missing entry, only its key is known. */
function toTested(body: unknown, owner: AssertionPath): unknown {
  const step = owner.at(-1)
  const part = readAt(body, owner)
  if (typeof step !== 'object' || !('where' in step) || part !== undefined) return part
  return { [step.where]: step.equals }
}

/** Whether reads of one operation have several URLs: of several versions or pages. */
function haveOtherUrls(exchanges: readonly (ExchangeRecord | undefined)[]): boolean {
  const reads = exchanges.flatMap((one) => (one?.request.method === 'GET' ? [one] : []))
  return reads.some((one) =>
    reads.some((other) => one.operation === other.operation && one.request.url !== other.request.url),
  )
}

/** Whether the names and ids of two objects are equal, apart from the tested field. */
function isSameResource(one: unknown, other: unknown, [field]: AssertionPath): boolean {
  if (!isObject(one) || !isObject(other)) return true
  const names = Object.keys(one).filter((name) => /(name|id|urn)$/i.test(name) && name !== field && name in other)
  return names.every((name) => isSame(one[name], other[name]))
}
