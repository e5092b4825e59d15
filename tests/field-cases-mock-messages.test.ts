/** Updates and error messages that real clients assert. Each test names the row of its case. */
import { describe, expect, test } from 'vitest'
import { leastFunction } from '../mocks/aliyun-fc/testing/fc.ts'
import { createClient, createDemo, leastConfig } from './testing/field-case-client.ts'

const triggers = '/services/demo/functions/f/triggers'

test('A08: an update of a log trigger keeps the settings that it does not contain', async () => {
  const { send } = await createDemo()
  const triggerConfig = {
    sourceConfig: { logstore: 'in' },
    jobConfig: { maxRetryTime: 3, triggerInterval: 60 },
    functionParameter: {},
    logConfig: { project: '', logstore: '' },
    enable: true,
  }
  await send('POST', triggers, { triggerName: 't', triggerType: 'log', sourceArn: 'a', triggerConfig })
  const change = { jobConfig: { maxRetryTime: 5, triggerInterval: 120 } }
  const updated = await send('PUT', `${triggers}/t`, { triggerConfig: change })
  expect((await updated.json()).triggerConfig).toEqual({ ...triggerConfig, ...change })
})

test('A08: a null in the settings of a trigger changes nothing', async () => {
  const { send } = await createDemo()
  const triggerConfig = { cronExpression: '@every 5m', payload: 'p', enable: true }
  await send('POST', triggers, { triggerName: 't', triggerType: 'timer', triggerConfig })
  const updated = await send('PUT', `${triggers}/t`, { triggerConfig: { payload: '', enable: null } })
  expect((await updated.json()).triggerConfig).toEqual({ ...triggerConfig, payload: '' })
  expect((await (await send('PUT', `${triggers}/t`, {})).json()).triggerConfig).toMatchObject({ payload: '' })
})

test('A08: a new map of environment variables and new layers replace the former ones', async () => {
  const { send } = await createDemo()
  const path = '/services/demo/functions/f'
  await send('PUT', path, { environmentVariables: { a: '1', b: '2' }, layers: ['x', 'y'] })
  const updated = await send('PUT', path, { environmentVariables: { c: '3' }, layers: ['z'] })
  expect(await updated.json()).toMatchObject({ environmentVariables: { c: '3' }, layers: ['z'] })
  const { environmentVariables } = await (await send('PUT', path, { environmentVariables: {} })).json()
  expect(environmentVariables).toEqual({})
})

describe('A09: the messages of real servers', () => {
  test.each(['10', 10, 'nodejs99'])('an unknown runtime: %j', async (runtime) => {
    const { send, send2021 } = await createDemo()
    const body = { ...leastFunction, functionName: 'g', runtime }
    for (const response of [
      await send('POST', '/services/demo/functions', body),
      await send('PUT', '/services/demo/functions/f', { runtime }),
      await send2021('POST', '/services/demo/functions', body),
    ]) {
      expect(response.status).toBe(400)
      expect(await response.text()).toContain(`Runtime is set to an invalid value (allowed: `)
    }
  })

  test.each([
    [{ 'x-fc-log-type': 'Invalid' }, "LogType is set to an invalid value (allowed: Tail | None, actual: 'Invalid')"],
    [
      { 'x-fc-log-type': 'Tail', 'x-fc-invocation-type': 'Async' },
      "LogType is set to an invalid value (allowed: None, actual: 'Tail')",
    ],
    [
      { 'x-fc-invocation-type': 'Later' },
      "InvocationType is set to an invalid value (allowed: Sync | Async, actual: 'Later')",
    ],
  ])('an invocation with %j', async (headers, message) => {
    const { send } = await createDemo()
    const response = await send('POST', '/services/demo/functions/f/invocations', undefined, headers)
    const { ErrorCode, ErrorMessage } = await response.json()
    expect([response.status, ErrorCode, ErrorMessage]).toEqual([400, 'InvalidArgument', message])
  })

  test('a value that is too long is shortened in the message', async () => {
    const { send } = await createDemo()
    const response = await send('PUT', '/services/demo/functions/f', { runtime: 'x'.repeat(100_000) })
    expect((await response.text()).length).toBeLessThan(1500)
  })

  const date = '2030-01-01T00:00:00Z'
  const auth = { mode: 'verify', credentials: [{ id: 'known', secret: 's' }] } as const
  const signedAs = (id: string) => ({ authorization: `FC ${id}:${btoa('wrong')}`, date: new Date(date).toUTCString() })

  test('a wrong secret', async () => {
    const { send } = createClient({ auth, authNow: () => Date.parse(date) })
    const response = await send('GET', '/services', undefined, signedAs('known'))
    const { ErrorCode, ErrorMessage } = await response.json()
    expect([response.status, ErrorCode]).toEqual([403, 'SignatureNotMatch'])
    expect(ErrorMessage).toMatch(/^The request signature we calculated does not match the signature you provided/)
  })

  test('an unknown key id', async () => {
    const { send } = createClient({ auth, authNow: () => Date.parse(date) })
    const response = await send('GET', '/services', undefined, signedAs('unknown'))
    expect([response.status, await response.json()]).toEqual([
      403,
      {
        ErrorCode: 'InvalidAccessKeyID',
        ErrorMessage: "invalid access key ID 'unknown'",
        errorCode: 'InvalidAccessKeyId',
        errorMessage: "invalid access key ID 'unknown'",
      },
    ])
  })
})

const project = '0123456789abcdef'

test.each([
  ['GET', `/v2/${project}/fgs/functions`, 400, { error_code: 'FSS.0400', error_msg: 'M' }],
  ['GET', `/v2/${project}/fgs/functions/urn:fss:r:${project}:function:default:fgsTest/config`, 400, { error_msg: 'M' }],
  ['GET', '/2016-08-15/accountConfigs', 400, { ErrorCode: 'PathNotSupported', ErrorMessage: 'M', errorMessage: 'M' }],
  ['DELETE', '/2016-08-15/services', 400, { ErrorCode: 'PathNotSupported', ErrorMessage: 'M' }],
  ['DELETE', '/2021-04-06/services', 400, { Code: 'PathNotSupported', Message: 'M' }],
])('A12: the error for the unserved path %s %s names the path', async (method, path, status, fields) => {
  const { sendText, lastEntry } = createClient()
  const response = await sendText(method, path)
  const message = expect.stringContaining(`the mock does not serve ${method} ${path}; `)
  const expected = Object.fromEntries(
    Object.entries(fields).map(([name, text]) => [name, text === 'M' ? message : text]),
  )
  expect([response.status, await response.json()]).toEqual([status, expect.objectContaining(expected)])
  expect(response.headers.get('x-mock-rule')).toEqual(message)
  expect(lastEntry()?.rule).toEqual(message)
})

test.each([
  ['//2016-08-15/services', { ErrorCode: 'PathNotSupported', errorCode: 'PathNotSupported' }],
  ['/2016-08-15//services', { ErrorCode: 'PathNotSupported' }],
  ['///2021-04-06/services/a/functions', { Code: 'PathNotSupported' }],
  [`//v2/${project}/fgs/functions`, { error_code: 'FSS.0400' }],
])('A19: the error for %s has the fields of the vendor', async (path, fields) => {
  const { sendText, lastEntry } = createClient()
  const response = await sendText('GET', path)
  expect([response.status, await response.json()]).toEqual([400, expect.objectContaining(fields)])
  expect(lastEntry()?.api).toBeDefined()
})

test('A19: the error for a path of no API has the fields of every vendor', async () => {
  const { sendText } = createClient()
  const response = await sendText('GET', '/services')
  const message = 'no API is served at /services'
  expect([response.status, await response.json()]).toEqual([
    404,
    expect.objectContaining({
      error: message,
      ErrorMessage: message,
      errorMessage: message,
      Message: message,
      error_msg: message,
    }),
  ])
})

describe('A14: injected errors have the parameters of forced errors', () => {
  test.each([
    [{ error: 'ResourceThrottled' }, 503, 'ResourceThrottled'],
    [{ code: 429 }, 429, 'ResourceExhausted'],
    [{ code: '429' }, 429, 'ResourceExhausted'],
    [{ error: 'ServiceNotFound', code: 418 }, 418, 'ServiceNotFound'],
    [{ error: 'ResourceThrottled', code: 500, message: 'later' }, 500, 'ResourceThrottled', 'later'],
    [{ status: 503 }, 503, 'ResourceThrottled'],
    [{ code: 'ResourceThrottled' }, 503, 'ResourceThrottled'],
  ])('%j', async (fault, status, ErrorCode, message = expect.any(String)) => {
    const { send, sendText } = createClient()
    const added = await sendText('POST', '/_mock/faults', JSON.stringify({ ...fault, count: 1 }))
    expect([added.status, await added.json()]).toEqual([200, expect.objectContaining(fault)])
    const response = await send('GET', '/services')
    expect([response.status, await response.json()]).toEqual([
      status,
      expect.objectContaining({ ErrorCode, ErrorMessage: message }),
    ])
    expect((await send('GET', '/services')).status).toBe(200)
  })

  test.each([
    [{ error: 'Nonsense' }, 'error: no API documents "Nonsense"; to return it all the same, add "code"'],
    [
      { error: 'ResourceThrottled', api: 'huawei-functiongraph-v2' },
      'error: no API of this fault documents "ResourceThrottled"; to return it all the same, add "code"',
    ],
    [{ code: 200 }, 'code: must be at least 400'],
    [{ code: 503, status: 503 }, 'fault: must name the error and the status only once'],
    [{ error: 'A', code: 'B' }, 'fault: must name the error and the status only once'],
    [{ message: 'x', delayMs: 1 }, 'message: requires error or code'],
  ])('%j is rejected', async (fault, error) => {
    const { sendText } = createClient()
    const added = await sendText('POST', '/_mock/faults', JSON.stringify(fault))
    expect([added.status, (await added.json()).error]).toEqual([400, error])
  })

  test.each([
    [429, 'FSS.0429', 'Too many requests'],
    [503, 'FSS.0503', 'Service unavailable'],
  ])('FunctionGraph has an error for the status %i', async (code, error_code, error_msg) => {
    const { sendGraph, sendText } = createClient()
    await sendText('POST', '/_mock/faults', JSON.stringify({ code, count: 1 }))
    for (const headers of [undefined, { prefer: `code=${code}` }]) {
      const response = await sendGraph('PUT', 'config', leastConfig, headers)
      expect([response.status, await response.json()]).toEqual([code, { error_code, error_msg }])
    }
  })
})
