import type { StoredAlias, StoredService } from './stored.ts'
import { findVersion } from './versions.ts'
import type { ApiErrorOf } from '../core/handler.ts'

type Weights = StoredAlias['additionalVersionWeight']

/** Rejects an alias whose main version or weighted version does not exist. */
export function refuseUnknownVersions(
  service: StoredService,
  versionId: string | undefined,
  weights: Weights,
  apiError: ApiErrorOf<'VersionNotFound'>,
): void {
  if (versionId !== undefined) findVersion(service, versionId, apiError)
  for (const id of Object.keys(weights ?? {})) findVersion(service, id, apiError)
}

/**
 * The version that handles one invocation. `fraction` is at least 0 and less than 1. Each weight takes its share of
 * this range, and the main version takes the rest. No source limits the sum of the weights.
 */
export function pickVersion({ versionId, additionalVersionWeight }: StoredAlias, fraction: number): string {
  let rest = fraction
  for (const [id, weight] of Object.entries(additionalVersionWeight ?? {})) {
    if (rest < weight) return id
    rest -= weight
  }
  return versionId
}

/** A fraction from the first 32 bits of an ETag. ETags are as random as the ids of the emulator. */
export function toFraction(etag: string): number {
  return Number.parseInt(etag.slice(0, 8), 16) / 2 ** 32
}
