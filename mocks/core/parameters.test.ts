import { expect, test } from 'vitest'
import { z } from 'zod'
import { intEnum } from '../../schemas/core/wire.ts'
import { readParameter, readQuery, toParameters } from './parameters.ts'

const parameters = toParameters({
  limit: z.int().min(1).max(100).default(20),
  ratio: z.number().optional(),
  force: z.boolean().optional(),
  size: intEnum([128, 256], 'MB').optional(),
  prefix: z.string().optional(),
  ids: z.array(z.string()).min(1).max(2).optional(),
})
const names = parameters.map(({ name }) => name)

function read(name: string, text: string | undefined) {
  const parameter = parameters[names.indexOf(name)]
  if (!parameter) throw new Error(`no parameter ${name}`)
  return readParameter(parameter, text)
}

test.each([
  ['limit', '12', 12],
  ['limit', undefined, 20],
  ['ratio', '0.5', 0.5],
  ['ratio', '-3', -3],
  ['force', 'true', true],
  ['force', 'false', false],
  ['force', 'True', true],
  ['force', 'False', false],
  ['size', '256', 256],
  ['prefix', '12', '12'],
  ['prefix', '', ''],
  ['prefix', undefined, undefined],
])('%s=%s is read as %s', (name, text, value) => {
  expect(read(name, text)).toEqual({ value })
})

test.each([
  ['limit', '1e1'],
  ['limit', ''],
  ['limit', ' 12'],
  ['limit', '012'],
  ['limit', '+12'],
  ['limit', '0x10'],
  ['limit', '1.5'],
  ['limit', '0'],
  ['limit', '101'],
  ['limit', '99999999999999999999'],
  ['limit', 'NaN'],
  ['force', 'yes'],
  ['force', 'TRUE'],
  ['size', '129'],
])('%s=%s is rejected with the name of the parameter', (name, text) => {
  expect(read(name, text)).toEqual({ breach: expect.stringMatching(new RegExp(`^${name}: must `)) })
})

test('a query contains decoded declared names only, and the first value of a repeated name', () => {
  const values = readQuery('prefix=a+b%2Bc&limit=1&limit=2&other=%&force', parameters)
  expect([...values]).toEqual([
    ['prefix', 'a b+c'],
    ['limit', '1'],
    ['force', ''],
  ])
})

test('a value with broken percent-encoding is undefined', () => {
  const values = readQuery('prefix=%E0%A4', parameters)
  expect(values.has('prefix')).toBe(true)
  expect(values.get('prefix')).toBeUndefined()
})

test.each([
  ['ids=a&ids=b', ['a', 'b']],
  ['ids.1=a&limit=1&ids.2=b%20c', ['a', 'b c']],
  ['ids=', ['']],
  ['ids.x=a&ids.0=a&idsx=a', undefined],
  ['ids=a&ids.2=%E0%A4', undefined],
])('the list of %s is %j', (query, list) => {
  expect(readQuery(query, parameters).get('ids')).toEqual(list)
})

test('the limits of a list apply', () => {
  const [ids] = toParameters({ ids: z.array(z.string()).max(1) })
  expect(ids && readParameter(ids, ['a'])).toEqual({ value: ['a'] })
  expect(ids && readParameter(ids, ['a', 'b'])).toEqual({ breach: expect.stringMatching(/^ids: must /) })
})
