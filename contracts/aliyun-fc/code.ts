import { expectCrc64 } from '../core/assertions/code-checksum.ts'
import { toText } from '../core/assertions/expect.ts'
import { readObject } from '../core/assertions/expect-response.ts'
import { expectTolerance } from '../core/assertions/tolerance.ts'
import type { Check } from '../core/check.ts'
import type { Path } from '../core/resource-path.ts'
import { expectCodeAt } from './downloads.ts'
import type { Fc } from './fc.ts'

/** Checks of reading code and of invoking it. */
export function toCodeChecks(fc: Fc): readonly Check[] {
  const { check, tolerances } = fc
  const { getFunctionCode, getFunction, updateFunction, createFunction, invokeFunction } = fc.operations

  const checks: readonly Check[] = [
    check('checksum-matches-the-function', {
      operation: getFunctionCode,
      level: 'core',
      clause: '004 Definitions, FunctionCodeResponse: checksum; FunctionResponse: codeChecksum',
      async run({ target, fixture, given, expectResponse, expectThat, note }) {
        const path = await fixture.givenFunction()
        const { codeChecksum } = readObject(await given(target.send(getFunction, { path })))
        const sent = await target.send(getFunctionCode, { path })
        const { checksum } = expectResponse(sent)
        if (checksum === undefined || codeChecksum === undefined) return note('the checksum in the responses', 'absent')
        expectThat(
          checksum === codeChecksum,
          { expected: `checksum ${codeChecksum}`, actual: `checksum ${checksum}` },
          sent,
        )
      },
    }),
    check('code-url-returns-the-code', {
      operation: getFunctionCode,
      level: 'core',
      clause: '004 Definitions, FunctionCodeResponse: url',
      async run(context) {
        const { bytes, zipFile } = context.fixture.code('the code to download')
        const path = await context.fixture.givenFunction({ code: { zipFile } })
        await expectCodeAt(context, await context.target.send(getFunctionCode, { path }), bytes)
      },
    }),
    check('code-url-keeps-the-port', {
      operation: getFunctionCode,
      level: 'extended',
      clause: 'observed: some clients send a Host header without the port',
      async run(context) {
        if (context.profile === 'documented') context.skip('no source states how clients send the Host header')
        const { target, fixture } = context
        const path = await fixture.givenFunction()
        const sent = await target.send(getFunctionCode, { path })
        const { url } = context.expectResponse(sent)
        const address = new URL(sent.request.url)
        if (address.port === '' || typeof url !== 'string' || !url.startsWith(`${address.origin}/`))
          return context.skip('the URL does not lead to a port of the target')
        const other = await target.send(getFunctionCode, { path, headers: { host: address.hostname } })
        const { url: found } = context.expectResponse(other)
        const finding = { expected: `a URL at ${address.origin}`, actual: `the url ${toText(found)}` }
        context.expectThat(String(found).startsWith(`${address.origin}/`), finding, other)
      },
    }),
    ...[createFunction, updateFunction].map((operation) =>
      check('code-from-bucket-is-accepted', {
        operation,
        level: 'extended',
        clause: '004 Definitions, Code: ossBucketName, ossObjectName',
        async run(context) {
          const { target, fixture } = context
          const code = { ossBucketName: 'demo-bucket', ossObjectName: 'code.zip' }
          const isCreation = operation === createFunction
          const input = isCreation
            ? { path: { serviceName: await fixture.givenService() }, body: fixture.functionBody({ code }) }
            : { path: await fixture.givenFunction(), body: { code } }
          const toChecksum = async (path: Path) => {
            const code = await target.send(getFunctionCode, { path })
            return code.response.status < 300 ? readObject(code).checksum : undefined
          }
          const before = isCreation ? undefined : await toChecksum(input.path)
          const sent = await target.send(operation, input)
          if (sent.response.status === 400) {
            context.expectError(sent, context.api.dialect.codes.invalid)
            context.skip('the target rejects code that does not exist in its object storage')
          }
          context.expectResponse(sent)
          if (before === undefined) return
          const finding = {
            expected: 'other code than before, with another checksum',
            actual: `the checksum ${before}`,
          }
          context.expectThat((await toChecksum(input.path)) !== before, finding, sent)
        },
      }),
    ),
    check('update-replaces-code', {
      operation: updateFunction,
      level: 'core',
      clause: '004 Definitions, FunctionUpdateFields: code; FunctionResponse: codeSize, codeChecksum',
      async run({ target, fixture, given, expectResponse, expectFields, expectPresent }) {
        const path = await fixture.givenFunction()
        const code = fixture.code('a longer response than before')
        const sent = await target.send(updateFunction, { path, body: { code: { zipFile: code.zipFile } } })
        expectFields(sent, expectResponse(sent), { codeSize: code.bytes.length }, 'absent-passes')
        const read = await target.send(getFunction, { path })
        expectFields(read, expectPresent(read), { codeSize: code.bytes.length }, 'absent-passes')
        const { checksum } = readObject(await given(target.send(getFunctionCode, { path })))
        const { codeChecksum } = readObject(read)
        expectFields(read, { codeChecksum }, { codeChecksum: checksum }, 'absent-passes')
      },
    }),
    check('checksum-is-crc64-of-new-code', {
      operation: updateFunction,
      level: 'extended',
      clause: '004 Definitions, FunctionResponse: codeChecksum (crc64; the variant, that of XZ, is observed)',
      async run(context) {
        const { target, fixture, given } = context
        const path = await fixture.givenFunction()
        const [one, other] = [fixture.code('new code'), fixture.code('newer code')]
        const sums: unknown[] = []
        for (const { zipFile, bytes } of [one, other, one]) {
          const sent = await given(target.send(updateFunction, { path, body: { code: { zipFile } } }))
          const { codeChecksum } = readObject(sent)
          if (codeChecksum === undefined) context.skip('the response has no codeChecksum')
          expectCrc64(context, sent, codeChecksum, bytes)
          sums.push(codeChecksum)
        }
        const [first, second, third] = sums
        const actual = `checksums ${sums.map(String).join(', ')} for code, other code and the first code again`
        const expected = 'one checksum for the same code and another for other code'
        context.expectThat(first === third && first !== second, { expected, actual })
      },
    }),
    check('update-without-code-keeps-code', {
      operation: updateFunction,
      level: 'core',
      clause: '004 Definitions, FunctionUpdateFields: code optional',
      async run({ target, fixture, given, expectResponse, expectFields }) {
        const path = await fixture.givenFunction()
        const before = readObject(await given(target.send(getFunctionCode, { path })))
        await given(target.send(updateFunction, { path, body: { description: 'no code' } }))
        const after = await target.send(getFunctionCode, { path })
        expectFields(after, expectResponse(after), { checksum: before.checksum }, 'absent-passes')
      },
    }),
    check('invocation-is-synchronous-by-default', {
      operation: invokeFunction,
      level: 'core',
      clause: '004 InvokeFunction, Header X-Fc-Invocation-Type: Sync by default',
      async run({ target, fixture, expectResponse }) {
        const path = await fixture.givenFunction()
        expectResponse(await target.send(invokeFunction, { path, rawBody: 'any bytes \u0000\u00ff' }), 200)
        const headers = { 'X-Fc-Invocation-Type': 'Sync' }
        expectResponse(await target.send(invokeFunction, { path, headers, rawBody: '{}' }), 200)
      },
    }),
    check('async-invocation-is-accepted', {
      operation: invokeFunction,
      level: 'core',
      clause: '004 InvokeFunction 202',
      async run({ target, fixture, expectResponse }) {
        const path = await fixture.givenFunction()
        const headers = { 'X-Fc-Invocation-Type': 'Async' }
        expectResponse(await target.send(invokeFunction, { path, headers, rawBody: '{}' }), 202)
      },
    }),
    check('empty-event-is-handled', {
      operation: invokeFunction,
      level: 'core',
      quirk: 'W8',
      clause: '004 InvokeFunction, Body (quirk W8)',
      async run(context) {
        const path = await context.fixture.givenFunction()
        expectTolerance(context, await context.target.send(invokeFunction, { path }), tolerances.emptyEvent)
      },
    }),
  ]
  return checks
}
