import type { StoredAlias, StoredService } from '../aliyun-fc/stored.ts'
import { findVersion } from '../aliyun-fc/versions.ts'
import type { ApiErrorOf } from '../core/handler.ts'

type Weights = StoredAlias['additionalVersionWeight']

/** Refuses an alias that would name a version that is not there, as its main version or with a weight. */
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
 * The version that one invocation goes to. `fraction` is from 0 up to, but not including, 1: each weight takes
 * its share of that range in turn, and the main version has the rest. No source has a rule for the sum.
 */
export function pickVersion({ versionId, additionalVersionWeight }: StoredAlias, fraction: number): string {
  let rest = fraction
  for (const [id, weight] of Object.entries(additionalVersionWeight ?? {})) {
    if (rest < weight) return id
    rest -= weight
  }
  return versionId
}

/** The fraction that an ETag's first 32 bits make: they are as random as the emulator's source of ids. */
export function toFraction(etag: string): number {
  return Number.parseInt(etag.slice(0, 8), 16) / 2 ** 32
}
