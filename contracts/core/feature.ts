import type { Api } from '../../schemas/core/api.ts'
import { suggest } from '../../schemas/core/lib/suggest.ts'
import type { Contract } from './contract.ts'
import { WrongUseError } from './exit-codes.ts'
import type { CheckRef } from './report/outcome.ts'

/** The features that a target claims, and what it does not support. */
export interface FeatureClaims {
  /** If given, every other feature is not supported. */
  readonly supported?: readonly string[]
  /** Features and single operations. */
  readonly unsupported?: readonly string[]
}

/** The feature of a check. Default: the tag of its operation. */
export function toFeature(api: Api, check: Pick<CheckRef, 'feature' | 'operation'>): string {
  const operation = Object.values(api.operations).find(({ id }) => id === check.operation)
  return check.feature ?? operation?.tag ?? check.operation
}

/** Every feature that a target can claim: the tags of the API and the features of checks. */
function toFeatureNames({ api, checks }: Pick<Contract, 'api' | 'checks'>): readonly string[] {
  return [...new Set([...Object.keys(api.tags), ...checks.map((check) => toFeature(api, check))])]
}

/** The features and operations that a target does not support. Throws {@link WrongUseError} for an unknown name. */
export function toUnsupported(
  contract: Pick<Contract, 'api' | 'checks'>,
  { supported, unsupported = [] }: FeatureClaims,
): readonly string[] {
  const names = toFeatureNames(contract)
  const operations = Object.values(contract.api.operations).map(({ id }) => id)
  const claimed = supported && toFeatureList(contract, supported)
  const notSupported = toNames(contract, unsupported, names, operations)
  const both = notSupported.find((name) => claimed?.includes(name))
  if (both !== undefined) throw new WrongUseError(`the feature ${both} is both supported and unsupported`)
  const others = claimed ? names.filter((name) => !claimed.includes(name)) : []
  return [...new Set([...others, ...notSupported])]
}

/** The features with the exact names of the API. Throws {@link WrongUseError} for an unknown feature. */
export function toFeatureList(
  contract: Pick<Contract, 'api' | 'checks'>,
  requested: readonly string[],
): readonly string[] {
  return toNames(contract, requested, toFeatureNames(contract), [])
}

function toNames(
  { api }: Pick<Contract, 'api'>,
  requested: readonly string[],
  features: readonly string[],
  operations: readonly string[],
): readonly string[] {
  const names = [...features, ...operations]
  return requested.map((word) => {
    const name = names.find((other) => other.toLowerCase() === word.toLowerCase())
    if (name !== undefined) return name
    const kind = operations.length > 0 ? 'feature or operation' : 'feature'
    const hint = suggest(word, names) || `; its features are ${features.join(', ')}`
    throw new WrongUseError(`${api.id} has no ${kind} ${JSON.stringify(word)}${hint}`)
  })
}
