import type { Tolerance } from '../assertions/tolerance.ts'

/** Values of which the page has two readings, or says nothing: some servers take them, and others refuse them. */
export interface OpenProbes {
  /** The names that checks of theirs would have if they had to be refused: `rejects-direction-backward`. */
  readonly names: RegExp
  readonly tolerance: Tolerance
  readonly quirk?: string | undefined
}

export function findOpen(open: readonly OpenProbes[] | undefined, name: string): OpenProbes | undefined {
  return open?.find(({ names }) => names.test(name))
}

/** `rejects-direction-backward` is `handles-direction-backward` where either response passes. */
export function toOpenName(name: string): string {
  return name.replace(/^rejects-/, 'handles-')
}
