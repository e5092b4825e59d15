/**
 * How values of states stand in a text: plain objects and lists, sorted maps, maps, bytes, and what JSON knows, besides
 * `undefined`, big integers and the numbers that JSON has not. Each object is a row, children before parents, so that
 * what two values share is shared again when it is read: a version holds the very functions of its service and must not
 * come back as a second copy.
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
 * A value in a row: what JSON knows as it is; `[index]` for an object, by its row; `['undefined']`, `['bigint', text]`
 * and `['number', text]` for the rest.
 */
export type Cell = null | boolean | number | string | readonly [number | string, string?]
