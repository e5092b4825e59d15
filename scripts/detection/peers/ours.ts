import { availableParallelism } from 'node:os'
import type { BenignMutant, Mutant } from '../../../contracts/mutants/mutant.ts'
import { performAll } from '../pool.ts'
import type { PeerRow } from './measure-peer.ts'

/** Runs this suite on the sample. As for the peers, a failed check that names the broken operation counts as detection. */
export async function measureOurs(
  apiId: string,
  mutants: readonly Mutant[],
  benign: readonly BenignMutant[],
): Promise<PeerRow> {
  const wholes = [
    { kind: 'whole', apiId } as const,
    ...benign.map(({ id }) => ({ kind: 'whole', apiId, benign: id }) as const),
  ]
  const runs = (await performAll(wholes, 1, () => undefined)).flatMap((done) => ('whole' in done ? [done.whole] : []))
  const conforming = runs.find(({ id }) => id === 'conforming')
  if (!conforming) throw new Error('the conforming server was not run')
  const known = conforming.findings.map(({ check }) => check)
  const tasks = mutants.map(({ id }) => ({ kind: 'mutant', apiId, id, known }) as const)
  const dones = await performAll(tasks, availableParallelism(), () => undefined)
  const found = dones.flatMap((done) => ('detection' in done ? [done.detection] : []))
  return {
    peer: 'this suite',
    version: '',
    configuration: '',
    notes: 'an empty server',
    command: 'npm run detection',
    detected: found.flatMap(({ id, detectedBy }) => (detectedBy === undefined ? [] : [{ id, by: [detectedBy] }])),
    missed: found.filter(({ detectedBy }) => detectedBy === undefined).map(({ id }) => id),
    falseAlarms: conforming.findings.map(({ check, actual }) => ({ operation: check, what: actual })),
    benignAlarms: runs.flatMap(({ id, findings }) =>
      id === 'conforming' ? [] : findings.map(({ check, actual }) => ({ id, operation: check, what: actual })),
    ),
    requests: conforming.requests,
    seconds: Math.round(conforming.ms / 1000),
  }
}
