import { expectCrc64 } from '../core/assertions/code-checksum.ts'
import type { Check } from '../core/check.ts'
import type { Fc } from './fc.ts'

/** The text of a code whose checksum has the highest bit set. As a signed number, the checksum would be negative. */
export const textOfHighSum = 'archive 0'

/** The texts of codes whose checksums differ in sign as signed numbers, and in their number of digits. */
export const textsOfSums = [textOfHighSum, 'archive 1', 'archive 87', 'archive 3'] as const

/** Every operation returns the checksum of a code as the same text. */
export function toCodeChecksumChecks(fc: Fc): readonly Check[] {
  const { check } = fc
  const { createFunction, updateFunction, getFunction, getFunctionCode } = fc.operations

  const checks: readonly Check[] = [
    check('checksums-are-the-same-decimal-text', {
      operation: getFunctionCode,
      level: 'core',
      clause:
        '004 Definitions, FunctionCodeResponse: checksum; FunctionResponse: codeChecksum (the variant is observed)',
      async run(context) {
        const { target, fixture, given, expectFields } = context
        const serviceName = await fixture.givenService()
        // Each function is created with one code and updated with another.
        for (const texts of [textsOfSums, textsOfSums.toReversed()]) {
          const codes = texts.map((text) => fixture.code(text))
          const { functionName, ...body } = fixture.functionBody()
          const path = { serviceName, functionName: String(functionName) }
          for (const [index, { zipFile, bytes }] of codes.slice(0, 3).entries()) {
            const changed = { ...body, code: { zipFile } }
            const sent = await given(
              index === 0
                ? target.send(createFunction, { path: { serviceName }, body: { functionName, ...changed } })
                : target.send(updateFunction, { path, body: { code: changed.code } }),
            )
            const read = await target.send(getFunction, { path })
            const code = await target.send(getFunctionCode, { path })
            const { codeChecksum } = context.expectPresent(read)
            const { checksum } = context.expectResponse(code)
            if (codeChecksum === undefined) context.skip('the response has no codeChecksum')
            expectFields(code, { checksum }, { checksum: codeChecksum }, 'absent-passes')
            expectFields(sent, context.expectResponse(sent), { codeChecksum }, 'absent-passes')
            expectCrc64(context, read, codeChecksum, bytes)
          }
        }
      },
    }),
  ]
  return checks
}
