import { expect, test } from 'vitest'
import { contracts, findContract } from '../apis.ts'
import { WrongUseError } from '../core/exit-codes.ts'
import { selectChecks } from './select.ts'

const contract = findContract('aliyun-fc-2016-08-15')

test('every check of an API has a unique id', () => {
  for (const { api, checks } of contracts) {
    const ids = checks.map(({ id }) => id)
    expect(
      ids.filter((id, index) => ids.indexOf(id) !== index),
      api.id,
    ).toEqual([])
  }
})

test('operation, part of the id and level narrow the selection down', () => {
  const some = selectChecks(contract, { operation: 'createservice', grep: '-IS-STORED', level: 'extended' })
  expect(some.map(({ id }) => id)).toContain('CreateService › role-is-stored')
  expect(some.every((check) => check.operation === 'CreateService' && check.level === 'extended')).toBe(true)
})

test('C14: several operations, texts and ids select the checks of each', () => {
  const toOperations = (operation: string | readonly string[]) =>
    new Set(selectChecks(contract, { operation }).map((check) => check.operation))
  expect(toOperations(['GetService', 'createAlias'])).toEqual(new Set(['GetService', 'CreateAlias']))
  const ids = ['CreateService › role-is-stored', 'GetService › times-are-utc']
  expect(
    selectChecks(contract, { replay: ids })
      .map(({ id }) => id)
      .toSorted(),
  ).toEqual(ids)
  const [one, other, both] = ['role-is-stored', 'times-are-utc', ['role-is-stored', 'times-are-utc']].map(
    (grep) => selectChecks(contract, { grep }).length,
  )
  expect(both).toBe((one ?? 0) + (other ?? 0))
  expect(() => selectChecks(contract, { operation: ['GetService', 'GetServic'] })).toThrow('did you mean "GetService"')
})

test('a text also matches the clause, and a hyphen equals a space', () => {
  const ofClause = selectChecks(contract, { grep: 'header if-match' })
  expect(ofClause.length).toBeGreaterThan(3)
  expect(ofClause.some(({ id }) => /header if-match/i.test(id))).toBe(false)
  expect(selectChecks(contract, { grep: 'role is stored' })).toEqual(selectChecks(contract, { grep: 'role-is-stored' }))
})

test('the shards divide the checks, and each has every passive check', () => {
  const shards = ['1/3', '2/3', '3/3'].map((shard) => selectChecks(contract, { shard }))
  const passive = contract.checks.filter(({ isPassive }) => isPassive)
  for (const shard of shards) expect(shard.filter(({ isPassive }) => isPassive)).toEqual(passive)
  const active = shards.flatMap((shard) => shard.filter(({ isPassive }) => !isPassive))
  expect(active).toHaveLength(contract.checks.length - passive.length)
  expect(new Set(active)).toHaveProperty('size', active.length)
})

test.each([
  [
    'an operation that the API lacks',
    { operation: 'MakeService' },
    /no operation "MakeService"; did you mean "CreateService"/,
  ],
  [
    'an operation that is like no other',
    { operation: 'x' },
    /no operation "x"; to list its operations: faas-contracts list/,
  ],
  [
    'a check that the API lacks',
    { replay: 'CreateService › role-is-stroed' },
    /no check "CreateService › role-is-stroed"; did you mean "CreateService › role-is-stored"\?$/,
  ],
  [
    'the start of a check',
    { replay: 'CreateService › role' },
    /no check "CreateService › role"; did you mean "CreateService › role-is-stored"\?$/,
  ],
  ['a check that is like no other', { replay: 'x' }, /no check "x"; to list its checks: .* --dry-run$/],
  ['a shard that does not exist', { shard: '4/3' }, /a shard must be like 1\/3/],
  [
    'a text that no check has',
    { grep: 'no such check' },
    /no check of aliyun-fc-2016-08-15 matches --grep "no such check"; to list/,
  ],
])('%s is wrong use', (_, selection, message) => {
  expect(() => selectChecks(contract, selection)).toThrow(message)
  expect(() => selectChecks(contract, selection)).toThrow(WrongUseError)
})

test('an unknown API is wrong use, and the known ones are named', () => {
  expect(() => findContract('nope')).toThrow(/no API "nope"; there are aliyun-fc-2016-08-15,/)
})
