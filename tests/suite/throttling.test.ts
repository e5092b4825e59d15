import { expect, test } from 'vitest'
import { renderOutcome } from '../../contracts/core/report/terminal.ts'
import type { Wrap } from '../../contracts/mutants/mutant.ts'
import { setHeader } from '../../contracts/mutants/response.ts'
import { edits, runChecksOn, toJsonResponse } from '../testing/run-checks-on.ts'

const isGet = (id: string) => /^(GetService|ListServices) › [a-m]/.test(id)

/** Returns one error instead of every response that `fits`. A pause of 0 seconds keeps tests of all attempts short. */
function toThrottling(
  fits: (count: number, request: { readonly method: string }) => boolean,
  code: string,
  status = 429,
  pause?: number,
): Wrap {
  let count = 0
  return edits.intercept(undefined, async ({ request }, { forward }) => {
    count += 1
    if (!fits(count, request)) return await forward()
    const response = toJsonResponse(status, { ErrorCode: code, ErrorMessage: 'later' })
    setHeader(response, 'X-Fc-Request-Id', `r${count}`)
    if (pause !== undefined) setHeader(response, 'Retry-After', String(pause))
    return response
  })
}

test.each([
  [429, 'ResourceExhausted'],
  [503, 'ResourceThrottled'],
])(
  'C02: a target that returns %i %s for every 20th request conforms after pauses',
  async (status, code) => {
    const outcomes = await runChecksOn({
      wrap: toThrottling((count) => count % 20 === 0, code, status),
      fits: isGet,
    })
    expect(
      outcomes.filter((outcome) => !['passed', 'skipped'].includes(outcome.status)).map((o) => renderOutcome(o)),
    ).toEqual([])
    const notes = outcomes.flatMap(({ observations }) => observations.map(({ behaviour }) => behaviour))
    expect(notes).toContain('the target throttled, and the run paused and retried')
  },
  60_000,
)

test('C02: if throttling persists, no check has a verdict, and the reason says so', async () => {
  const start = performance.now()
  const outcomes = await runChecksOn({
    wrap: toThrottling(() => true, 'ResourceExhausted', 429, 0),
    auth: 'verify',
    fits: isGet,
  })
  expect(new Set(outcomes.map((outcome) => renderOutcome(outcome)))).toEqual(
    new Set([
      'could not run (throttled): the target throttles: ListServices returns status 429 with ResourceExhausted (later) after 6 attempts; use --requests-per-second',
    ]),
  )
  expect(performance.now() - start).toBeLessThan(10_000)
}, 20_000)

test('C02: an undocumented 503 for one operation only is a violation, because the target does not throttle', async () => {
  const wrap = toThrottling((_, { method }) => method === 'POST', 'Nonsense', 503, 0)
  const outcomes = await runChecksOn({
    wrap,
    fits: (id) => id === 'CreateService › create-returns-the-created-resource',
  })
  expect(outcomes.map((outcome) => renderOutcome(outcome)).join()).toMatch(/status 503 with Nonsense/)
  expect(outcomes[0]?.status).toBe('failed')
}, 30_000)

test('C02: an operation that was accepted before and is throttled later has no verdict', async () => {
  let count = 0
  const wrap = toThrottling(
    (_, { method }) => {
      count += method === 'POST' ? 1 : 0
      return method === 'POST' && count > 1
    },
    'ResourceThrottled',
    503,
    0,
  )
  const ids = ['CreateService › create-returns-the-created-resource', 'CreateService › duplicate-name-is-rejected']
  const outcomes = await runChecksOn({ wrap, fits: (id) => ids.includes(id) })
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['errored', 'passed'])
}, 30_000)
