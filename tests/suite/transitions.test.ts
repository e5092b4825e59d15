import { expect, test } from 'vitest'
import { aliyunFc20160815Contract as contract } from '../../contracts/aliyun-fc-2016-08-15/contract.ts'
import { toCoverage } from '../../contracts/core/report/coverage.ts'
import type { Wrap } from '../../contracts/mutants/mutant.ts'
import { findMutant } from '../testing/find-mutant.ts'
import { runChecksOn } from '../testing/run-checks-on.ts'

const some =
  /(Service|PublishVersion|DeleteVersion|Version) › (created-resource-can-be-read|update-changes-only-desc|deleted-resource-is-gone|duplicate-(name|of)|recreated-resource-is-new|second-delete|missing-service-is|update-does-not-create|created-resource-is-listed)/

async function toLife(wrap: Wrap = (server) => server) {
  const outcomes = await runChecksOn({ wrap, fits: (id) => some.test(id) })
  const traffic = outcomes.flatMap((outcome) => outcome.traffic ?? [])
  const { transitions, neverReached, totals } = toCoverage(contract.api, traffic, contract.resources)
  const find = (operation: string, from: string) =>
    transitions.find((row) => row.operation === operation && row.from === from && row.kind !== 'Version')
  return { find, transitions, neverReached, totals }
}

const good = await toLife()

test.each([
  ['CreateService', 'absent', 'created', 'success'],
  ['CreateService', 'created', 'created', 'conflict'],
  ['CreateService', 'deleted', 'created', 'success'],
  ['GetService', 'created', 'created', 'success'],
  ['GetService', 'deleted', 'deleted', 'not-found'],
  ['UpdateService', 'created', 'updated', 'success'],
  ['UpdateService', 'absent', 'absent', 'not-found'],
  ['DeleteService', 'created', 'deleted', 'success'],
  ['DeleteService', 'deleted', 'deleted', 'not-found'],
])('%s when %s, then %s: it was tried, and returned with %s', (operation, from, to, result) => {
  const row = good.find(operation, from)
  expect(row).toMatchObject({ to, result })
  expect(row?.attempts).toBeGreaterThan(0)
  expect(row?.matches).toBe(row?.attempts)
})

test('a version is one thing, though it is published, read and deleted under three paths', () => {
  const ofVersions = good.transitions.filter(({ kind }) => kind === 'Version')
  const reached = ofVersions.filter(({ matches }) => matches > 0).map(({ operation, from }) => `${operation} ${from}`)
  expect(reached).toEqual(
    expect.arrayContaining([
      'PublishVersion absent',
      'DeleteVersion created',
      'DeleteVersion deleted',
      'GetService created',
    ]),
  )
  expect(ofVersions.some(({ operation, from }) => operation === 'PublishVersion' && from === 'created')).toBe(false)
})

test('what was never reached is named, and counts', () => {
  expect(good.neverReached).toContain('Trigger: CreateTrigger when absent, then created')
  expect(good.neverReached).not.toContain('Service: CreateService when absent, then created')
  const { total, attempted, matched } = good.totals.transitions
  expect(total).toBe(good.transitions.length)
  expect(attempted).toBeLessThan(total)
  expect(matched).toBe(attempted)
})

test('what a target does otherwise is tried and not matched', async () => {
  const overwrites = findMutant(contract.api.id, 'create-overwrites @ CreateService create service')
  const keeps = findMutant(contract.api.id, 'delete-is-ignored @ DeleteService remove service')
  const bad = await toLife((server) => keeps.wrap(overwrites.wrap(server)))
  expect(bad.find('CreateService', 'created')).toMatchObject({ attempts: expect.any(Number), matches: 0 })
  expect(bad.find('GetService', 'deleted')).toMatchObject({ matches: 0 })
})
