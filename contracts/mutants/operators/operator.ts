import type { createEdits } from '../edits.ts'
import type { Wrap } from '../mutant.ts'
import type { SiteKind, Sites } from '../sites/site.ts'

/** The functions of an API from which operators build their mutants. */
export type Kit = ReturnType<typeof createEdits<string>>

/** Breaks sites of one kind in one way. */
export interface Operator<Kind extends SiteKind = SiteKind> {
  /** In kebab case: `drop-field`. Unique. */
  readonly id: string
  readonly kind: Kind
  /** What the server does wrong, as a phrase that follows the name of the operation: `omits createdTime`. */
  readonly what: (site: Sites[Kind]) => string
  /** `observed`: only clients of the vendor depend on the rule. Default: what the site states. */
  readonly profile?: 'observed'
  /** Whether the operator can break this site, and a source forbids the result. Default: always. */
  readonly appliesTo?: (site: Sites[Kind]) => boolean
  readonly wrap: (site: Sites[Kind], kit: Kit) => Wrap
  /** The server verifies signatures, and the run signs its requests. */
  readonly auth?: true
}

/** Declares the operators of one kind of site. */
export function operatorsOn<Kind extends SiteKind>(
  kind: Kind,
  operators: Readonly<Record<string, Omit<Operator<Kind>, 'id' | 'kind'>>>,
): readonly Operator<Kind>[] {
  return Object.entries(operators).map(([id, operator]) => ({ ...operator, id, kind }))
}
