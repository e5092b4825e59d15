import { expect, test } from 'vitest'
import { createDemo } from '../aliyun-fc/testing/fc.ts'

type Demo = ReturnType<typeof createDemo>

function invoke({ sendRaw }: Demo, event = '', headers: Record<string, string> = {}, query = '') {
  const path = `/2021-04-06/services/demo/functions/f/invocations${query}`
  const { body, ...result } = sendRaw('POST', path, new TextEncoder().encode(event), headers)
  return { ...result, text: typeof body === 'string' ? body : new TextDecoder().decode(body as Uint8Array) }
}

test('the event is returned, with the checksum of the code and the duration', () => {
  const demo = createDemo()
  const { status, headers, text } = invoke(demo, 'any text')
  expect([status, text]).toEqual([200, 'any text'])
  expect(headers['X-Fc-Code-Checksum']).toBe(demo.send2021('GET', '/demo/functions/f').body.codeChecksum)
  expect(headers['X-Fc-Invocation-Duration']).toBe('0.00')
  expect(headers).not.toHaveProperty('X-Fc-Log-Result')
})

test('both API versions have the same invocation rules', () => {
  const demo = createDemo({
    behaviour: {
      invocations: [
        { function: 'f', response: { kind: 'unhandledError', message: 'crash' }, delayMs: 20, log: 'a line' },
      ],
    },
  })
  const { headers, text, delayMs } = invoke(demo, '', { 'x-fc-log-type': 'Tail' })
  expect(JSON.parse(text)).toEqual({ errorMessage: 'crash' })
  expect(headers).toMatchObject({
    'X-Fc-Error-Type': 'UnhandledInvocationError',
    'X-Fc-Invocation-Duration': '20.00',
  })
  expect(atob(String(headers['X-Fc-Log-Result']))).toContain('a line\n')
  expect(delayMs).toBe(20)
  expect(demo.invoke('demo/f').text).toBe(text)
})

test('an asynchronous invocation returns no output, and cannot have a log', () => {
  const demo = createDemo()
  const { status, headers } = invoke(demo, 'e', { 'x-fc-invocation-type': 'Async' })
  expect(status).toBe(202)
  expect(headers).not.toHaveProperty('X-Fc-Code-Checksum')
  const both = { 'x-fc-invocation-type': 'Async', 'x-fc-log-type': 'Tail' }
  expect(JSON.parse(invoke(demo, 'e', both).text)).toMatchObject({ Code: 'InvalidArgument' })
})

test('an alias selects the version by its weights', () => {
  const demo = createDemo({
    behaviour: {
      invocations: [
        { version: '1', response: { kind: 'text', text: 'one' } },
        { version: '2', response: { kind: 'text', text: 'two' } },
      ],
    },
  })
  demo.send2021('POST', '/demo/versions')
  demo.send2021('PUT', '/demo/functions/f', { timeout: 9 })
  demo.send2021('POST', '/demo/versions')
  demo.send2021('POST', '/demo/aliases', { aliasName: 'a', versionId: '1', additionalVersionWeight: { '2': 0.5 } })
  const seen = Array.from({ length: 40 }, () => invoke(demo, '', {}, '?qualifier=a').text)
  expect(new Set(seen)).toEqual(new Set(['one', 'two']))
  expect(invoke(demo, '', {}, '?qualifier=2').text).toBe('two')
  expect(invoke(demo, 'latest').text).toBe('latest')
})

test('the URL of the code leads to its bytes', () => {
  const demo = createDemo()
  const { url, checksum } = demo.send2021('GET', '/demo/functions/f/code').body
  const { pathname, search } = new URL(url)
  expect(pathname).toBe('/2021-04-06/_mock/code')
  const { status, body, headers } = demo.sendRaw('GET', pathname + search)
  expect([status, new TextDecoder().decode(body as Uint8Array)]).toEqual([200, '123456789'])
  expect(headers['X-Oss-Hash-Crc64ecma']).toBe(checksum)
})
