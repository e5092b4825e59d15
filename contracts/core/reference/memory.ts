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

/** What one sequence has learned so far. */
export interface Memory {
  readonly known: Known
  readonly surroundings: Sides<Surroundings>
  /** Begins the names of this sequence. */
  readonly base: string
  /** Writes down what a call that both sides returned with success has done. */
  readonly learn: (operation: Operation, inputs: Sides<Input>, responses: Sides<JsonObject>) => void
  /** Remembers the values that a request gave to a resource. */
  readonly hear: (path: PathValues, body: unknown) => void
  /** True where a request gave this resource, in its present life or in any, this value for a field of this name. */
  readonly isSent: (path: PathValues, field: string, value: unknown, life: 'present' | 'any') => boolean
  /** Pairs values of the two sides, each with one of the other side; false where one has another partner already. */
  readonly pair: (scope: string, values: Sides<unknown>) => boolean
  /** Returns the value that came first under this key. */
  readonly settle: (key: string, value: unknown) => unknown
  /** Counts the writes so far. */
  readonly epoch: () => number
  /** Counts the deletions of this resource and of what it was in. */
  readonly lives: (path: PathValues) => number
  /** The model's name for what the target calls so, within a parent. */
  readonly toReferenceName: (field: string, name: string, within: PathValues) => string | undefined
  readonly tags: (path: PathValues) => TagSeen[]
}

/** An ETag, the state that it stood for, and when it was seen. */
export interface TagSeen {
  readonly tag: Sides<string>
  /** The documented fields of the model's response, times left out. */
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
  // A version or an alias shows what the present state was given.
  const toOwner = ({ qualifier: _, ...path }: PathValues, life: number | 'any') => `${toKey(path)} ${life}`
  const hear = (owner: string, body: unknown) => {
    if (Array.isArray(body)) for (const item of body) hear(owner, item)
    if (!isObject(body)) return
    for (const [field, value] of Object.entries(body)) {
      const key = `${owner} ${field}`
      sent.set(key, (sent.get(key) ?? new Set()).add(toKey(value)))
      hear(owner, value)
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
    hear(path, body) {
      hear(toOwner(path, toLives(path)), body)
      hear(toOwner(path, 'any'), body)
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

/** A path that has every value of another is that one's, or below it. */
function isWithin(path: PathValues, above: PathValues): boolean {
  return Object.entries(above).every(([name, value]) => path[name] === value)
}

/** A JSON value as text, whatever the order of its fields. */
export function toKey(value: unknown): string {
  return (
    JSON.stringify(value, (_, inner: unknown) =>
      isObject(inner) ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1))) : inner,
    ) ?? 'absent'
  )
}
