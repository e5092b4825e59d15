import type { Mutant } from '../../contracts/mutants/mutant.ts'
import { subjects } from '../../contracts/mutants/subjects.ts'
import { toMutants } from '../../contracts/mutants/to-mutants.ts'

const mutants = new Map<string, readonly Mutant[]>()

/** A mutant of an API by its id, such as `drop-field @ GetService 200 description`. Throws if it does not exist. */
export function findMutant(apiId: string, id: string): Mutant {
  const subject = subjects.find(({ api }) => api.id === apiId)
  const known = mutants.get(apiId) ?? (subject ? toMutants(subject) : [])
  mutants.set(apiId, known)
  const mutant = known.find((one) => one.id === id)
  if (!mutant) throw new Error(`${apiId} has no mutant ${id}`)
  return mutant
}
