import type { RowAspect } from '../quirk.ts'

/** A difference between a row and its place in the document. */
export interface Difference {
  readonly aspect: RowAspect
  readonly source: unknown
  readonly document: unknown
}
