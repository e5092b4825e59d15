import type { Outcome } from '../core/report/outcome.ts'
import type { RunSettings } from '../settings/settings.ts'

/** What travels between a run and the worker that vitest gives it. */
declare module 'vitest' {
  interface ProvidedContext {
    faasContracts: RunSettings
  }
  interface TaskMeta {
    faasContractsOutcome?: Outcome
  }
}
