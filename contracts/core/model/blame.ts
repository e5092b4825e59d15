import { readHeader } from '../exchange.ts'
import type { Difference } from './compare-answers.ts'
import type { Step } from './draw.ts'
import type { Model } from './model.ts'
import { toReadings } from './readings.ts'
import type { Sequence } from './sequence.ts'

/**
 * Tells which operation is at fault: the sequence is made once more, and after every write what it wrote is read and
 * listed. Where both readings differ from the model's, the write is at fault; where one does, that reading is. What can
 * only be listed is the list's fault.
 */
export async function blame(
  sequence: Sequence,
  steps: readonly Step[],
  model: Model,
  { operation }: Difference,
): Promise<string> {
  for (const step of steps) {
    const difference = await sequence.make({ ...step, reads: false })
    if (difference) return difference.operation
    const readings = toReadings(step, model)
    const wrong: { readonly reading: Step; readonly difference: Difference }[] = []
    for (const reading of readings) {
      const found = await sequence.probe(reading)
      if (found) wrong.push({ reading, difference: found })
    }
    const [first] = wrong
    if (!first) continue
    const isBoth = readings.length > 1 && wrong.length === readings.length
    const isWrites = isBoth || (await isStable(sequence, first.reading, first.difference))
    return isWrites ? step.call.operation.id : first.reading.call.operation.id
  }
  return operation
}

/** A reading that contradicts the write before it, and then repeats itself, tells the state: the write did not. */
async function isStable(sequence: Sequence, reading: Step, { isContradiction }: Difference): Promise<boolean> {
  if (!isContradiction) return false
  const read = async () => {
    await sequence.probe(reading)
    const { headers, body } = sequence.trace.at(-1)?.target.response ?? { headers: [], body: new Uint8Array() }
    return `${readHeader({ headers }, 'etag')} ${new TextDecoder().decode(body)}`
  }
  const [one, other] = [await read(), await read()]
  return one === other
}
