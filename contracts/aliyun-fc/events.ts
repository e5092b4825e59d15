import { toCount } from '../../schemas/core/lib/count.ts'
import { expectTolerance } from '../core/assertions/tolerance.ts'
import type { Check } from '../core/check.ts'
import { type Exchange, readHeader } from '../core/http/exchange.ts'
import { toCode, toHandler } from './code-archive.ts'
import type { Context, Path } from './fixtures.ts'
import type { Fc } from './fc.ts'

/** What a function gets and returns. A target that does not run the code of functions may skip these checks. */
export function toEventChecks(fc: Fc): readonly Check[] {
  const { check, tolerances } = fc
  const { invokeFunction } = fc.operations

  const core = { operation: invokeFunction, level: 'core' } as const

  /** Both versions document it. */
  const runtime = 'nodejs8'
  const event = Buffer.from('{"key":"value"}')
  const later = { 'X-Fc-Invocation-Type': 'Async' }
  const [errorHeader, logHeader] = ['X-Fc-Error-Type', 'X-Fc-Log-Result'] as const

  const checks: readonly Check[] = [
    check('event-reaches-function-unchanged', {
      ...core,
      quirk: 'W8',
      clause: '004 InvokeFunction, Body: passed to the function without any transformation',
      async run(context) {
        const path = await givenEcho(context)
        for (const bytes of events) {
          for (const type of ['application/json', 'application/octet-stream', undefined]) {
            const sent = await invoke(context, path, bytes, { 'content-type': type })
            if (bytes.length > 0) context.expectResponse(sent, 200)
            else if (!expectTolerance(context, sent, tolerances.emptyEvent)) continue
            expectBytes(context, sent, bytes)
          }
        }
      },
    }),
    check('headers-of-invocation-appear-when-due', {
      ...core,
      clause: '004 InvokeFunction 200, 202, Headers: X-Fc-Error-Type (X-Fc-Log-Type and X-Fc-Log-Result are observed)',
      async run(context) {
        const path = await givenEcho(context)
        for (const type of [undefined, 'None', 'Tail']) {
          const sent = await invoke(context, path, event, { 'X-Fc-Invocation-Type': 'Sync', 'X-Fc-Log-Type': type })
          context.expectResponse(sent, 200)
          expectBytes(context, sent, event)
          for (const name of type === 'Tail' ? [errorHeader] : [errorHeader, logHeader]) {
            expectNoHeader(context, sent, name)
          }
        }
        for (const headers of [later, { ...later, 'X-Fc-Log-Type': 'None' }]) {
          const sent = await invoke(context, path, event, headers)
          context.expectResponse(sent, 202)
          for (const name of [errorHeader, logHeader]) expectNoHeader(context, sent, name)
        }
      },
    }),
    check('log-type-tail-returns-log', {
      ...core,
      level: 'extended',
      clause: 'observed: X-Fc-Log-Type and X-Fc-Log-Result of InvokeFunction',
      async run(context) {
        if (context.profile === 'documented') context.skip('no source states the log type')
        const path = await context.fixture.givenFunction()
        const tail = { 'X-Fc-Log-Type': 'Tail' }
        const sent = await invoke(context, path, event, tail)
        context.expectResponse(sent, 200)
        expectLog(context, sent)
        context.expectError(await invoke(context, path, event, { ...later, ...tail }), 'InvalidArgument')
      },
    }),
    check('error-type-is-that-of-failed-function', {
      ...core,
      clause: '004 InvokeFunction 200, Headers: X-Fc-Error-Type',
      async run(context) {
        const right = await context.fixture.givenFunction({ runtime, code: { zipFile: toCode('right').zipFile } })
        const first = await invoke(context, right, event)
        if (Buffer.from(first.response.body).toString() !== 'right') context.skip('the target does not run the code')
        expectNoHeader(context, first, errorHeader)
        const { zipFile } = toHandler('callback(new Error("failed"))')
        const sent = await invoke(context, await context.fixture.givenFunction({ runtime, code: { zipFile } }), event)
        context.expectResponse(sent, 200)
        const type = readHeader(sent.response, errorHeader)
        const finding = { expected: `${errorHeader} for a failed function`, actual: 'none' }
        context.expectThat(type !== undefined, finding, sent)
      },
    }),
  ]

  /** Events whose bytes change if a server parses, decodes or shortens them. */
  const events: readonly Uint8Array[] = [
    ' { "b" : 1,\r\n\t"a":[1.0,1e2,-0, 12345678901234567890 ] , "b":null,"u":"\\u00e9\\/é\\uD800"}\n\n',
    ' null ',
    '"a text"',
    '\uFEFF{"a":1}',
    'aGVsbG8gd29ybGQ=',
    '%7B%22a%22%3A1%7D+&a=b',
    '',
  ]
    .map((text) => Buffer.from(text))
    .concat([
      Buffer.from([0xff, 0xfe, 0x7b, 0xc3, 0x28, 0x80, 0xed, 0xa0, 0x80, 0]),
      Buffer.from(Array.from({ length: 256 }, (_, byte) => byte)),
      Buffer.from(Array.from({ length: 100 * 1024 }, (_, index) => (index * 31 + (index >> 8)) % 256)),
    ])

  /** Creates a function that returns its event. Skips the check if a plain event does not come back. */
  async function givenEcho(context: Context) {
    const { zipFile } = toHandler('callback(null, event)')
    const path = await context.fixture.givenFunction({ runtime, code: { zipFile } })
    const { response } = await invoke(context, path, event)
    if (response.status === 200 && event.equals(response.body)) return path
    context.note('a function that returns its event', 'returns something else')
    return context.skip('the target does not run the code')
  }

  async function invoke({ target }: Context, path: Path, rawBody: Uint8Array, headers: Headers = {}) {
    return await target.send(invokeFunction, { path, headers, rawBody })
  }

  type Headers = Readonly<Record<string, string | undefined>>

  function expectBytes(context: Context, sent: Exchange, event: Uint8Array): void {
    const { length } = sent.response.body
    const actual = toCount(length, length === event.length ? 'other byte' : 'byte')
    const finding = { expected: `the ${toCount(event.length, 'byte')} of the event`, actual }
    context.expectThat(Buffer.from(sent.response.body).equals(event), finding, sent)
  }

  function expectNoHeader(context: Context, sent: Exchange, name: string): void {
    const value = readHeader(sent.response, name)
    context.expectThat(value === undefined, { expected: `no header ${name}`, actual: `${name}: ${value}` }, sent)
  }

  /** The log is text in base64. */
  function expectLog(context: Context, sent: Exchange): void {
    const value = readHeader(sent.response, logHeader)
    const log = Buffer.from(value ?? '', 'base64')
    const isText = log.length > 0 && log.toString('base64') === value
    context.expectThat(isText, { expected: `${logHeader} in base64`, actual: `${logHeader}: ${value}` }, sent)
  }
  return checks
}
