import { readObject } from '../assertions/expect-response.ts'
import { readHeader } from '../http/exchange.ts'
import type { Difference } from './compare-responses.ts'
import type { Step } from './draw.ts'
import { toKey } from './memory.ts'
import { toReadings } from './readings.ts'
import type { Reference } from './reference.ts'
import type { Sequence } from './sequence.ts'

/**
 * Finds the operation that is wrong. The sequence is sent again, and each write is followed by a read and a list of its
 * resource. If both differ from the reference implementation, the write is wrong. If one differs, that read is wrong. If
 * the resource can only be listed, the list is wrong.
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
    // Without a list, a read that returns the same twice decides.
    const isAlone = first.reading.body !== undefined && readings.length === 1
    const isReported = first.difference.isContradiction === true || isAlone
    const isWrites = isBoth || (isReported && (await isStable(sequence, first.reading, reference)))
    return isWrites ? step.call.operation.id : first.reading.call.operation.id
  }
  return operation
}

/** A read that contradicts the write and then returns the same again shows the state, so the write is wrong. */
async function isStable(sequence: Sequence, reading: Step, { fields }: Reference): Promise<boolean> {
  const read = async () => {
    await sequence.probe(reading)
    const target = sequence.trace.at(-1)?.target
    if (!target) return ''
    // A read that is an update changes the time of the last change.
    const returned = Object.entries(readObject(target)).filter(
      ([field]) => reading.body === undefined || !fields.modified.includes(field),
    )
    return `${readHeader(target.response, 'etag')} ${toKey(Object.fromEntries(returned))}`
  }
  const [one, other] = [await read(), await read()]
  return one === other
}
