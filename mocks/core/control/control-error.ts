import { bounds } from '../bounds.ts'
import { cutText } from '../cut-text.ts'

/** A control request is invalid (`invalid`), or names something that does not exist (`missing`). It changed nothing. */
export class ControlError extends Error {
  override readonly name = 'ControlError'
  readonly kind: 'invalid' | 'missing'

  constructor(message: string, kind: 'invalid' | 'missing' = 'invalid', cause?: unknown) {
    super(cutText(message, bounds.messageLength), cause === undefined ? undefined : { cause })
    this.kind = kind
  }
}
