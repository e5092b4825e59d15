import { expect, test } from 'vitest'
import { aliyunFc20160815 as api } from '../../../schemas/aliyun-fc-2016-08-15/api.ts'
import { toExchange } from '../../testing/exchange.ts'
import { WrongUseError } from '../exit-codes.ts'
import { checkAllowUndocumented, findUndocumented } from './undocumented-properties.ts'

const { getService, listServices } = api.operations

function findIn(property: string, allowUndocumented: readonly string[] = []) {
  const body = { services: [{ serviceName: 'a', [property]: 'red' }] }
  return findUndocumented(api, allowUndocumented, toExchange(listServices, 200, body))
}

test('an undocumented property has its own finding class, and so does a property with a similar name', () => {
  expect(findIn('colour')).toMatchObject({ finding: 'undocumented-property', actual: '/services/0/colour' })
  expect(findIn('logconfig')).toMatchObject({
    finding: 'misspelled-property',
    actual: expect.stringContaining('(for logConfig)'),
  })
  expect(findIn('description')).toBeUndefined()
})

test.each([
  ['the operation', 'ListServices', false],
  ['the place', 'ListServices#/services/*/colour', false],
  ['all places below', '*#/services', false],
  ['another place', 'ListServices#/services/*/shape', true],
  ['another operation', 'GetService#/services', true],
])('allowUndocumented can name %s', (_, entry, isFound) => {
  expect(findIn('colour', [entry]) !== undefined).toBe(isFound)
})

test('an entry for an unknown operation is wrong use', () => {
  expect(() => checkAllowUndocumented(api, ['GetServise#/colour'])).toThrow(WrongUseError)
  expect(checkAllowUndocumented(api, ['*', 'GetService#/a'])).toHaveLength(2)
})

test.each([
  ['colour', 'undocumented-property'],
  ['errormessage', 'misspelled-property'],
])('the undocumented property %s of an error body is found', (property, finding) => {
  const body = { ErrorCode: 'ServiceNotFound', ErrorMessage: 'no', [property]: 'red' }
  expect(findUndocumented(api, [], toExchange(getService, 404, body))).toMatchObject({
    finding,
    actual: expect.stringContaining(`/${property}`),
  })
})
