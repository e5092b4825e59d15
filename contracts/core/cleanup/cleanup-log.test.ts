import { expect, test } from 'vitest'
import { aliyunFc20160815 } from '../../../schemas/aliyun-fc-2016-08-15/api.ts'
import { functionResource, serviceResource } from '../../aliyun-fc-2016-08-15/resources.ts'
import { type FakeFault, startFakeFc } from '../../testing/fake-fc.ts'
import { createLedger, type Ledger } from './cleanup-log.ts'
import { createTarget, type Target } from '../http/target.ts'

const { createService, createFunction, getService } = aliyunFc20160815.operations

async function withLedger(
  fault: FakeFault,
  run: (parts: {
    ledger: Ledger
    target: Target
    state: Map<string, unknown>
    requests: readonly string[]
  }) => Promise<void>,
) {
  const fake = await startFakeFc(fault)
  const target = createTarget({ api: aliyunFc20160815, baseUrl: fake.baseUrl, timeoutMs: 200 })
  const ledger = createLedger([serviceResource, functionResource], 'run1', target.send)
  await run({ ledger, target, state: fake.state, requests: fake.requests }).finally(async () => {
    target.close()
    await fake.close()
  })
}

const code = { handler: 'a.b', runtime: 'nodejs8', code: {} }

test('what was made is removed, the newest first, and each removal is verified', async () => {
  await withLedger({}, async ({ ledger, state, requests }) => {
    await ledger.send(createService, { body: { serviceName: 'run1-a' } })
    await ledger.send(createFunction, { path: { serviceName: 'run1-a' }, body: { functionName: 'f', ...code } })
    expect(state.size).toBe(2)
    expect(await ledger.clean()).toEqual([])
    expect(state.size).toBe(0)
    expect(requests.slice(2)).toEqual([
      'DELETE /services/run1-a/functions/f',
      'GET /services/run1-a/functions/f',
      'DELETE /services/run1-a',
      'GET /services/run1-a',
    ])
  })
})

test('what somebody else made stays', async () => {
  await withLedger({}, async ({ ledger, target, state }) => {
    await target.send(createService, { body: { serviceName: 'theirs' } })
    await ledger.send(createService, { body: { serviceName: 'theirs' } })
    await ledger.send(getService, { path: { serviceName: 'theirs' } })
    await ledger.clean()
    expect([...state.keys()]).toEqual(['/services/theirs'])
  })
})

test('a lost answer does not mean that nothing was made', async () => {
  const fault: FakeFault = { take: (request, response) => request.method === 'POST' && Boolean(response.destroy()) }
  await withLedger(fault, async ({ ledger, requests }) => {
    await expect(ledger.send(createService, { body: { serviceName: 'run1-lost' } })).rejects.toThrow(
      /without an answer/,
    )
    await ledger.clean()
    expect(requests).toContain('DELETE /services/run1-lost')
  })
})

test('what a target says it removed and still answers is left behind', async () => {
  const fault: FakeFault = {
    alter: (_, request, state) => {
      if (request.method === 'DELETE') state.set(request.path, { serviceName: 'undead' })
    },
  }
  await withLedger(fault, async ({ ledger }) => {
    await ledger.send(createService, { body: { serviceName: 'run1-a' } })
    expect(await ledger.clean()).toEqual(['Service run1-a'])
  })
})

test('a target that is gone does not stop the clean-up', async () => {
  const fault: FakeFault = { take: (request, response) => request.method === 'DELETE' && Boolean(response.destroy()) }
  await withLedger(fault, async ({ ledger }) => {
    await ledger.send(createService, { body: { serviceName: 'run1-a' } })
    await ledger.send(createService, { body: { serviceName: 'run1-b' } })
    expect(await ledger.clean()).toEqual(['Service run1-b', 'Service run1-a'])
  })
})

test('what was asked for before its parent was made goes before it all the same', async () => {
  await withLedger({}, async ({ ledger, state }) => {
    const createOne = () =>
      ledger.send(createFunction, { path: { serviceName: 'run1-a' }, body: { functionName: 'f', ...code } })
    await createOne()
    await ledger.send(createService, { body: { serviceName: 'run1-a' } })
    await createOne()
    expect(await ledger.clean()).toEqual([])
    expect(state.size).toBe(0)
  })
})

test('what bytes made that were written by hand is removed, too', async () => {
  await withLedger({}, async ({ ledger, state }) => {
    await ledger.send(createService, { rawBody: '{"serviceName":"run1-a","noSuchField":1e999}' })
    await ledger.send(createService, { rawBody: '{"serviceName":"run1-b"' })
    expect(state.size).toBe(1)
    expect(await ledger.clean()).toEqual([])
    expect(state.size).toBe(0)
  })
})
