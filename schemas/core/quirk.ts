/** What of a row a quirk may set aside when the row is compared with the document. */
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
 * A place where the page contradicts itself, another page, or what real clients do, with the decision taken.
 * It stands in the document as `x-quirk`; the emulator and the checks honour `does`.
 */
export interface Quirk {
  /** Letter and number of the list of contradictions, for instance `A4`. */
  readonly id: string
  /** The operations that it touches; empty for the whole API. */
  readonly operations: readonly string[]
  /** What the page says. */
  readonly says: string
  /** What this project does. */
  readonly does: string
  /** `page:line` of every place involved. */
  readonly source: readonly string[]
  /** Why it was decided so. */
  readonly decision: string
  /** Rows whose place in the document differs on purpose: `page:line` of the row to the aspects that differ. */
  readonly differs?: Readonly<Record<string, readonly RowAspect[]>>
}

export function quirk(value: Quirk): Quirk {
  return value
}

/** Orders quirks by letter, then by number: `A4` comes before `A11`. No locale is asked: loading one delays the start. */
export function byQuirkId(one: Quirk, other: Quirk): number {
  const [a, b] = [toSortable(one.id), toSortable(other.id)]
  return a < b ? -1 : a > b ? 1 : 0
}

function toSortable(id: string): string {
  return id.replace(/\d+/g, (digits) => digits.padStart(6, '0'))
}
