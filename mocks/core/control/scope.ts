/** A part of the mock's state. */
export interface Scope {
  /** Default: `default`. */
  readonly namespace?: string | undefined
  /** Default: all accounts of the namespace. */
  readonly account?: string | undefined
}
