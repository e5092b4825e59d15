import { readObject } from '../assertions/expect-response.ts'
import { readHeader } from '../http/exchange.ts'
import type { Difference } from './compare-responses.ts'
import type { Step } from './draw.ts'
import { toKey } from './memory.ts'
import { toReadings } from './readings.ts'
import type { Reference } from './reference.ts'
import type { Sequence } from './sequence.ts'

/**
 * Tells which operation is at fault: the sequence is made once more, and after every write what it wrote is read and
 * listed. Where both readings differ from the model's, the write is at fault; where one does, that reading is. What can
 * only be listed is the list's fault.
 */
export async function blame(
  sequence: Sequence,
  steps: readonly Step[],
  reference: Reference,
  { operation }: Difference,
): Promise<string> {
  for (const step of steps) {
    const difference = await sequence.make({ ...step, reads: false })
    if (difference) return difference.operation
    const readings = toReadings(step, reference)
    const wrong: { readonly reading: Step; readonly difference: Difference }[] = []
    for (const reading of readings) {
      const found = await sequence.probe(reading)
      if (found) wrong.push({ reading, difference: found })
    }
    const [first] = wrong
    if (!first) continue
    const isBoth = readings.length > 1 && wrong.length === readings.length
    // Where nothing lists the kind, a reading that repeats itself is all that there is to go by.
    const isAlone = first.reading.body !== undefined && readings.length === 1
    const isTold = first.difference.isContradiction === true || isAlone
    const isWrites = isBoth || (isTold && (await isStable(sequence, first.reading, reference)))
    return isWrites ? step.call.operation.id : first.reading.call.operation.id
  }
  return operation
}

/** A reading that contradicts the write before it, and then repeats itself, tells the state: the write did not. */
async function isStable(sequence: Sequence, reading: Step, { fields }: Reference): Promise<boolean> {
  const read = async () => {
    await sequence.probe(reading)
    const target = sequence.trace.at(-1)?.target
    if (!target) return ''
    // Where a change is what reads, the time of the change is another each time.
    const told = Object.entries(readObject(target)).filter(
      ([field]) => reading.body === undefined || !fields.modified.includes(field),
    )
    return `${readHeader(target.response, 'etag')} ${toKey(Object.fromEntries(told))}`
  }
  const [one, other] = [await read(), await read()]
  return one === other
}
