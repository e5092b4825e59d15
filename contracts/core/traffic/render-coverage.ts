import { toCount } from '../../../schemas/core/lib/count.ts'
import type { Coverage } from '../report/model.ts'
import { toSafeText } from '../report/safe-text.ts'
import { matchWords, totalNames } from '../report/summary.ts'

/** The names that fit on a screen. The report has all. */
const namesShown = 20

/** What the traffic covers of the documented behaviour, and what it does not. */
export function renderCoverage({ totals, operations }: Coverage): string {
  // Traffic has no resources of its own whose life could be followed.
  const shares = Object.entries(totals).filter(([name]) => name !== 'transitions')
  const width = Math.max(...shares.map(([name]) => (totalNames[name] ?? name).length))
  const lines = shares.map(([name, { total, attempted, matched }]) => {
    // A status or code is seen in a response, so each one that was seen matches.
    const matches = name === 'statuses' || name === 'errors' ? '' : `, ${matched} ${matchWords[name]}`
    const words = `${attempted} of ${total} seen${matches}`
    return `  ${(totalNames[name] ?? name).padEnd(width)}  ${words}`
  })
  // The totals do not count operations that the source does not document, such as an inferred one.
  const documented = operations.filter(({ provenance }) => provenance === 'documented')
  const missing = documented.filter(({ attempts }) => attempts === 0).map(({ id }) => id)
  const more = missing.length > namesShown ? ` and ${missing.length - namesShown} more` : ''
  const names = missing.slice(0, namesShown).join(', ')
  return [
    'coverage',
    ...lines,
    ...(missing.length > 0 ? [`  ${toCount(missing.length, 'operation')} not seen: ${names}${more}`] : []),
  ].join('\n')
}

interface Summary {
  readonly requests: number
  readonly judged: number
  readonly foreign: number
  readonly withoutResponse: number
  readonly withoutBody: number
  readonly uncounted: number
  readonly unknown: ReadonlyMap<string, number>
  readonly cached?: number
}

/** How many requests were judged, and why others were not. */
export function renderCounts(counts: Summary, apiId: string): string {
  const { requests, judged, foreign, withoutResponse, withoutBody, uncounted, unknown, cached = 0 } = counts
  const unknowns = [...unknown.values()].reduce((sum, times) => sum + times, 0)
  const parts: readonly (readonly [number, string])[] = [
    [foreign, 'not of the API'],
    [unknowns, 'of no operation'],
    [withoutResponse, 'without a response'],
    [cached, 'from the cache of a browser'],
  ]
  const left = parts.flatMap(([times, what]) => (times > 0 ? [`${times} ${what}`] : []))
  const lines = [
    `${toCount(requests + cached, 'request')}: ${[`${judged} judged`, ...left].join(', ')}`,
    ...(withoutBody > 0
      ? [`${toCount(withoutBody, 'response')} without a complete body: the rules of bodies do not apply to them`]
      : []),
    ...(uncounted > 0
      ? [`the coverage does not count the last ${toCount(uncounted, 'request')}, because the recording is too long`]
      : []),
    ...[...unknown]
      .slice(0, namesShown)
      .map(([request, times]) => `no operation of ${apiId}: ${request}${times > 1 ? ` (${times} times)` : ''}`),
  ]
  return toSafeText(lines.join('\n'))
}
