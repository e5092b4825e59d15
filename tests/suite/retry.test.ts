import { expect, test } from 'vitest'
import type { Wrap } from '../../contracts/mutants/mutant.ts'
import { edits, runChecksOn, toJsonResponse } from '../testing/run-checks-on.ts'

/** After a write, reads return the earlier state for a while: the resource does not exist. */
function lagging(ms: number): Wrap {
  let written = Number.NEGATIVE_INFINITY
  return edits.intercept(undefined, async ({ request }, { forward }) => {
    const response = await forward()
    if (request.method !== 'GET' && response.status < 300) written = performance.now()
    if (request.method !== 'GET' || performance.now() - written >= ms) return response
    return toJsonResponse(404, { ErrorCode: 'ServiceNotFound', ErrorMessage: 'not yet' })
  })
}

/** Deleted services can be read for a while. */
function haunted(ms: number): Wrap {
  const gone = new Map<string, number>()
  return edits.intercept(undefined, async ({ request, path }, { forward }) => {
    const response = await forward()
    if (request.method === 'DELETE' && response.status < 300) gone.set(path, performance.now())
    const since = performance.now() - (gone.get(path) ?? Number.NEGATIVE_INFINITY)
    return request.method === 'GET' && since < ms ? toJsonResponse(200, { serviceName: 'ghost' }) : response
  })
}

const reads = [
  'created-resource-can-be-read',
  'created-resource-is-listed',
  'update-changes-only-description',
  'deleted-resource-is-gone',
]
const ofServices = (id: string) =>
  reads.some((name) => id.endsWith(name)) && / ?(Create|Update|Delete)Service ›/.test(id)

test('reads may return earlier states within consistencyMs, but not longer', async () => {
  const judge = async (lagMs: number, consistencyMs: number) =>
    (await runChecksOn({ wrap: lagging(lagMs), fits: ofServices, options: { consistencyMs } })).map(
      ({ status }) => status,
    )
  expect(await judge(60, 100)).toEqual(['passed', 'passed', 'passed', 'passed'])
  expect(await judge(60, 0)).toContain('failed')
  expect(await judge(400, 60)).toContain('failed')
})

test('a mutant is found with consistencyMs', async () => {
  const [outcome] = await runChecksOn({
    wrap: edits.dropRequestFields('CreateService', 'description'),
    fits: (id) => id === 'CreateService › created-resource-can-be-read',
    options: { consistencyMs: 50 },
  })
  expect(outcome?.status).toBe('failed')
})

test('cleanup waits until removed resources cannot be read', async () => {
  const leftBehind = async (consistencyMs: number) => {
    const outcomes = await runChecksOn({
      wrap: haunted(60),
      fits: (id) => id === 'CreateService › created-resource-can-be-read',
      options: { consistencyMs },
    })
    return outcomes.flatMap((outcome) => outcome.leftBehind).length
  }
  expect(await leftBehind(0)).toBe(1)
  expect(await leftBehind(100)).toBe(0)
})

/** The first matching request gets an error, and all others succeed. */
function breakingOnce(method: string, status: number): Wrap {
  let isOver = false
  return edits.intercept(undefined, async ({ request, path }, { forward }) => {
    if (isOver || request.method !== method || path === '/services') return await forward()
    isOver = true
    return toJsonResponse(status, { ErrorCode: 'InternalServerError', ErrorMessage: 'once' })
  })
}

test.each([
  ['a read', 'GET', 500, 'CreateService › created-resource-can-be-read', 'failed'],
  ['a write', 'PUT', 500, 'UpdateService › update-changes-only-description', 'failed'],
  ['a write, with another status', 'PUT', 400, 'UpdateService › update-changes-only-description', 'failed'],
  ['a read that may return an earlier state', 'GET', 404, 'CreateService › created-resource-can-be-read', 'passed'],
])('a single error is found with consistencyMs: %s', async (_, method, status, check, expected) => {
  const [outcome] = await runChecksOn({
    wrap: breakingOnce(method, status),
    fits: (id) => id === check,
    options: { consistencyMs: 30 },
  })
  expect(outcome?.status).toBe(expected)
  const isNoted = outcome?.observations.some(({ about }) => about === 'a read after a write')
  expect(isNoted).toBe(expected === 'passed')
})
