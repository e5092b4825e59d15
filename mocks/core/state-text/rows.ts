/**
 * The text form of states. It supports plain objects, lists, sorted maps, maps, bytes and JSON values, and also
 * `undefined`, big integers and numbers that JSON lacks. Each object is a row, and children precede parents. Values
 * that were shared are shared again after reading. For example, a version shares the functions of its service and must
 * not become a second copy.
 */
export type Row =
  /** A plain object. */
  | { readonly o: Readonly<Record<string, Cell>> }
  /** A list. */
  | { readonly l: readonly Cell[] }
  /** A sorted map. */
  | { readonly s: readonly (readonly [string, Cell])[] }
  /** A map. */
  | { readonly m: readonly (readonly [Cell, Cell])[] }
  /** Bytes, in base64. */
  | { readonly b: string }

/**
 * A value in a row: a JSON value as it is, `[index]` of the row of an object, or `['undefined']`, `['bigint', text]` or
 * `['number', text]`.
 */
export type Cell = null | boolean | number | string | readonly [number | string, string?]
