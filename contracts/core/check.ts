import type { Operation } from '../../schemas/core/operation.ts'
import type { CoreContext } from './context.ts'
import type { CheckRef, Level } from './report/outcome.ts'
import type { Signing } from './signing/signer.ts'

/** One rule of an API, and how to test it. */
export interface Check extends CheckRef {
  /** Why the check cannot run with these credentials. Undefined if it can. A plan of the run uses it, too. */
  readonly toSkipReason?: ((signing: Signing) => string | undefined) | undefined
  /** The check sends nothing and judges the responses of the other checks. It runs after them. */
  readonly isPassive?: true
  readonly run: (core: CoreContext) => Promise<void>
}

export interface CheckSpec<Fixture = unknown> {
  /** The operation that a failure is reported for. */
  readonly operation: Operation
  /** Source and place of the rule: `004 CreateFunction 409`. */
  readonly clause: string
  readonly level: Level
  /** The quirk with the interpretations that the check accepts. */
  readonly quirk?: string | undefined
  /** The feature that the target must support. Default: the tag of the operation. */
  readonly feature?: string
  readonly toSkipReason?: Check['toSkipReason']
  readonly run: (context: CheckContext<Fixture>) => Promise<void>
}

/** The tools of a check: the core context and the fixtures of the API. */
export type CheckContext<Fixture = unknown> = CoreContext & { readonly fixture: Fixture }

/** `name` is the rule that must hold, in kebab case: `duplicate-name-is-rejected`. */
export type ToCheck<Fixture> = (name: string, spec: CheckSpec<Fixture>) => Check

/** Defines a check that needs no fixture of its API. */
export function defineCheck(
  name: string,
  { run, ...spec }: Omit<CheckSpec, 'run'> & { readonly run: Check['run'] },
): Check {
  const { operation, clause, level, quirk, feature, toSkipReason } = spec
  return {
    id: `${operation.id} › ${name}`,
    name,
    operation: operation.id,
    clause,
    level,
    ...(quirk !== undefined && { quirk }),
    ...(feature !== undefined && { feature }),
    ...(toSkipReason && { toSkipReason }),
    run,
  }
}

/** Returns a `check` function that gives checks the fixtures of an API. */
export function checkWith<Fixture>(toFixture: (core: CoreContext) => Fixture): ToCheck<Fixture> {
  return (name, { run, ...spec }) =>
    defineCheck(name, { ...spec, run: (core) => run({ ...core, fixture: toFixture(core) }) })
}

/** A check without its functions, as outcomes contain it. */
export function toCheckRef({ id, name, operation, clause, level, quirk, feature }: CheckRef): CheckRef {
  return {
    id,
    name,
    operation,
    clause,
    level,
    ...(quirk !== undefined && { quirk }),
    ...(feature !== undefined && { feature }),
  }
}
