import { expect, test } from 'vitest'
import { aliyunFc20160815Contract as contract } from '../../aliyun-fc-2016-08-15/contract.ts'
import type { FakeFault } from '../../testing/fake-fc.ts'
import { runChecks } from '../../testing/run-checks.ts'

/** After a write, reads return the earlier state for a while: the resource does not exist. */
function lagging(ms: number): FakeFault {
  let written = Number.NEGATIVE_INFINITY
  return {
    alter: (response, request) => {
      if (request.method !== 'GET' && response.status < 300) written = performance.now()
      if (request.method !== 'GET' || performance.now() - written >= ms) return
      Object.assign(response, { status: 404, body: { ErrorCode: 'ServiceNotFound', ErrorMessage: 'not yet' } })
    },
  }
}

/** Deleted services can be read for a while. */
function haunted(ms: number): FakeFault {
  const gone = new Map<string, number>()
  return {
    alter: (response, request) => {
      if (request.method === 'DELETE' && response.status < 300) gone.set(request.path, performance.now())
      const since = performance.now() - (gone.get(request.path) ?? Number.NEGATIVE_INFINITY)
      if (request.method === 'GET' && since < ms)
        Object.assign(response, { status: 200, body: { serviceName: 'ghost' } })
    },
  }
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
    (await runChecks(contract, lagging(lagMs), ofServices, 2000, { consistencyMs })).map(({ status }) => status)
  expect(await judge(60, 100)).toEqual(['passed', 'passed', 'passed', 'passed'])
  expect(await judge(60, 0)).toContain('failed')
  expect(await judge(400, 60)).toContain('failed')
})

test('a mutant is found with consistencyMs', async () => {
  const fault: FakeFault = { store: (row) => delete row.description }
  const [outcome] = await runChecks(
    contract,
    fault,
    (id) => id === 'CreateService › created-resource-can-be-read',
    2000,
    {
      consistencyMs: 50,
    },
  )
  expect(outcome?.status).toBe('failed')
})

test('cleanup waits until removed resources cannot be read', async () => {
  const leftBehind = async (consistencyMs: number) => {
    const outcomes = await runChecks(
      contract,
      haunted(60),
      (id) => id === 'CreateService › created-resource-can-be-read',
      2000,
      {
        consistencyMs,
      },
    )
    return outcomes.flatMap((outcome) => outcome.leftBehind).length
  }
  expect(await leftBehind(0)).toBe(1)
  expect(await leftBehind(100)).toBe(0)
})

/** The first matching request gets an error, and all others succeed. */
function breakingOnce(method: string, status: number): FakeFault {
  let isOver = false
  return {
    alter: (response, request) => {
      if (isOver || request.method !== method || request.path === '/services') return
      isOver = true
      Object.assign(response, { status, body: { ErrorCode: 'InternalServerError', ErrorMessage: 'once' } })
    },
  }
}

test.each([
  ['a read', 'GET', 500, 'CreateService › created-resource-can-be-read', 'failed'],
  ['a write', 'PUT', 500, 'UpdateService › update-changes-only-description', 'failed'],
  ['a write, with another status', 'PUT', 400, 'UpdateService › update-changes-only-description', 'failed'],
  ['a read that may return an earlier state', 'GET', 404, 'CreateService › created-resource-can-be-read', 'passed'],
])('a single error is found with consistencyMs: %s', async (_, method, status, check, expected) => {
  const [outcome] = await runChecks(contract, breakingOnce(method, status), (id) => id === check, 2000, {
    consistencyMs: 30,
  })
  expect(outcome?.status).toBe(expected)
  const isNoted = outcome?.observations.some(({ about }) => about === 'a read after a write')
  expect(isNoted).toBe(expected === 'passed')
})
