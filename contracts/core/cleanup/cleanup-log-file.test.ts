import { appendFileSync, existsSync, writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { cleanUp } from '../../run/clean-up.ts'
import { type FakeFault, startFakeFc } from '../../testing/fake-fc.ts'
import { createJournal, findLedger, readLedgers } from './cleanup-log-file.ts'

const apiId = 'aliyun-fc-2016-08-15'
const service = (serviceName: string) => ({
  what: `Service ${serviceName}`,
  create: 'CreateService',
  path: { serviceName },
})

async function setUp(fault: FakeFault = {}) {
  const root = await mkdtemp(join(tmpdir(), 'faas-contracts-ledger-'))
  const fake = await startFakeFc(fault)
  onTestFinished(async () => {
    await fake.close()
    await rm(root, { recursive: true })
  })
  const folder = join(root, 'ledgers')
  const run = { apiId, baseUrl: fake.baseUrl, runId: 'run1' }
  for (const name of ['run1-a', 'run1-b', 'theirs']) {
    fake.state.set(`/services/${name}`, { serviceName: name })
  }
  return { folder, fake, run, journal: createJournal(folder, run) }
}

test('what was made and is not gone can be read by another process, even where the last line is cut', async () => {
  const { folder, run, journal } = await setUp()
  expect(readLedgers(folder)).toEqual([])
  for (const name of ['run1-a', 'run1-b', 'run1-c']) journal.made(service(name))
  journal.gone('Service run1-b')
  const found = findLedger(folder, 'run1')
  appendFileSync(found?.file ?? '', '{"made":{"what":"Serv')
  expect(readLedgers(folder)).toMatchObject([{ ...run, left: [service('run1-a'), service('run1-c')] }])
})

test('cleaning up removes what the ledger names, the newest first, and nothing else, and then the ledger', async () => {
  const { folder, fake, journal } = await setUp()
  for (const name of ['run1-a', 'run1-b']) journal.made(service(name))
  const [ledger] = readLedgers(folder)
  if (!ledger) throw new Error('there is no ledger')
  expect(await cleanUp(ledger, { folder })).toEqual([])
  expect([...fake.state.keys()]).toEqual(['/services/theirs'])
  expect(fake.requests[0]).toBe('DELETE /services/run1-b')
  expect(existsSync(folder)).toBe(false)
})

test('what cannot be removed stays in the ledger, for another try', async () => {
  const { folder, journal } = await setUp({
    take: (request, response) => request.path.endsWith('-a') && Boolean(response.destroy()),
  })
  for (const name of ['run1-a', 'run1-b']) journal.made(service(name))
  const [ledger] = readLedgers(folder)
  if (!ledger) throw new Error('there is no ledger')
  expect(await cleanUp(ledger, { folder })).toEqual(['Service run1-a'])
  expect(readLedgers(folder)).toMatchObject([{ left: [service('run1-a')] }])
})

test('a file that is no ledger is not taken for one', async () => {
  const { folder, journal } = await setUp()
  journal.made(service('run1-a'))
  writeFileSync(join(folder, 'other.ledger.jsonl'), '{"left":"everything"}\n')
  expect(() => readLedgers(folder)).toThrow(/other\.ledger\.jsonl is not a ledger/)
})
