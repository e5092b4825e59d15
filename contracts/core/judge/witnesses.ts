import type { SchemaNode } from '../../../schemas/core/json-schema.ts'
import { bounds } from '../bounds.ts'
import { toText } from '../assertions/expect.ts'
import type { Exchange } from '../http/exchange.ts'
import { containsSent, isEmpty, isSameValue } from './is-same-value.ts'

/** What one operation returned, or what one request sent, for a field of a resource. */
export interface Witness {
  readonly value: unknown
  readonly exchange: Exchange
  /** The schema of a value that was sent. Absent for a value that was returned. */
  readonly sent?: SchemaNode
}

/** Two operations that return different values for the same field of the same state. */
export interface Conflict {
  readonly field: string
  /** The operation that returned another value than `other`. */
  readonly operation: string
  readonly other: string
  /** The values, as the text of a message. */
  readonly value: string
  readonly otherValue: string
  readonly exchange: Exchange
}

/**
 * Collects the values that operations return for the fields of resources, and finds the operation that disagrees with
 * the others.
 */
export interface Witnesses {
  /** The value of a field that an operation returned in a state. */
  readonly add: (key: string, field: string, operation: string, witness: Witness) => void
  /** The fields that are known of a resource. */
  readonly fieldsOf: (key: string) => readonly string[]
  /** Whether every known value of a field is empty. */
  readonly isEmpty: (key: string, field: string) => boolean
  readonly drop: (key: string, field: string) => void
  readonly keys: () => readonly string[]
  /** Drops every known value. Contradictions remain. */
  readonly clear: () => void
  readonly contradictions: () => readonly Conflict[]
}

export function createWitnesses(): Witnesses {
  const states = new Map<string, Map<string, Map<string, Witness>>>()
  const conflicts = new Map<string, Conflict>()
  /** The operations that agree with an operation about a field. */
  const agreements = new Map<string, Set<string>>()
  const agree = (field: string, operation: string, other: string) => {
    const key = `${field} ${operation}`
    agreements.set(key, (agreements.get(key) ?? new Set()).add(other))
  }
  const contradict = (
    field: string,
    operation: string,
    other: string,
    { value, exchange }: Witness,
    known: Witness,
  ) => {
    const id = `${field} ${operation} ${other}`
    if (conflicts.has(id)) return
    conflicts.set(id, { field, operation, other, value: toText(value), otherValue: toText(known.value), exchange })
  }
  return {
    add(key, field, operation, witness) {
      const [oldest] = states.keys()
      if (oldest !== undefined && !states.has(key) && states.size >= bounds.judgedResources) states.delete(oldest)
      const state = states.get(key) ?? new Map<string, Map<string, Witness>>()
      states.set(key, state)
      const witnesses = state.get(field) ?? new Map<string, Witness>()
      state.set(field, witnesses)
      for (const [other, known] of witnesses) {
        if (isSame(known, witness)) {
          agree(field, operation, other)
          agree(field, other, operation)
          continue
        }
        contradict(field, operation, other, witness, known)
        contradict(field, other, operation, known, witness)
      }
      witnesses.set(operation, witness)
    },
    fieldsOf: (key) => [...(states.get(key)?.keys() ?? [])],
    isEmpty: (key, field) => [...(states.get(key)?.get(field)?.values() ?? [])].every(({ value }) => isEmpty(value)),
    keys: () => [...states.keys()],
    clear: () => states.clear(),
    drop(key, field) {
      const state = states.get(key)
      state?.delete(field)
      if (state?.size === 0) states.delete(key)
    },
    contradictions() {
      const byField = new Map<string, Conflict[]>()
      for (const conflict of conflicts.values()) {
        const list = byField.get(conflict.field) ?? []
        byField.set(conflict.field, list)
        list.push(conflict)
      }
      return [...byField].flatMap(([field, list]) => {
        const operations = [...new Set(list.map(({ operation }) => operation))]
        const opponents = (operation: string) => list.filter((conflict) => conflict.operation === operation).length
        const supporters = (operation: string) => agreements.get(`${field} ${operation}`)?.size ?? 0
        // The operation with the most opponents is wrong, and of several the one with the fewest supporters.
        const [wrong] = operations.toSorted((a, b) => opponents(b) - opponents(a) || supporters(a) - supporters(b))
        return list.filter(({ operation }) => operation === wrong).slice(0, 1)
      })
    },
  }
}

function isSame(one: Witness, other: Witness): boolean {
  if (one.sent) return containsSent(other.value, one.value, one.sent)
  return other.sent ? containsSent(one.value, other.value, other.sent) : isSameValue(one.value, other.value)
}
