import type { Operation } from '../../../schemas/core/operation.ts'
import { toSuccessCitation } from '../../../schemas/core/source.ts'
import { fail } from '../assertions/expect.ts'
import { type Check, defineCheck } from '../check.ts'
import { judgedRules } from './judgement.ts'

/**
 * Checks that send nothing: each reports what the judge found in the responses of an operation. They run after all other
 * checks.
 */
export function toPassiveChecks(operations: readonly Operation[]): readonly Check[] {
  return operations.flatMap((operation) => {
    const clause = toSuccessCitation(operation)
    return Object.entries(judgedRules).map(([rule, level]) => ({
      ...defineCheck(rule, {
        operation,
        clause,
        level,
        ...(rule === 'no-response-has-undocumented-properties' && { feature: 'Listed properties' }),
        async run({ judge, skip }) {
          if (!judge.hasSeen(operation.id)) return skip('no response of the operation was seen')
          const judgement = judge.findings().find((found) => found.operation === operation.id && found.rule === rule)
          if (judgement) {
            const { finding, exchange } = judgement
            fail({ operation: operation.id, clause }, finding, exchange)
          }
        },
      }),
      isPassive: true as const,
    }))
  })
}
