import type { Operation } from '../../schemas/core/operation.ts'
import type { CoreContext } from './context.ts'
import type { CheckRef, Level } from './report/outcome.ts'

/** One promise of an API, and how to try it. */
export interface Check extends CheckRef {
  readonly run: (core: CoreContext) => Promise<void>
}

export interface CheckSpec<Fixture> {
  /** The operation that is at fault when the check fails. */
  readonly operation: Operation
  /** Page and place of the promise: `004 CreateFunction 409`. */
  readonly clause: string
  readonly level: Level
  /** The quirk whose readings the check accepts. */
  readonly quirk?: string
  /** What a target must support for the check to apply; the tag of the operation where nothing is said. */
  readonly feature?: string
  readonly run: (context: CheckContext<Fixture>) => Promise<void>
}

/** What a check works with: the core's tools, and its API's own fixtures. */
export type CheckContext<Fixture> = CoreContext & { readonly fixture: Fixture }

/** Names a check, in kebab case, as the end of a sentence that starts with the operation. */
export type ToCheck<Fixture> = (name: string, spec: CheckSpec<Fixture>) => Check

/** Makes the `check` function of an API, whose checks all get fixtures of one kind. */
export function checkWith<Fixture>(toFixture: (core: CoreContext) => Fixture): ToCheck<Fixture> {
  return (name, { operation, clause, level, quirk, feature, run }) => ({
    id: `${operation.id} › ${name}`,
    name,
    operation: operation.id,
    clause,
    level,
    ...(quirk !== undefined && { quirk }),
    ...(feature !== undefined && { feature }),
    run: (core) => run({ ...core, fixture: toFixture(core) }),
  })
}
