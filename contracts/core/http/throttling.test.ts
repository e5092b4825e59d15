import { expect, test } from 'vitest'
import { aliyunFc20160815Contract as contract } from '../../aliyun-fc-2016-08-15/contract.ts'
import type { FakeFault } from '../../testing/fake-fc.ts'
import { runChecks } from '../../testing/run-checks.ts'
import { renderOutcome } from '../report/terminal.ts'
import { createThrottle, isThrottled } from './throttling.ts'

const isGet = (id: string) => /^(GetService|ListServices) › [a-m]/.test(id)

/** Returns one error instead of every response that `fits`. A pause of 0 seconds keeps tests of all attempts short. */
function toThrottling(
  fits: (count: number, request: { method: string }) => boolean,
  code: string,
  status = 429,
  pause?: number,
) {
  let count = 0
  const take: FakeFault['take'] = (request, response) => {
    count += 1
    if (!fits(count, request)) return false
    const body = JSON.stringify({ ErrorCode: code, ErrorMessage: 'later' })
    if (pause !== undefined) response.setHeader('retry-after', pause)
    response.writeHead(status, { 'content-type': 'application/json', 'x-fc-request-id': 'r' }).end(body)
    return true
  }
  return { take } satisfies FakeFault
}

test.each([
  [429, 'ResourceExhausted'],
  [503, 'ResourceThrottled'],
])(
  'C02: a target that returns %i %s for every 20th request conforms after pauses',
  async (status, code) => {
    const outcomes = await runChecks(
      contract,
      toThrottling((count) => count % 20 === 0, code, status),
      isGet,
    )
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
  const outcomes = await runChecks(
    contract,
    toThrottling(() => true, 'ResourceExhausted', 429, 0),
    isGet,
  )
  expect(new Set(outcomes.map((outcome) => renderOutcome(outcome)))).toEqual(
    new Set([
      'could not run (throttled): the target throttles: ListServices returns status 429 with ResourceExhausted (later) after 6 attempts; use --requests-per-second',
    ]),
  )
  expect(performance.now() - start).toBeLessThan(10_000)
}, 20_000)

test('C02: an undocumented 503 for one operation only is a violation, because the target does not throttle', async () => {
  const fault = toThrottling((_, { method }) => method === 'POST', 'Nonsense', 503, 0)
  const outcomes = await runChecks(
    contract,
    fault,
    (id) => id === 'CreateService › create-returns-the-created-resource',
  )
  expect(outcomes.map((outcome) => renderOutcome(outcome)).join()).toMatch(/status 503 with Nonsense/)
  expect(outcomes[0]?.status).toBe('failed')
}, 30_000)

test('C02: an operation that was accepted before and is throttled later has no verdict', async () => {
  let count = 0
  const fault = toThrottling(
    (_, { method }) => {
      count += method === 'POST' ? 1 : 0
      return method === 'POST' && count > 1
    },
    'ResourceThrottled',
    503,
    0,
  )
  const ids = ['CreateService › create-returns-the-created-resource', 'CreateService › duplicate-name-is-rejected']
  const outcomes = await runChecks(contract, fault, (id) => ids.includes(id))
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['errored', 'passed'])
}, 30_000)

test('C02: requests are spread over the time that requestsPerSecond allows', async () => {
  const throttle = createThrottle(100)
  const start = performance.now()
  await Promise.all(Array.from({ length: 11 }, () => throttle.wait()))
  expect(performance.now() - start).toBeGreaterThan(95)
})

test('C02: the pause that a response states is kept, and a pause of over 30 seconds ends the attempts', async () => {
  const toResponse = (pause: string) => ({
    status: 503,
    headers: [['Retry-After', pause]] as const,
    body: new Uint8Array(),
  })
  const throttle = createThrottle()
  const start = performance.now()
  expect(throttle.pause('GetService', toResponse('1'), 1)).toBe(true)
  await throttle.wait()
  expect(performance.now() - start).toBeGreaterThan(990)
  expect(throttle.pause('GetService', toResponse('31'), 1)).toBe(false)
  expect(isThrottled({ status: 500 })).toBe(false)
})
