import { toResponseFields } from '../../../schemas/core/fields.ts'
import type { Operation } from '../../../schemas/core/operation.ts'
import type { Resource } from '../../../schemas/core/resource.ts'
import { toSuccessCitation } from '../../../schemas/core/source.ts'
import { fail } from '../assertions/expect.ts'
import { type Check, defineCheck } from '../check.ts'
import { type JudgedRule, judgedRules, type RuleFacts } from './judgement.ts'
import { type Role, toRoles } from './roles.ts'

const rules = Object.entries(judgedRules) as readonly (readonly [name: JudgedRule, facts: RuleFacts])[] // the entries of the object

/** Whether an operation can break a rule. A rule that is absent applies to every operation. */
const applies: { readonly [Rule in JudgedRule]?: (operation: Operation, role: Role | undefined) => boolean } = {
  'empty-response-has-no-content-type': ({ success }) => Object.values(success).some(({ schema }) => !schema),
  'fields-agree-with-other-operations': (operation, role) => role !== undefined && hasFields(operation),
  'etag-agrees-with-other-operations': hasTag,
  'etag-follows-state': (operation, role) => hasTag(operation, role) && role?.does === 'update',
  'times-have-documented-form': (operation) => hasFields(operation) && /[tT]ime|_modified/.test(toFieldText(operation)),
  'modified-time-never-decreases': hasModifiedTime,
  'times-are-of-one-clock': (operation, role) => isOf('create', 'update')(role) && hasModifiedTime(operation, role),
  'ids-are-never-reused': (_, role) => isOf('create')(role) && role?.resource.idField !== undefined,
  'list-contains-existing-resources': (_, role) => isOf('list')(role),
  'last-page-has-no-token': (_, role) => isOf('list')(role) && role?.resource.paging !== undefined,
}

/**
 * Checks that send nothing: each reports what the judge found in the responses of an operation. They run after all other
 * checks. The profile `documented` skips rules that no source states. `requestIdQuirk`: the quirk about the header with
 * the request id.
 */
export function toPassiveChecks(
  operations: readonly Operation[],
  resources: readonly Resource[],
  requestIdQuirk?: string,
): readonly Check[] {
  const roles = toRoles(resources)
  return operations.flatMap((operation) =>
    rules
      .filter(([name]) => applies[name]?.(operation, roles.get(operation.id)) ?? true)
      .map(([name, { level, observed }]) => {
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
            if (judgement)
              fail({ operation: operation.id, clause: check.clause }, judgement.finding, judgement.exchange)
          },
        })
        return { ...check, isPassive: true }
      }),
  )
}

function hasFields(operation: Operation): boolean {
  return Object.keys(toResponseFields(operation)).length > 0
}

function toFieldText(operation: Operation): string {
  return JSON.stringify(toResponseFields(operation))
}

function hasTag({ success }: Operation, role: Role | undefined): boolean {
  return role?.resource.etag !== undefined && Object.values(success).some(({ headers }) => 'ETag' in headers)
}

function hasModifiedTime(operation: Operation, role: Role | undefined): boolean {
  const field = role?.resource.times?.modified
  return field !== undefined && role?.does !== 'list' && field in toResponseFields(operation)
}

function isOf(...kinds: readonly Role['does'][]): (role: Role | undefined) => boolean {
  return (role) => role !== undefined && kinds.includes(role.does)
}
