import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { subjects } from '../../contracts/mutants/subjects.ts'
import { toMutants } from '../../contracts/mutants/to-mutants.ts'
import { failsOn, type Proofs, toProvable } from '../../scripts/detection/proofs.ts'

const command = 'npm run detection -- --proofs --write'

/** Many checks wait, so several run at once. */
const atOnce = 20

test.each(subjects.map((subject) => [subject.api.id, subject] as const))(
  'every check of %s fails on a mutant',
  async (apiId, subject) => {
    const file = new URL(`./check-proofs/${apiId}.json`, import.meta.url)
    const proofs: Proofs = JSON.parse(await readFile(file, 'utf8'))
    const checks = toProvable(apiId)
    expect(Object.keys(proofs).toSorted(), `run ${command}`).toEqual(checks.map(({ id }) => id).toSorted())
    const mutants = new Map(toMutants(subject).map((mutant) => [mutant.id, mutant]))
    const waiting = checks.values()
    const passed: string[] = []
    const work = async () => {
      for (const check of waiting) {
        const mutant = mutants.get(proofs[check.id] ?? '')
        if (!mutant || !(await failsOn(apiId, check, mutant))) passed.push(`${check.id}: ${proofs[check.id]}`)
      }
    }
    await Promise.all(Array.from({ length: atOnce }, work))
    expect(passed, `run ${command}`).toEqual([])
  },
  300_000,
)
