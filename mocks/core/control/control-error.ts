/** What the control plane was asked makes no sense, or names something that is not there. Nothing was changed. */
export class ControlError extends Error {
  override readonly name = 'ControlError'
}
