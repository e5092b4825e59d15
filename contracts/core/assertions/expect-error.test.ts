import { expect, test } from 'vitest'
import { aliyunFc20160815 as api } from '../../../schemas/aliyun-fc-2016-08-15/api.ts'
import { toExchange } from '../../testing/exchange.ts'
import { compareError } from './expect-error.ts'

const { getService } = api.operations
const wanted = ['ServiceNotFound']

test.each([
  ['the field name of the source', { errorCode: 'ServiceNotFound' }, ['errorCode']],
  ['the field name of the clients', { ErrorCode: 'ServiceNotFound', ErrorMessage: 'any text' }, ['ErrorCode']],
  ['both field names', { errorCode: 'ServiceNotFound', ErrorCode: 'ServiceNotFound' }, ['ErrorCode', 'errorCode']],
])('a documented error with %s passes', (_, body, fields) => {
  const { fault, error } = compareError(api, toExchange(getService, 404, body), wanted)
  expect(fault).toBeUndefined()
  expect(error.fields).toEqual(fields)
})

test.each([
  ['a success', toExchange(getService, 200, {}), 'status 200'],
  ['another status', toExchange(getService, 400, { ErrorCode: 'ServiceNotFound' }), 'status 400 with ServiceNotFound'],
  ['another code', toExchange(getService, 404, { ErrorCode: 'FunctionNotFound' }), 'status 404 with FunctionNotFound'],
  ['no code', toExchange(getService, 404, { message: 'no' }), 'status 404 with the body {"message":"no"}'],
  ['two codes', toExchange(getService, 404, { errorCode: 'A', ErrorCode: 'B' }), 'status 404 with the body'],
  ['a code that is not a string', toExchange(getService, 404, { errorCode: 404 }), 'errorCode 404'],
  [
    'HTML',
    toExchange(getService, 404, undefined, { body: Buffer.from('<p>') }),
    'not JSON, because character 1 is "<": the body begins with <p>',
  ],
  [
    'another content type',
    toExchange(getService, 404, { ErrorCode: 'ServiceNotFound' }, { headers: [['content-type', 'text/html']] }),
    'text/html',
  ],
])('%s is a violation', (_, exchange, actual) => {
  const { fault } = compareError(api, exchange, wanted)
  expect(fault?.expected).toContain('status 404 with ServiceNotFound')
  expect(fault?.actual).toContain(actual)
})

test('one of several codes passes, if its own status is returned', () => {
  const codes = ['ServiceNotFound', 'InvalidArgument']
  expect(compareError(api, toExchange(getService, 400, { ErrorCode: 'InvalidArgument' }), codes).fault).toBeUndefined()
  expect(compareError(api, toExchange(getService, 404, { ErrorCode: 'InvalidArgument' }), codes).fault).toBeDefined()
})

test('an error code that the operation does not list is a defect of the check', () => {
  expect(() => compareError(api, toExchange(getService, 409, {}), ['ServiceNotEmpty'])).toThrow(/does not list/)
})
