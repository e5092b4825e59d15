import type { Operation } from '../../../schemas/core/operation.ts'
import { toSuccessCitation } from '../../../schemas/core/source.ts'
import { fail } from '../assertions/expect.ts'
import { type Check, defineCheck } from '../check.ts'
import type { Level } from '../report/outcome.ts'
import { judgedRules } from './judgement.ts'

const rules: readonly (readonly [name: string, rule: { readonly level: Level; readonly observed?: string }])[] =
  Object.entries(judgedRules)

/**
 * Checks that send nothing: each reports what the judge found in the responses of an operation. They run after all other
 * checks. The profile `documented` skips rules that no source states. `requestIdQuirk`: the quirk about the header with the request id.
 */
export function toPassiveChecks(operations: readonly Operation[], requestIdQuirk?: string): readonly Check[] {
  return operations.flatMap((operation) =>
    rules.map(([name, { level, observed }]) => {
      const clause = observed === undefined ? toSuccessCitation(operation) : `observed: ${observed}`
      const quirk = name.includes('request-id') ? requestIdQuirk : undefined
      const check = defineCheck(name, {
        operation,
        clause: quirk === undefined ? clause : `${clause} (quirk ${quirk})`,
        level,
        quirk,
        ...(name === 'no-response-has-undocumented-properties' && { feature: 'Listed properties' }),
        async run({ judge, skip, profile }) {
          if (observed !== undefined && profile === 'documented') return skip('no source states the rule')
          if (!judge.hasSeen(operation.id)) return skip('no response of the operation was seen')
          const judgement = judge.findings().find((found) => found.operation === operation.id && found.rule === name)
          if (judgement) fail({ operation: operation.id, clause: check.clause }, judgement.finding, judgement.exchange)
        },
      })
      return { ...check, isPassive: true }
    }),
  )
}
