/** A part of the mock's state. */
export interface Scope {
  /** `default` unless given. */
  readonly namespace?: string | undefined
  /** All accounts of the namespace unless given. */
  readonly account?: string | undefined
}
