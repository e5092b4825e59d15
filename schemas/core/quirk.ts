/** The aspects of a row that a quirk can explain as a difference. */
export type RowAspect =
  | 'name'
  | 'type'
  | 'required'
  | 'default'
  | 'enum'
  | 'limits'
  | 'example'
  | 'place'
  | 'errors'
  | 'schema'

/**
 * A contradiction within a source, between sources, or between a source and real clients, with a decision. The document
 * shows it as `x-quirk`. The emulator and the checks follow `does`.
 */
export interface Quirk {
  /** A letter and a number: `A4`. */
  readonly id: string
  /** The affected operations. Empty for the whole API. */
  readonly operations: readonly string[]
  /** What the source says. */
  readonly says: string
  /** What this project does. */
  readonly does: string
  /** `page:line` of the affected rows. */
  readonly source: readonly string[]
  /** The reason for the decision. */
  readonly decision: string
  /**
   * Intended differences between rows and the document: the differing aspects by `page:line`, or by location and name of a
   * parameter (`header Host`) for all its rows.
   */
  readonly differs?: Readonly<Record<string, readonly RowAspect[]>>
}

export function quirk(value: Quirk): Quirk {
  return value
}

/** Sorts quirks by letter, then by number: `A4` before `A11`. Without a locale, because loading one delays the start. */
export function byQuirkId(one: Quirk, other: Quirk): number {
  const [a, b] = [toSortable(one.id), toSortable(other.id)]
  return a < b ? -1 : a > b ? 1 : 0
}

function toSortable(id: string): string {
  return id.replace(/\d+/g, (digits) => digits.padStart(6, '0'))
}
