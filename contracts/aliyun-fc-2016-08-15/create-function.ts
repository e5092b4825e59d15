import { aliyunFc20160815 as api } from '../../schemas/aliyun-fc-2016-08-15/api.ts'
import type { Check, CheckContext } from '../core/check.ts'
import { expectCrc64 } from '../core/assertions/code-checksum.ts'
import { toCrc64 } from '../../schemas/core/lib/crc64.ts'
import { readObject } from '../core/assertions/expect-response.ts'
import { check } from './check.ts'
import type { Fixture } from './fixtures.ts'

const { createFunction, getFunction } = api.operations

const core = { operation: createFunction, level: 'core' } as const

/** A function belongs to a service. */
const parentChecks: readonly Check[] = [
  check('same-name-in-two-services-is-accepted', {
    ...core,
    clause: '004 CreateFunction 200, 409',
    async run({ target, fixture, given, expectResponse }) {
      const [one, other] = [await fixture.givenService(), await fixture.givenService()]
      const body = fixture.functionBody()
      await given(target.send(createFunction, { path: { serviceName: one }, body }))
      expectResponse(await target.send(createFunction, { path: { serviceName: other }, body }))
    },
  }),
  check('function-is-stored-in-its-service-only', {
    ...core,
    clause: '004 CreateFunction, Path serviceName',
    async run({ target, fixture, given, expectAbsent }) {
      const [one, other] = [await fixture.givenService(), await fixture.givenService()]
      const body = fixture.functionBody()
      await given(target.send(createFunction, { path: { serviceName: one }, body }))
      const path = { serviceName: other, functionName: String(body.functionName) }
      expectAbsent(await target.send(getFunction, { path }))
    },
  }),
]

/** Size and checksum are the code's. */
const codeChecks: readonly Check[] = [
  check('code-size-matches-the-code', {
    ...core,
    clause: '004 Definitions, FunctionResponse: codeSize',
    async run(context) {
      const { created, code } = await createWithCode(context, 'the size')
      const { codeSize } = readObject(created)
      if (codeSize === undefined) return context.note('codeSize in the response', 'left out')
      context.expectFields(created, { codeSize }, { codeSize: code.bytes.length }, 'absent-fails')
    },
  }),
  check('code-size-matches-the-code', {
    operation: getFunction,
    level: 'core',
    clause: '004 Definitions, FunctionResponse: codeSize',
    async run(context) {
      const { created, code, path } = await createWithCode(context, 'the size')
      const functionName = String(readObject(created).functionName)
      const read = await context.target.send(getFunction, { path: { ...path, functionName } })
      const { codeSize } = context.expectPresent(read)
      if (codeSize === undefined) return context.note('codeSize in the response', 'left out')
      context.expectFields(read, { codeSize }, { codeSize: code.bytes.length }, 'absent-fails')
    },
  }),
  check('checksum-follows-the-code', {
    ...core,
    clause: '004 Definitions, FunctionResponse: codeChecksum',
    async run(context) {
      const responses = ['one', 'one', 'two']
      const sums: unknown[] = []
      for (const response of responses) {
        const { created } = await createWithCode(context, response)
        sums.push(readObject(created).codeChecksum)
      }
      const [one, again, two] = sums
      if (one === undefined) return context.note('codeChecksum in the response', 'left out')
      const actual = `checksums ${sums.map(String).join(', ')} for the codes ${responses.join(', ')}`
      const expected = 'one checksum for the same code and another for other code'
      context.expectThat(one === again && one !== two, { expected, actual })
    },
  }),
  check('checksum-is-crc64-of-the-code', {
    operation: createFunction,
    level: 'extended',
    clause: '004 Definitions, FunctionResponse: codeChecksum (crc64; the variant, that of XZ, is observed)',
    async run(context) {
      const { created, code } = await createWithCode(context, findTextOfHighSum(context.fixture))
      const { codeChecksum } = readObject(created)
      if (codeChecksum === undefined) context.skip('the response has no codeChecksum')
      expectCrc64(context, created, codeChecksum, code.bytes)
    },
  }),
]

/** A text whose code has a checksum with its top bit set: as a signed number it would be below zero. */
function findTextOfHighSum({ code }: Fixture): string {
  for (let count = 0; ; count += 1) {
    const text = `the checksum ${count}`
    if (BigInt(toCrc64(code(text).bytes)) >= 2n ** 63n) return text
  }
}

async function createWithCode({ target, fixture, given }: CheckContext<Fixture>, response: string) {
  const code = fixture.code(response)
  const path = { serviceName: await fixture.givenService() }
  const body = fixture.functionBody({ code: { zipFile: code.zipFile } })
  return { code, path, created: await given(target.send(createFunction, { path, body })) }
}

/** All checks of CreateFunction, and of what a read says of its code. Source: 004 CreateFunction; Definitions, Function and FunctionResponse. */
export const createFunctionChecks: readonly Check[] = [...parentChecks, ...codeChecks]
