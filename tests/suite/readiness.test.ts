import { expect, test } from 'vitest'
import { renderOutcome } from '../../contracts/core/report/terminal.ts'
import type { Wrap } from '../../contracts/mutants/mutant.ts'
import type { MutableResponse } from '../../contracts/mutants/response.ts'
import { edits, runChecksOn, toEmptyResponse, toJsonResponse } from '../testing/run-checks-on.ts'

const ofServices = (id: string) => /^(Create|Get|List)Services? › /.test(id)

/** Returns this instead of every response of a matching request. */
const always = (response: MutableResponse, fits = (_: string) => true): Wrap =>
  edits.intercept(undefined, async ({ path }, { forward }) => (fits(path) ? response : await forward()))

const toHtml = (status: number, headers: [string, string][] = []): MutableResponse => ({
  status,
  headers,
  body: Buffer.from('<h1>no</h1>'),
})

test.each<[number, [string, string][], string]>([
  [
    404,
    [],
    'the target does not serve this API at this address: ListServices returns status 404 with the body <h1>no</h1>',
  ],
  [
    405,
    [],
    'the target does not serve this API at this address: ListServices returns status 405 with the body <h1>no</h1>',
  ],
  [
    308,
    [['location', 'https://other.test/fc/services']],
    'the target redirects to https://other.test/fc/services; verify that address: ListServices returns status 308',
  ],
])(
  'C06: if every operation returns %i, the reason is stated once and nothing is left behind',
  async (status, headers, reason) => {
    const outcomes = await runChecksOn({ wrap: always(toHtml(status, headers)), fits: ofServices })
    expect(
      new Set(outcomes.filter(({ status }) => status !== 'skipped').map((outcome) => renderOutcome(outcome))),
    ).toEqual(new Set([`could not run (setup): ${reason}`]))
    expect(outcomes.flatMap(({ leftBehind }) => leftBehind)).toEqual([])
  },
)

test.each([
  ['a code that no source has', 404, { ErrorCode: 'NotFound', ErrorMessage: 'no' }],
  ['a documented code of another status', 404, { ErrorCode: 'PathNotSupported', ErrorMessage: 'no' }],
  ['a documented code of another status', 405, { ErrorCode: 'InvalidArgument', ErrorMessage: 'no' }],
])(
  'C06: if every operation returns %s, with %i as JSON, the target does not serve this API',
  async (_, status, body) => {
    const outcomes = await runChecksOn({ wrap: always(toJsonResponse(status, body)), fits: ofServices })
    const reasons = outcomes.filter(({ status }) => status !== 'skipped').map((outcome) => renderOutcome(outcome))
    expect([...new Set(reasons)]).toEqual([
      expect.stringMatching(/^could not run \(setup\): the target does not serve this API at this address: /),
    ])
  },
)

test('C06: a target that serves other operations is verified, although the probe returns 404', async () => {
  const wrap = always(toHtml(404), (path) => path === '/services')
  const outcomes = await runChecksOn({ wrap, fits: ofServices })
  expect(outcomes.some(({ status }) => status === 'failed')).toBe(true)
})

test('C06: a rejected creation leaves nothing behind, even if the rejected resource cannot be read', async () => {
  const wrap = edits.intercept(undefined, async ({ request, path }, { forward }) => {
    if (request.method !== 'GET') return toJsonResponse(400, { ErrorCode: 'InvalidArgument', ErrorMessage: 'no' })
    return /\/services\/./.test(path) ? toEmptyResponse(301) : await forward()
  })
  const outcomes = await runChecksOn({ wrap, fits: (id) => id.startsWith('CreateService › ') })
  expect(outcomes.some(({ status }) => status === 'failed')).toBe(true)
  expect(outcomes.flatMap(({ leftBehind }) => leftBehind)).toEqual([])
})
