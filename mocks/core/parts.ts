import { type Authenticate, authenticate } from './auth/authenticate.ts'
import { type RespondToControl, respondToControl } from './control/control-api.ts'

/** Parts of the emulator that are arguments, so that a web page can load them when they are used. */
export interface EmulatorParts {
  readonly respondToControl: RespondToControl
  readonly authenticate: Authenticate
}

export const allParts: EmulatorParts = { respondToControl, authenticate }
