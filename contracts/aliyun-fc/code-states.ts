import type { JsonObject } from '../core/assertions/expect-response.ts'
import { expectTolerance } from '../core/assertions/tolerance.ts'
import type { Check } from '../core/check.ts'
import { readHeader } from '../core/http/exchange.ts'
import type { Code } from './code-archive.ts'
import { download, expectDownload } from './downloads.ts'
import type { Context, Path } from './fixtures.ts'
import type { Fc } from './fc.ts'

/** A function has the code that was uploaded last, and its own code. */
export function toCodeStateChecks(fc: Fc): readonly Check[] {
  const { check, tolerances } = fc
  const { createFunction, getFunction, getFunctionCode, updateFunction, deleteFunction } = fc.operations

  const facts = '004 Definitions, FunctionResponse: codeSize, codeChecksum; FunctionCodeResponse: checksum, url'

  const checks: readonly Check[] = [
    check('failed-if-match-keeps-code', {
      operation: updateFunction,
      level: 'core',
      quirk: 'A23',
      clause: '004 UpdateFunction, Header If-Match (the error code is implementation-defined: quirk A23)',
      async run(context) {
        const one = await givenCode(context, 'one')
        if (!one.tag) context.skip('the target returns no ETag')
        const sums = await expectCode(context, one)
        const headers = { 'If-Match': '00000000000000000000000000000000' }
        const body = toUpdate(context.fixture.code('the other'))
        const sent = await context.target.send(updateFunction, { path: one.path, headers, body })
        expectTolerance(context, sent, tolerances.wrongTag)
        await expectCode(context, one, sums)
      },
    }),
    check('rejected-duplicate-keeps-code', {
      operation: createFunction,
      level: 'core',
      clause: `004 CreateFunction 409; ${facts}`,
      async run(context) {
        const one = await givenCode(context, 'one')
        const sums = await expectCode(context, one)
        const body = { ...one.body, ...toUpdate(context.fixture.code('the other')) }
        const sent = await context.target.send(createFunction, { path: toParent(one.path), body })
        context.expectError(sent, 'FunctionAlreadyExists')
        await expectCode(context, one, sums)
      },
    }),
    check('update-with-full-body-does-not-create', {
      operation: updateFunction,
      level: 'core',
      clause: '004 UpdateFunction 404',
      async run(context) {
        const serviceName = await context.fixture.givenService()
        const { functionName, ...body } = context.fixture.functionBody()
        const path = { serviceName, functionName: String(functionName) }
        context.expectError(await context.target.send(updateFunction, { path, body }), 'FunctionNotFound')
        context.expectAbsent(await context.target.send(getFunction, { path }))
      },
    }),
    check('new-code-changes-etag', {
      operation: updateFunction,
      level: 'core',
      clause: '004 UpdateFunction 200, Headers: ETag; Header If-Match',
      async run(context) {
        const { path, tag } = await givenCode(context, 'one')
        const body = toUpdate(context.fixture.code('the other'))
        const updated = await context.given(context.target.send(updateFunction, { path, body }))
        const after = await context.given(context.target.send(getFunction, { path }))
        const [second, third] = [updated, after].map((item) => readHeader(item.response, 'etag'))
        if (!tag || !second || !third) context.skip('a response has no ETag')
        const actual = `${tag} before, ${second} in the response, ${third} in the read`
        context.expectThat(
          tag !== second && tag !== third,
          { expected: 'another ETag for other code, also in the read', actual },
          updated,
        )
      },
    }),
    check('updated-code-is-returned', {
      operation: getFunctionCode,
      level: 'core',
      clause: `004 UpdateFunction 200; ${facts}`,
      async run(context) {
        const one = await givenCode(context, 'one')
        const before = await expectCode(context, one)
        const code = context.fixture.code('the other')
        await context.given(context.target.send(updateFunction, { path: one.path, body: toUpdate(code) }))
        await expectOther(context, before, { ...one, code })
      },
    }),
    check('recreated-function-returns-its-new-code', {
      operation: getFunctionCode,
      level: 'core',
      clause: `004 DeleteFunction 204; CreateFunction 200; ${facts}`,
      async run(context) {
        const one = await givenCode(context, 'one')
        const before = await expectCode(context, one)
        await context.given(context.target.send(deleteFunction, { path: one.path }))
        const code = context.fixture.code('the other')
        const body = { ...one.body, ...toUpdate(code) }
        await context.given(context.target.send(createFunction, { path: toParent(one.path), body }))
        await expectOther(context, before, { ...one, code })
      },
    }),
    check('same-name-functions-keep-their-own-code', {
      operation: getFunctionCode,
      level: 'core',
      clause: `004 GetFunctionCode, Path serviceName, functionName; ${facts}`,
      async run(context) {
        const one = await givenCode(context, 'one')
        const other = await givenCode(context, 'the other', { functionName: one.body.functionName })
        await expectOther(context, await expectCode(context, one), other)
        await expectCode(context, one)
        const third = context.fixture.code('the third of them')
        await context.given(context.target.send(updateFunction, { path: other.path, body: toUpdate(third) }))
        await expectCode(context, one)
      },
    }),
    check('update-keeps-code-of-function-with-same-code', {
      operation: updateFunction,
      level: 'core',
      clause: `004 UpdateFunction, Path functionName; ${facts}`,
      async run(context) {
        const one = await givenCode(context, 'one')
        const twin = await givenCode(context, 'one', {}, one.path.serviceName)
        const sums = await expectCode(context, one)
        const body = toUpdate(context.fixture.code('the other'))
        await context.given(context.target.send(updateFunction, { path: twin.path, body }))
        await expectCode(context, one, sums)
      },
    }),
  ]

  type FunctionPath = Path<'serviceName' | 'functionName'>

  /** A function and the code that it must have. */
  interface Coded {
    readonly path: FunctionPath
    readonly code: Code
  }

  /** The checksums of one code in the responses of two operations. Either may be absent. */
  interface Sums {
    readonly codeChecksum: unknown
    readonly checksum: unknown
  }

  async function givenCode(context: Context, result: string, fields: JsonObject = {}, service?: string) {
    const { fixture, given, target } = context
    const serviceName = service ?? (await fixture.givenService())
    const code = fixture.code(result)
    const body = fixture.functionBody({ ...toUpdate(code), ...fields })
    const created = await given(target.send(createFunction, { path: { serviceName }, body }))
    const path = { serviceName, functionName: String(body.functionName) }
    return { path, body, code, tag: readHeader(created.response, 'etag') }
  }

  /** Expects the size of this code, and its bytes at the URL. If `sums` is given, expects these checksums. */
  async function expectCode(context: Context, { path, code }: Coded, sums?: Sums): Promise<Sums> {
    const { target, expectResponse, expectPresent, expectFields } = context
    const read = await target.send(getFunction, { path })
    const { codeSize, codeChecksum } = expectPresent(read)
    const shown = { codeSize: code.bytes.length, ...(sums && { codeChecksum: sums.codeChecksum }) }
    expectFields(read, { codeSize, codeChecksum }, shown, 'absent-passes')
    const sent = await target.send(getFunctionCode, { path })
    const { checksum, url } = expectResponse(sent)
    if (sums) expectFields(sent, { checksum }, { checksum: sums.checksum }, 'absent-passes')
    const found = await download(context, url)
    if (found) expectDownload(context, sent, found, code.bytes)
    return { codeChecksum, checksum }
  }

  /** Expects this code, and checksums that differ from those of the previous code. */
  async function expectOther(context: Context, before: Sums, coded: Coded): Promise<void> {
    const after = await expectCode(context, coded)
    for (const field of ['codeChecksum', 'checksum'] as const) {
      const isOther = after[field] === undefined || after[field] !== before[field]
      const actual = `${field} ${String(after[field])} for both`
      context.expectThat(isOther, { expected: `another ${field} for other code`, actual })
    }
  }

  function toUpdate({ zipFile }: Code): JsonObject {
    return { code: { zipFile } }
  }

  function toParent({ serviceName }: FunctionPath) {
    return { serviceName }
  }
  return checks
}
