import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { subjects } from '../../contracts/mutants/subjects.ts'
import { toMutants } from '../../contracts/mutants/to-mutants.ts'
import { failsOn, type Proofs, toProvable } from '../../scripts/detection/proofs.ts'

const command = 'npm run detection -- --proofs --write'

/** Running all of them takes minutes. The command runs every one. */
const everyNth = 4

test.each(subjects.map((subject) => [subject.api.id, subject] as const))(
  'every check of %s has a mutant, and each fourth one is seen to fail on it',
  async (apiId, subject) => {
    const file = new URL(`./check-proofs/${apiId}.json`, import.meta.url)
    const proofs: Proofs = JSON.parse(await readFile(file, 'utf8'))
    const checks = toProvable(apiId)
    expect(Object.keys(proofs).toSorted(), `run ${command}`).toEqual(checks.map(({ id }) => id).toSorted())
    const mutants = new Map(toMutants(subject).map((mutant) => [mutant.id, mutant]))
    const passed: string[] = []
    for (const [index, check] of checks.entries()) {
      const mutant = mutants.get(proofs[check.id] ?? '')
      if (!mutant || (index % everyNth === 0 && !(await failsOn(apiId, check, mutant))))
        passed.push(`${check.id}: ${proofs[check.id]}`)
    }
    expect(passed, `run ${command}`).toEqual([])
  },
  300_000,
)
