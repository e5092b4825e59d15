import { aliyunFc20160815 as api } from '../../schemas/aliyun-fc-2016-08-15/api.ts'
import { expectUnchanged, givenReading } from '../checks/readings.ts'
import { givenOne } from '../checks/sample.ts'
import { expectCrc64 } from '../core/assertions/code-checksum.ts'
import { readObject } from '../core/assertions/expect-response.ts'
import type { Check, CheckContext } from '../core/check.ts'
import { check } from './fc.ts'
import { textOfHighSum } from '../aliyun-fc/code-checksums.ts'
import type { Fixture } from '../aliyun-fc/fixtures.ts'
import { functionSample } from './samples.ts'

const { createFunction, updateFunction, getFunction } = api.operations

const core = { operation: createFunction, level: 'core' } as const

/** Size and checksum match the code. */
const codeChecks: readonly Check[] = [
  check('code-size-matches-the-code', {
    ...core,
    clause: '004 Definitions, FunctionResponse: codeSize',
    async run(context) {
      const { created, code } = await createWithCode(context, 'the size')
      const { codeSize } = readObject(created)
      if (codeSize === undefined) return context.note('codeSize in the response', 'absent')
      context.expectFields(created, { codeSize }, { codeSize: code.bytes.length }, 'absent-fails')
    },
  }),
  check('code-size-matches-the-code', {
    operation: getFunction,
    level: 'core',
    clause: '004 Definitions, FunctionResponse: codeSize',
    async run(context) {
      const { code, path } = await createWithCode(context, 'the size')
      const read = await context.target.send(getFunction, { path })
      const { codeSize } = context.expectPresent(read)
      if (codeSize === undefined) return context.note('codeSize in the response', 'absent')
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
      if (one === undefined) return context.note('codeChecksum in the response', 'absent')
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
      const { created, code } = await createWithCode(context, textOfHighSum)
      const { codeChecksum } = readObject(created)
      if (codeChecksum === undefined) context.skip('the response has no codeChecksum')
      expectCrc64(context, created, codeChecksum, code.bytes)
    },
  }),
]

/** A runtime name with a suffix is invalid. */
const runtimeChecks: readonly Check[] = [createFunction, updateFunction].map((operation) =>
  check('runtime-with-suffix-is-rejected', {
    operation,
    level: 'core',
    clause: `004 Definitions, ${operation === createFunction ? 'Function' : 'FunctionUpdateFields'}: runtime`,
    async run(context) {
      const { path, input } = await givenOne(context, functionSample)
      const before = await givenReading(context, getFunction, { path })
      for (const runtime of ['nodejs64', 'java81']) {
        const created = { ...input, body: context.fixture.functionBody({ runtime }) }
        const sent = operation === createFunction ? created : { path, body: { runtime } }
        context.expectError(await context.target.send(operation, sent), api.dialect.codes.invalid)
      }
      await expectUnchanged(context, getFunction, { path }, before)
    },
  }),
)

async function createWithCode({ target, fixture, given }: CheckContext<Fixture>, response: string) {
  const code = fixture.code(response)
  const serviceName = await fixture.givenService()
  const body = fixture.functionBody({ code: { zipFile: code.zipFile } })
  const created = await given(target.send(createFunction, { path: { serviceName }, body }))
  return { code, created, path: { serviceName, functionName: String(body.functionName) } }
}

/**
 * The checks of CreateFunction, and of the code in reads. Source: 004 CreateFunction; Definitions, Function and
 * FunctionResponse.
 */
export const createFunctionChecks: readonly Check[] = [...codeChecks, ...runtimeChecks]
