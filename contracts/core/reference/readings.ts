import type { Step } from './draw.ts'
import type { Reference, ReferenceCall } from './reference.ts'

/** A read and a list of the resource of a write. */
export function toReadings({ call, path, body }: Step, { kinds, calls }: Reference): readonly Step[] {
  const kind = kinds.find(({ writes }) => writes.some(({ id }) => id === call.operation.id))
  if (!kind) return []
  const find = (operation: ReferenceCall['operation'] | undefined) =>
    calls.find((other) => other.operation === operation)
  const [read, list] = [find(kind.read), find(kind.list)]
  const values = { ...path, ...body }
  const own = Object.fromEntries(kind.names.map((name) => [name, values[name]]))
  const parent = Object.fromEntries(Object.entries(own).filter(([name]) => name !== kind.names.at(-1)))
  const isKnown = Object.values(own).every((value) => value !== undefined)
  const none = { query: {}, headers: {}, isStray: true, reads: false }
  return [
    ...(read && isKnown ? [{ call: read, path: own, ...none, ...(kind.readBody && { body: kind.readBody }) }] : []),
    ...(list ? [{ call: list, path: parent, ...none }] : []),
  ]
}
