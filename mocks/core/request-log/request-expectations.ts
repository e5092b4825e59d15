import { checkOptions } from '../check-options.ts'
import { findServed } from '../control/check-served.ts'
import { ControlError } from '../control/control-error.ts'
import type { Endpoint } from '../endpoint.ts'
import type { Names } from '../names.ts'
import type { RequestLogEntry } from './entry.ts'
import type { RequestLog } from './request-log.ts'
import { findDifferences, patternNames, type RequestPattern } from './request-pattern.ts'

/** How often a request must have been sent. Default: at least once. */
export interface ExpectedCount {
  /** Exactly. 0 means never. */
  readonly times?: number | undefined
  readonly atLeast?: number | undefined
  readonly atMost?: number | undefined
}

export interface WaitOptions extends ExpectedCount {
  /** Milliseconds. Default: 1000. */
  readonly timeoutMs?: number | undefined
}

/** Assertions about the requests in the request log. */
export interface RequestExpectations<N extends Names = Names> {
  /** Returns the requests that match. Throws an {@link UnexpectedRequests} if there are too few or too many. */
  readonly expect: (pattern: RequestPattern<N>, count?: ExpectedCount) => RequestLogEntry[]
  /** Waits until enough requests match. Rejects with an {@link UnexpectedRequests} after the timeout. */
  readonly waitFor: (pattern: RequestPattern<N>, options?: WaitOptions) => Promise<RequestLogEntry[]>
}

/** The request log does not contain the expected requests. The message has the closest requests and their differences, or the requests that are too many. */
export class UnexpectedRequests extends Error {
  override readonly name = 'UnexpectedRequests'
}

const mostShown = 3
const defaultTimeoutMs = 1000

export function createRequestExpectations(log: RequestLog, endpoints: readonly Endpoint[]): RequestExpectations {
  /** The requests that match, if there are as many as expected. */
  function find(pattern: RequestPattern, { least, most }: CountRange): RequestLogEntry[] | undefined {
    const { api, operation, namespace, status, code } = pattern
    const candidates = log.read({ api, operation, namespace, status, code })
    const found = candidates.filter((entry) => findDifferences(pattern, entry).length === 0)
    return found.length >= least && found.length <= most ? found : undefined
  }

  function toFailure(pattern: RequestPattern, { least, most }: CountRange): UnexpectedRequests {
    const compared = log.read().map((entry) => ({ entry, differences: findDifferences(pattern, entry) }))
    const matching = compared.filter(({ differences }) => differences.length === 0)
    const closest = compared
      .filter(({ differences }) => differences.length > 0)
      .sort((a, b) => a.differences.length - b.differences.length)
    return new UnexpectedRequests(
      [
        `expected ${toRangeText(least, most)} like ${JSON.stringify(pattern)}, got ${matching.length} of ${compared.length}`,
        ...(matching.length < least ? closest : matching).slice(0, mostShown).flatMap(toLines),
      ].join('\n'),
    )
  }

  function readRange(pattern: RequestPattern, count: ExpectedCount): CountRange {
    checkOptions(pattern, patternNames, 'pattern')
    findServed(pattern, endpoints)
    checkOptions(count, { times: true, atLeast: true, atMost: true }, 'count')
    return toRange(count)
  }

  function expect(pattern: RequestPattern, count: ExpectedCount = {}): RequestLogEntry[] {
    const range = readRange(pattern, count)
    const found = find(pattern, range)
    if (found) return found
    throw toFailure(pattern, range)
  }

  async function waitFor(pattern: RequestPattern, options: WaitOptions = {}): Promise<RequestLogEntry[]> {
    const { timeoutMs = defaultTimeoutMs, ...count } = options
    if (!(timeoutMs >= 0)) throw new ControlError('timeoutMs: must be 0 or more')
    const range = readRange(pattern, count)
    const found = find(pattern, range)
    if (found) return found
    return await new Promise((resolve, reject) => {
      const stop = log.listen(() => {
        const later = find(pattern, range)
        if (!later) return
        end()
        resolve(later)
      })
      const timer = setTimeout(() => {
        end()
        const last = find(pattern, range) // the log may have been cleared meanwhile
        if (last) resolve(last)
        else reject(toFailure(pattern, range))
      }, timeoutMs)
      function end() {
        stop()
        clearTimeout(timer)
      }
    })
  }

  return { expect, waitFor }
}

interface CountRange {
  readonly least: number
  readonly most: number
}

function toRange({ times, atLeast, atMost }: ExpectedCount): CountRange {
  if (times !== undefined && (atLeast ?? atMost) !== undefined) {
    throw new ControlError('times: excludes atLeast and atMost')
  }
  for (const [name, value] of Object.entries({ times, atLeast, atMost })) {
    if (value !== undefined && !(Number.isInteger(value) && value >= 0)) {
      throw new ControlError(`${name}: must be a whole number, 0 or more`)
    }
  }
  const most = times ?? atMost ?? Number.POSITIVE_INFINITY
  return { least: times ?? atLeast ?? Math.min(1, most), most }
}

function toRangeText(least: number, most: number): string {
  const requests = (count: number) => `${count} ${count === 1 ? 'request' : 'requests'}`
  if (least === most) return `exactly ${requests(least)}`
  return most === Number.POSITIVE_INFINITY ? `at least ${requests(least)}` : `${least} to ${requests(most)}`
}

function toLines({ entry, differences }: { readonly entry: RequestLogEntry; readonly differences: readonly string[] }) {
  const { id, operation, request, response } = entry
  return [
    `  request ${id}: ${operation ?? 'no operation'}, ${request.method} ${request.path}, ${response.status}`,
    ...differences.map((difference) => `    ${difference}`),
  ]
}
