import type { Difference } from './compare-answers.ts'
import type { Step } from './draw.ts'
import type { Model, ModelCall } from './model.ts'
import type { Sequence } from './sequence.ts'

/**
 * Tells which operation is at fault: the sequence is made once more, and after every write what it wrote is read and
 * listed. Where both readings differ from the model's, the write is at fault; where one does, that reading is.
 */
export async function blame(
  sequence: Sequence,
  steps: readonly Step[],
  model: Model,
  { operation }: Difference,
): Promise<string> {
  for (const step of steps) {
    const difference = await sequence.make(step)
    if (difference) return difference.operation
    const readings = toReadings(step, model)
    const wrong: string[] = []
    for (const reading of readings) {
      if (await sequence.probe(reading)) wrong.push(reading.call.operation.id)
    }
    const [first] = wrong
    if (first !== undefined) return wrong.length === readings.length ? step.call.operation.id : first
  }
  return operation
}

/** Reads and lists what a write is about. */
function toReadings({ call, path, body }: Step, { kinds, calls }: Model): readonly Step[] {
  const kind = kinds.find(({ writes }) => writes.some(({ id }) => id === call.operation.id))
  if (!kind) return []
  const find = (operation: ModelCall['operation'] | undefined) => calls.find((other) => other.operation === operation)
  const [read, list] = [find(kind.read), find(kind.list)]
  const values = { ...path, ...body }
  const own = Object.fromEntries(kind.names.map((name) => [name, values[name]]))
  const parent = Object.fromEntries(Object.entries(own).filter(([name]) => name !== kind.names.at(-1)))
  const isKnown = Object.values(own).every((value) => value !== undefined)
  const none = { query: {}, headers: {}, isStray: true }
  return [
    ...(read && isKnown ? [{ call: read, path: own, ...none }] : []),
    ...(list ? [{ call: list, path: parent, ...none }] : []),
  ]
}
