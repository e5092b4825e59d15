import { expect, onTestFinished, test } from 'vitest'
import { aliyunFc20160815 } from '../../schemas/aliyun-fc-2016-08-15/api.ts'
import type { Check } from '../core/check.ts'
import { createTarget } from '../core/http/target.ts'
import type { Outcome } from '../core/report/outcome.ts'
import { startWireServer } from '../testing/wire-server.ts'
import { type PoolOptions, runChecks } from './run-checks.ts'

const ids = ['one', 'two', 'three', 'four', 'five']
const checks = ids.map((id) => ({ id }) as Check) // the pool reads nothing else

const toOutcome = (check: Check) =>
  ({ check, status: 'passed', durationMs: 0, observations: [], exchanges: 0, leftBehind: [] }) as Outcome

async function run(body: (id: string) => Promise<void>, options: Partial<PoolOptions> = {}) {
  const running = {
    async run(check: Check) {
      await body(check.id)
      return toOutcome(check)
    },
  }
  return await runChecks(checks, running, { concurrency: 2, limitMs: 5000, graceMs: 50, ...options })
}

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))

test('at most `concurrency` checks run at the same time, and all of them run', async () => {
  let [now, most] = [0, 0]
  const { outcomes, reason } = await run(async () => {
    now += 1
    most = Math.max(most, now)
    await pause(5)
    now -= 1
  })
  expect(outcomes.map(({ check }) => check.id).toSorted()).toEqual(ids.toSorted())
  expect(most).toBe(2)
  expect(reason).toBeUndefined()
})

test('after an interruption, running checks end and no other check starts', async () => {
  const interruption = new AbortController()
  const { outcomes, reason } = await run(
    async () => {
      await pause(10)
      interruption.abort()
    },
    { signal: interruption.signal },
  )
  expect(outcomes).toHaveLength(2)
  expect(reason).toBe('interrupted: 3 of 5 checks did not run')
})

test.each<[string, () => Promise<void>]>([
  ['a rejection that is not handled', async () => void Promise.reject(new Error('outside'))],
  ['an exception in a timer', async () => void setTimeout(() => Promise.reject(new Error('outside')))],
  [
    'an exception after which the check never ends',
    () => {
      setTimeout(() => void Promise.reject(new Error('outside')))
      return new Promise(() => {})
    },
  ],
])('%s ends the run with a reason', async (_, body) => {
  const { outcomes, reason } = await run(async (id) => {
    await pause(5)
    if (id === 'two') await body()
    await pause(5)
  })
  expect(reason).toMatch(/of 5 checks have no outcome: an error outside the promises of the checks: Error: outside/)
  expect(outcomes.length).toBeLessThan(5)
})

test('a check that never ends is left behind when the time is used up', async () => {
  const { outcomes, reason } = await run((id) => (id === 'two' ? new Promise(() => {}) : pause(1)), { limitMs: 100 })
  expect(outcomes).toHaveLength(4)
  expect(reason).toBe('1 of 5 checks have no outcome: the checks did not end within 100 ms (running: two)')
})

test('an error of the caller’s own callback ends the run with a reason', async () => {
  const onOutcome = () => {
    throw new Error('callback')
  }
  expect((await run(() => pause(1), { onOutcome })).reason).toContain('Error: callback')
})

test('listeners of other code stay, and listeners of the run go', async () => {
  const names = ['uncaughtException', 'unhandledRejection', 'SIGINT', 'SIGTERM'] as const
  const own = () => {}
  for (const name of names) process.on(name, own)
  const before = names.map((name) => process.listeners(name as 'SIGINT'))
  try {
    await run(async () => {
      for (const name of names) expect(process.listeners(name as 'SIGINT')).toContain(own)
    })
    expect(names.map((name) => process.listeners(name as 'SIGINT'))).toEqual(before)
  } finally {
    for (const name of names) process.removeListener(name, own)
  }
})

test('a check that blocks the process does not make the requests of other checks time out', async () => {
  const server = await startWireServer((socket) => {
    setTimeout(() => socket.end('HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n'), 50)
  })
  onTestFinished(server.close)
  const { send, close } = createTarget({ api: aliyunFc20160815, baseUrl: server.baseUrl, timeoutMs: 200 })
  onTestFinished(close)
  const statuses: number[] = []
  const { reason } = await run(async (id) => {
    const end = performance.now() + 400
    if (id === 'two') while (performance.now() < end);
    else statuses.push((await send(aliyunFc20160815.operations.listServices, {})).response.status)
  })
  expect(statuses).toEqual([204, 204, 204, 204])
  expect(reason).toBeUndefined()
})
