import type { Fixtures } from '../core/fixtures/fixtures.ts'
import type { Selection } from '../run/select.ts'
import type { Credentials } from '../core/signing/credentials.ts'

/** `documented` insists on the page where it and real servers disagree; `observed` takes either. */
export type Profile = 'documented' | 'observed'

/** What a user may say of a run, on the command line and in a suite of their own. */
export interface RunChoices extends Selection {
  /** Seed of everything that is invented. */
  readonly seed?: string
  /** Longest wait for one response, in milliseconds. Default 10,000. */
  readonly timeoutMs?: number
  /** Longest time for all checks, in milliseconds. Default 300,000. */
  readonly budgetMs?: number
  /** How many checks run at once; in a suite vitest's `maxConcurrency` bounds it, too. Default 4; a fragile server may need 1. */
  readonly concurrency?: number
  /** What every invented name begins with. Default `fct`. */
  readonly namePrefix?: string
  /** `documented` insists on the page where it and real servers disagree. Default `observed`. */
  readonly profile?: Profile
  /** How long a write may take until every read sees it, in milliseconds. Default 0. */
  readonly consistencyMs?: number
  /** Operations, `GetFunction`, or places in their responses, `GetFunction#/layers`, that may have what nobody lists. */
  readonly allowUndocumented?: readonly string[]
  /** What the checks need to exist, by name: `{ serviceName: 'demo' }`. */
  readonly fixtures?: Readonly<Record<string, string | readonly string[]>>
  /** Signs every request; read them from the environment, never from a file of the project. */
  readonly credentials?: Credentials
  /** Account or project that requests are made for. */
  readonly account?: string
  /** Base URL of a server that is known to keep the contract, `faas-contracts mock` for one; without it the reference run is skipped. */
  readonly reference?: string
  /** How many random sequences of calls the reference run makes. Default 20. */
  readonly referenceRuns?: number
  /** Folder where the run writes down what it makes, so that a crash leaves nothing unknown; nowhere unless given. */
  readonly cleanupLogFolder?: string
  /** Whether what is made on the model is written down, too; one that lives no longer than the run needs no cleanup log. Default true. */
  readonly keepsReferenceLog?: boolean
  /** Whether outcomes carry every exchange; only reports need them, and they are many. Default true. */
  readonly keepsTraffic?: boolean
}

/** What is always said of one run, its defaults filled in. */
type Settled =
  | 'seed'
  | 'timeoutMs'
  | 'budgetMs'
  | 'concurrency'
  | 'namePrefix'
  | 'profile'
  | 'consistencyMs'
  | 'allowUndocumented'
  | 'keepsTraffic'

/** What one run is told, as plain JSON: it travels to the worker that runs the checks. */
export interface RunSettings extends Omit<RunChoices, Settled | 'fixtures'>, Required<Pick<RunChoices, Settled>> {
  readonly apiId: string
  readonly baseUrl: string
  readonly runId: string
  /** Features that the target does not claim; their checks are skipped. */
  readonly unsupported: readonly string[]
  /** Features that the target is said to have. */
  readonly claimed: readonly string[]
  readonly fixtures: Fixtures
}

/** What a run does where nothing is said. */
export const defaults = {
  /** The same seed in every run, so that two runs of one version do the same. */
  seed: 'faas-contracts',
  /** Servers that start an instance on demand take seconds for the first response. */
  timeoutMs: 10_000,
  /** Enough for every check against a server half a world away; short enough for a CI job. */
  budgetMs: 300_000,
  /**
   * Checks share nothing: each has names of its own, keeps to a prefix where a list is everyone's, and holds alone what
   * is lent. Four hide the way to a server; more load a small one without being faster.
   */
  concurrency: 4,
  namePrefix: 'fct',
  /** Two seconds against a server on the same machine. */
  referenceRuns: 20,
  /** Clients of today live with both readings of a quirk. */
  profile: 'observed',
  /** A write is seen at once unless a team says otherwise. */
  consistencyMs: 0,
} as const
