import { expect, test } from 'vitest'
import { WrongUseError } from './exit-codes.ts'
import { checkFixtures, type FixtureSpec, type Fixtures, renderFixtures, toFixtures } from './fixtures.ts'

const fixtures: readonly FixtureSpec[] = [
  {
    name: 'serviceName',
    description: 'a service',
    example: 'demo',
    required: true,
    form: { pattern: /^[a-z]+$/, words: 'a name' },
  },
  { name: 'urn', description: 'a function', example: 'urn:1', required: false, repeatable: true },
]
const needy = { api: { id: 'an-api' }, fixtures }

test('one value stands for a list of one', () => {
  expect(toFixtures({ serviceName: 'demo', urn: ['a', 'b'] })).toEqual({ serviceName: ['demo'], urn: ['a', 'b'] })
})

test('fixtures that fit are taken', () => {
  expect(() => checkFixtures(needy, { serviceName: ['demo'], urn: ['a', 'b'] })).not.toThrow()
})

test('what a set-up command may still give is not missed', () => {
  expect(() => checkFixtures(needy, {}, false)).not.toThrow()
})

test.each<[string, Fixtures, string]>([
  [
    'a missing one',
    {},
    'an-api needs the fixture serviceName, a service: --fixture serviceName=demo, or in the configuration "fixtures": { "serviceName": "demo" }',
  ],
  ['an unknown one', { servicename: ['x'] }, 'an-api has no fixture "servicename"; it has serviceName, urn'],
  ['one of another form', { serviceName: ['A'] }, 'the fixture serviceName must be a name, not "A"'],
  ['an empty one', { serviceName: ['a'], urn: [''] }, 'the fixture urn must be a text, not ""'],
  ['two of which one is taken', { serviceName: ['a', 'b'] }, 'the fixture serviceName takes one value'],
])('%s is wrong use, said in one line', (_, given, message) => {
  expect(() => checkFixtures(needy, given)).toThrow(new WrongUseError(message))
})

test('a plan shows what is given and what is not', () => {
  expect(renderFixtures(needy, { urn: ['a', 'b'] })).toEqual([
    'fixture serviceName (a service): missing',
    'fixture urn (a function): a, b',
  ])
})
