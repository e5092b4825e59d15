import { authScenarios } from './shared-suite/auth.ts'
import { controlScenarios } from './shared-suite/control.ts'
import { fcScenarios } from './shared-suite/fc.ts'
import { httpTriggerScenarios } from './shared-suite/http-triggers.ts'
import { listScenarios } from './shared-suite/lists.ts'
import { localFunctionScenarios } from './shared-suite/local-functions.ts'
import { nameScenarios } from './shared-suite/names.ts'
import { otherApiScenarios } from './shared-suite/other-apis.ts'
import { platformScenarios } from './shared-suite/platform.ts'
import { refusalScenarios } from './shared-suite/refusals.ts'
import type { Scenario } from './shared-suite/scenario.ts'

/** The scenarios that every adapter must pass. They run on every platform of the emulator. */
export const scenarios: readonly Scenario[] = [
  ...fcScenarios,
  ...listScenarios,
  ...refusalScenarios,
  ...nameScenarios,
  ...otherApiScenarios,
  ...httpTriggerScenarios,
  ...localFunctionScenarios,
  ...authScenarios,
  ...controlScenarios,
  ...platformScenarios,
]
