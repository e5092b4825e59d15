import { type CheckSpec, checkWith, type ToCheck } from '../core/check.ts'
import type { Facts } from './facts.ts'
import { createFixture, type Fixture } from './fixtures.ts'

interface OwnFacts extends Facts {
  /** The checks cite clauses and quirks of source 004. This function returns those of the version. */
  readonly toOwnSpec: (spec: CheckSpec<Fixture>) => CheckSpec<Fixture>
}

export interface Fc extends OwnFacts {
  readonly check: ToCheck<Fixture>
}

export function toFc(facts: OwnFacts): Fc {
  const check = checkWith<Fixture>((context) => createFixture(facts, context))
  return { ...facts, check: (name, spec) => check(name, facts.toOwnSpec(spec)) }
}
