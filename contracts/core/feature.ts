import type { Api } from '../../schemas/core/api.ts'
import type { Contract } from './contract.ts'
import { WrongUseError } from './exit-codes.ts'
import type { CheckRef } from './report/outcome.ts'

/** The features that a target claims, and those that it does not support. */
export interface FeatureClaims {
  /** If given, every other feature is not supported. */
  readonly supported?: readonly string[]
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

/** The features that a target does not support. Throws {@link WrongUseError} for an unknown feature. */
export function toUnsupported(
  contract: Pick<Contract, 'api' | 'checks'>,
  { supported, unsupported = [] }: FeatureClaims,
): readonly string[] {
  const names = toFeatureNames(contract)
  const claimed = supported && toFeatureList(contract, supported)
  const notSupported = toFeatureList(contract, unsupported)
  const both = notSupported.find((name) => claimed?.includes(name))
  if (both !== undefined) throw new WrongUseError(`the feature ${both} is both supported and unsupported`)
  return claimed ? names.filter((name) => !claimed.includes(name)) : notSupported
}

/** The features with the exact names of the API. Throws {@link WrongUseError} for an unknown feature. */
export function toFeatureList(
  contract: Pick<Contract, 'api' | 'checks'>,
  requested: readonly string[],
): readonly string[] {
  const names = toFeatureNames(contract)
  return requested.map((word) => {
    const name = names.find((other) => other.toLowerCase() === word.toLowerCase())
    if (name !== undefined) return name
    throw new WrongUseError(`${contract.api.id} has no feature ${JSON.stringify(word)}; it has ${names.join(', ')}`)
  })
}
