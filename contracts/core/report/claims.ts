import type { Api } from '../../../schemas/core/api.ts'
import { toFeature } from '../feature.ts'
import type { Claim, Report } from './model.ts'
import type { Outcome } from './outcome.ts'

/** The claims of a target: one for each level and each feature of the API. */
export function toClaims(api: Api, outcomes: readonly Outcome[], unsupported: readonly string[]): Report['claims'] {
  const names = [...new Set([...Object.keys(api.tags), ...outcomes.map(({ check }) => toFeature(api, check))])]
  const operations = Object.values(api.operations).map(({ id }) => id)
  const unsupportedOperations = unsupported.filter((name) => operations.includes(name))
  return {
    core: toClaim(outcomes.filter(({ check }) => check.level === 'core')),
    extended: toClaim(outcomes.filter(({ check }) => check.level === 'extended')),
    features: names.map((name) => {
      const claim = toClaim(outcomes.filter(({ check }) => toFeature(api, check) === name))
      const isLeftOut = unsupported.some((other) => other.toLowerCase() === name.toLowerCase())
      return { name, ...claim, ...(isLeftOut && { status: 'unsupported' as const }) }
    }),
    ...(unsupportedOperations.length > 0 && { unsupportedOperations }),
  }
}

/** Supported: at least one check passed, no check failed, and every check could run. */
function toClaim(outcomes: readonly Outcome[]): Claim {
  const count = (status: Outcome['status']) => outcomes.filter((outcome) => outcome.status === status).length
  const counts = {
    passed: count('passed'),
    failed: count('failed'),
    errored: count('errored'),
    skipped: count('skipped'),
  }
  if (counts.failed > 0) return { status: 'failing', ...counts }
  return { status: counts.passed > 0 && counts.errored === 0 ? 'supported' : 'unproven', ...counts }
}
