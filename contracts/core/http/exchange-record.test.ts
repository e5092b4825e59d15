import { expect, test } from 'vitest'
import { aliyunFc20160815 as api } from '../../../schemas/aliyun-fc-2016-08-15/api.ts'
import { toExchange } from '../../testing/exchange.ts'
import { toCurl } from './curl.ts'
import { toExchangeRecord } from './exchange-record.ts'

const exchange = toExchange(api.operations.getService, 200, { a: 'b'.repeat(9000) })

test('credentials are redacted', () => {
  const headers = ['Authorization', 'x-fc-security-token', 'X-Auth-Token', 'cookie'].map(
    (name) => [name, 'secret'] as const,
  )
  const record = toExchangeRecord({
    ...exchange,
    request: { ...exchange.request, headers: [...headers, ['x-other', 'shown']] },
    response: { ...exchange.response, headers: [['Set-Cookie', 'secret']] },
  })
  expect(JSON.stringify(record) + toCurl(record)).not.toContain('secret')
  expect(record.request.headers).toContainEqual(['x-other', 'shown'])
})

test('a long response is truncated, and its whole size is recorded', () => {
  const record = toExchangeRecord(exchange)
  expect(record.response?.body.length).toBe(8192)
  expect(record.response?.bodyBytes).toBe(9008)
})
