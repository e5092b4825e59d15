import { expect, test } from 'vitest'
import { readWrk } from './wrk.ts'

const good = `Running 2s test @ http://127.0.0.1:4010/
  1 threads and 32 connections
  Thread Stats   Avg      Stdev     Max   +/- Stdev
    Latency     2.75ms  660.92us  13.20ms   88.59%
  23486 requests in 2.10s, 11.04MB read
Requests/sec:  11183.81
`

test('responses and seconds are parsed', () => {
  expect(readWrk(good, 'http://a')).toEqual({ responded: 23486, seconds: 2.1 })
})

test.each([
  ['unsuccessful responses', `${good}  Non-2xx or 3xx responses: 12\n`, 'http://a: Non-2xx or 3xx responses: 12'],
  [
    'broken connections',
    good.replace('Requests/sec', '  Socket errors: connect 0, read 3, write 0, timeout 0\nRequests/sec'),
    'http://a: Socket errors: connect 0, read 3',
  ],
  ['no response', good.replace('23486', '0'), 'http://a: no response'],
  ['unknown output', 'wrk: command line error', 'http://a: no response'],
])('%s are an error', (_, text, message) => {
  expect(() => readWrk(text, 'http://a')).toThrow(message)
})
