import type { Selection } from './select.ts'

/** What one run is told, as plain JSON: it travels to the worker that runs the checks. */
export interface RunSettings extends Selection {
  readonly apiId: string
  readonly baseUrl: string
  readonly seed: string
  readonly runId: string
  readonly timeoutMs: number
  readonly budgetMs: number
}

/** What a run does where nothing is said. */
export const defaults = {
  /** The same seed in every run, so that two runs of one version do the same. */
  seed: 'faas-contracts',
  /** Servers that start an instance on demand take seconds for the first answer. */
  timeoutMs: 10_000,
  /** Enough for every check against a server half a world away; short enough for a CI job. */
  budgetMs: 300_000,
} as const
