import { findContract } from '../../contracts/apis.ts'
import type { Check } from '../../contracts/core/check.ts'
import { createRandom, toCaseSeed } from '../../contracts/core/seed.ts'
import type { Mutant } from '../../contracts/mutants/mutant.ts'
import { runSuite } from './run-suite.ts'

/** For each check, by its id, a mutant that it fails on. It shows that the check can fail. */
export type Proofs = Readonly<Record<string, string>>

/** The checks that need a proof. A test of the judge shows that each rule of the passive checks can be broken. */
export function toProvable(apiId: string): readonly Check[] {
  return findContract(apiId).checks.filter(({ isPassive }) => !isPassive)
}

/** Whether the check, run alone, fails on the mutant. */
export async function failsOn(
  apiId: string,
  { id }: Pick<Check, 'id'>,
  { wrap, auth }: Pick<Mutant, 'wrap' | 'auth'>,
): Promise<boolean> {
  const { outcomes } = await runSuite({ apiId, wrap, auth, fits: (check) => check.id === id })
  return outcomes.some(({ status }) => status === 'failed')
}

/** The id of a mutant that the check fails on. Mutants that are similar to the check come first. */
export async function findProof(apiId: string, check: Check, mutants: readonly Mutant[]): Promise<string | undefined> {
  for (const mutant of bySimilarity(mutants, check)) if (await failsOn(apiId, check, mutant)) return mutant.id
  return undefined
}

/** A mutant of the same operation is similar, and one whose id has words of the check. */
function bySimilarity(mutants: readonly Mutant[], { id, operation, clause, feature }: Check): readonly Mutant[] {
  const words = new Set(toWords(`${id} ${clause}`))
  const toRank = ({ id: own, kind, alsoNamed, ...mutant }: Mutant) => {
    const isOfFeature = (feature === 'Signature') === (kind === 'signature') ? 5 : 0
    const isOfOperation = mutant.operation === operation ? 3 : alsoNamed.includes(operation) ? 1 : 0
    const shared = toWords(own).filter((word) => words.has(word)).length
    return isOfFeature + isOfOperation + shared + createRandom(toCaseSeed(id, own))()
  }
  return mutants
    .map((mutant) => ({ mutant, rank: toRank(mutant) }))
    .toSorted((a, b) => b.rank - a.rank)
    .map(({ mutant }) => mutant)
}

function toWords(text: string): readonly string[] {
  return text.toLowerCase().split(/[^a-z0-9]+/)
}
