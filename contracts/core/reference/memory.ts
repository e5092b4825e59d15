import type { Operation } from '../../../schemas/core/operation.ts'
import { isObject, type JsonObject } from '../assertions/expect-response.ts'
import type { CreatedResource } from '../cleanup/created-resource.ts'
import type { Input } from '../http/wire-request.ts'
import type { Known, PathValues, Surroundings } from './reference.ts'

/** The two servers that get every call. */
export interface Sides<T> {
  readonly target: T
  readonly reference: T
}

/** The knowledge of one sequence. */
export interface Memory {
  readonly known: Known
  readonly surroundings: Sides<Surroundings>
  /** The prefix of the names of this sequence. */
  readonly base: string
  /** Records the effect of a call that succeeded on both sides. */
  readonly learn: (operation: Operation, inputs: Sides<Input>, responses: Sides<JsonObject>) => void
  /** Remembers the values that a request gave to a resource. */
  readonly recordSent: (path: PathValues, body: unknown) => void
  /** Whether a request set this field of this resource to this value, in its present life or in any. */
  readonly isSent: (path: PathValues, field: string, value: unknown, life: 'present' | 'any') => boolean
  /** Pairs the values of the two sides. False if one of them already has another partner. */
  readonly pair: (scope: string, values: Sides<unknown>) => boolean
  /** Returns the first value of this key. */
  readonly settle: (key: string, value: unknown) => unknown
  /** The number of writes so far. */
  readonly epoch: () => number
  /** The number of deletions of this resource and its parents. */
  readonly lives: (path: PathValues) => number
  /** The key on the reference implementation that corresponds to a key of the target, within a parent. */
  readonly toReferenceName: (field: string, name: string, within: PathValues) => string | undefined
  readonly tags: (path: PathValues) => TagSeen[]
}

/** An ETag, its state, and when it was seen. */
export interface TagSeen {
  readonly tag: Sides<string>
  /** The documented fields of the response of the reference implementation, without times. */
  readonly state: string
  readonly epoch: number
}

export function createMemory(base: string, resources: readonly CreatedResource[], pooled: PathValues = {}): Memory {
  const made: { readonly create: string; readonly path: Sides<PathValues>; isAlive: boolean }[] = []
  const writes: { readonly operation: string; readonly path: PathValues }[] = []
  const removed: PathValues[] = []
  const sent = new Map<string, Set<string>>()
  const pairs = new Map<string, { readonly target: Map<string, string>; readonly reference: Map<string, string> }>()
  const settled = new Map<string, unknown>()
  const tags = new Map<string, TagSeen[]>()

  const toLives = (path: PathValues) => removed.filter((gone) => isWithin(path, gone)).length
  // A version or an alias shows values that were sent to the present state.
  const toOwner = ({ qualifier: _, ...path }: PathValues, life: number | 'any') => `${toKey(path)} ${life}`
  const record = (owner: string, body: unknown) => {
    if (Array.isArray(body)) for (const item of body) record(owner, item)
    if (!isObject(body)) return
    for (const [field, value] of Object.entries(body)) {
      const key = `${owner} ${field}`
      sent.set(key, (sent.get(key) ?? new Set()).add(toKey(value)))
      record(owner, value)
    }
  }
  const toSurroundings = (side: keyof Sides<unknown>): Surroundings => ({
    pooled,
    name: (word) => `${base}-${word}`,
    made: (create, within, index) =>
      made.filter((item) => item.create === create.id && isWithin(item.path[side], within)).at(-1 - index)?.path[side],
  })

  return {
    base,
    surroundings: { target: toSurroundings('target'), reference: toSurroundings('reference') },
    known: {
      alive: (create, within) =>
        made
          .filter(
            ({ isAlive, path, ...item }) => isAlive && item.create === create.id && isWithin(path.reference, within),
          )
          .map(({ path }) => path.reference),
      writesSince(operation, within) {
        const below = writes.filter(({ path }) => isWithin(path, within)).map((write) => write.operation)
        const last = below.lastIndexOf(operation.id)
        return last < 0 ? undefined : below.slice(last + 1)
      },
    },
    learn(operation, inputs, responses) {
      if (operation.method === 'get') return
      const created = resources.find(({ create }) => create.id === operation.id)
      const target = created?.toPath(inputs.target, responses.target)
      const reference = created?.toPath(inputs.reference, responses.reference)
      if (target && reference) made.push({ create: operation.id, path: { target, reference }, isAlive: true })
      const path = reference ?? inputs.reference.path ?? {}
      writes.push({ operation: operation.id, path })
      if (!resources.some(({ remove }) => remove?.id === operation.id)) return
      removed.push(path)
      for (const item of made) if (isWithin(item.path.reference, path)) item.isAlive = false
    },
    recordSent(path, body) {
      record(toOwner(path, toLives(path)), body)
      record(toOwner(path, 'any'), body)
    },
    isSent: (path, field, value, life) =>
      sent.get(`${toOwner(path, life === 'any' ? life : toLives(path))} ${field}`)?.has(toKey(value)) ?? false,
    pair(scope, values) {
      const of = pairs.get(scope) ?? { target: new Map(), reference: new Map() }
      pairs.set(scope, of)
      const [target, reference] = [toKey(values.target), toKey(values.reference)]
      if (!of.target.has(target) && !of.reference.has(reference)) {
        of.target.set(target, reference)
        of.reference.set(reference, target)
      }
      return of.target.get(target) === reference
    },
    settle(key, value) {
      if (!settled.has(key)) settled.set(key, value)
      return settled.get(key)
    },
    epoch: () => writes.length,
    lives: toLives,
    toReferenceName: (field, name, within) =>
      made.find(({ path }) => path.target[field] === name && isWithin(path.reference, within))?.path.reference[field],
    tags(path) {
      const key = toKey(path)
      const seen = tags.get(key) ?? []
      tags.set(key, seen)
      return seen
    },
  }
}

/** Whether a path is equal to another or below it. */
function isWithin(path: PathValues, above: PathValues): boolean {
  return Object.entries(above).every(([name, value]) => path[name] === value)
}

/** A JSON value as text that does not depend on the order of fields. */
export function toKey(value: unknown): string {
  return (
    JSON.stringify(value, (_, inner: unknown) =>
      isObject(inner) ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1))) : inner,
    ) ?? 'absent'
  )
}
