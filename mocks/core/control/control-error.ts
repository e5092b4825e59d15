/**
 * What the control plane was asked makes no sense (`invalid`), or names something that is not there (`missing`).
 * Nothing was changed.
 */
export class ControlError extends Error {
  override readonly name = 'ControlError'
  readonly kind: 'invalid' | 'missing'

  constructor(message: string, kind: 'invalid' | 'missing' = 'invalid', cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause })
    this.kind = kind
  }
}
