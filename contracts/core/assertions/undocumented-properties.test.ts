import { expect, test } from 'vitest'
import { aliyunFc20160815 as api } from '../../../schemas/aliyun-fc-2016-08-15/api.ts'
import { aliyunFc20160815Contract as contract } from '../../aliyun-fc-2016-08-15/contract.ts'
import { rowOf } from '../../testing/fake-fc.ts'
import { runChecks } from '../../testing/run-checks.ts'
import { WrongUseError } from '../exit-codes.ts'
import { checkAllowUndocumented } from './undocumented-properties.ts'

async function judge(property: string, allowUndocumented: readonly string[] = []) {
  const [outcome] = await runChecks(
    contract,
    {
      alter: (response, { operation }) => {
        if (operation !== 'ListServices' || response.status !== 200) return
        const { services } = rowOf(response)
        if (Array.isArray(services))
          response.body = { services: services.map((row) => ({ ...row, [property]: 'red' })) }
      },
    },
    (id) => id === 'ListServices › response-has-no-undocumented-properties',
    2000,
    { allowUndocumented },
  )
  return outcome?.status === 'failed' ? outcome.violation : outcome?.status
}

test('an undocumented property has its own finding class, and so does a property with a similar name', async () => {
  expect(await judge('colour')).toMatchObject({ finding: 'undocumented-property', actual: '/services/0/colour' })
  expect(await judge('logconfig')).toMatchObject({
    finding: 'misspelled-property',
    actual: expect.stringContaining('(for logConfig)'),
  })
})

test.each([
  ['the operation', 'ListServices', 'passed'],
  ['the place', 'ListServices#/services/*/colour', 'passed'],
  ['all places below', '*#/services', 'passed'],
  ['another place', 'ListServices#/services/*/shape', 'failed'],
  ['another operation', 'GetService#/services', 'failed'],
])('allowUndocumented can name %s', async (_, entry, status) => {
  const found = await judge('colour', [entry])
  expect(typeof found === 'string' ? found : 'failed').toBe(status)
})

test('an entry for an unknown operation is wrong use', () => {
  expect(() => checkAllowUndocumented(api, ['GetServise#/colour'])).toThrow(WrongUseError)
  expect(checkAllowUndocumented(api, ['*', 'GetService#/a'])).toHaveLength(2)
})

test.each([
  ['colour', 'undocumented-property'],
  ['errormessage', 'misspelled-property'],
])('the undocumented property %s of an error body is found', async (property, finding) => {
  const [outcome] = await runChecks(
    contract,
    {
      alter: (response, { operation }) => {
        if (operation === 'GetService' && response.status === 404) rowOf(response)[property] = 'red'
      },
    },
    (id) => id === 'GetService › error-has-no-undocumented-properties',
  )
  expect(outcome?.status === 'failed' && outcome.violation).toMatchObject({
    finding,
    operation: 'GetService',
    clause: '004 GetService 404: the properties of Error',
    actual: expect.stringContaining(`/${property}`),
  })
})
