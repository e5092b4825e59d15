import type { Tolerance } from '../assertions/tolerance.ts'

/** Values that a target may accept or reject, because the source states two interpretations or none. */
export interface OpenProbes {
  /** Matches the names that the checks would have if the values were invalid: `rejects-direction-backward`. */
  readonly names: RegExp
  readonly tolerance: Tolerance
  readonly quirk?: string | undefined
}

export function findOpen(open: readonly OpenProbes[] | undefined, name: string): OpenProbes | undefined {
  return open?.find(({ names }) => names.test(name))
}

/** `rejects-direction-backward` becomes `handles-direction-backward`, because both responses pass. */
export function toOpenName(name: string): string {
  return name.replace(/^rejects-/, 'handles-')
}
