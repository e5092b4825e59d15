import type { Operation } from '../../../schemas/core/operation.ts'
import type { Paging, Resource } from '../../../schemas/core/resource.ts'
import type { JsonObject } from '../../core/assertions/expect-response.ts'
import type { CoreContext } from '../../core/context.ts'
import { type Path, toResourcePath } from '../../core/resource-path.ts'
import { givenPath, givenSeveral, newRequest, type Sample, toKey, withKey } from '../sample.ts'

/** Entries that were created for one check, and how to list only them. */
export interface Listed {
  readonly path?: Path
  /** Selects the entries where the list has no parent. */
  readonly query: Readonly<Record<string, string>>
  /** The keys, in the order of creation; newest first where the list documents this order. */
  readonly names: readonly string[]
  /** What every key begins with. */
  readonly base: string
  /** The key that ends with this word. */
  readonly toName: (word: string) => string
  /** Creates one more, which most lists return before the others. */
  readonly add: () => Promise<void>
  readonly remove: (name: string) => Promise<void>
}

/** A list that is read in pages. */
export interface List {
  readonly operation: Operation
  readonly resource: Resource
  readonly entries: string
  readonly key: string
  /** The key of an entry, where it is only a part of the field. */
  readonly toKeyText?: (entry: JsonObject) => string
  readonly paging: Paging
  readonly order?: 'newest-first'
  /** Creates entries whose keys end with these words, in this order. */
  readonly arrange: (context: CoreContext, words: readonly string[]) => Promise<Listed>
}

/** The list of a resource, where the API has one with pages. */
export function toLists(sample: Sample): readonly List[] {
  const { resource } = sample
  const { list, create, remove, entries, key, paging, order, keyIn } = resource
  if (!list || !create || !remove || entries === undefined || !paging || keyIn === 'query') return []
  const arrange = keyIn === 'body' ? arrangeNamed : arrangeNumbered
  return [
    {
      operation: list,
      resource,
      entries,
      key,
      paging,
      ...(order && { order }),
      arrange: (context, words) => arrange(context, sample, words),
    },
  ]
}

/** The client chooses the keys. */
async function arrangeNamed(context: CoreContext, sample: Sample, words: readonly string[]): Promise<Listed> {
  const { create, remove, paging } = sample.resource
  if (!create || !remove) throw new TypeError(`a ${sample.resource.name} cannot be created and deleted`)
  const base = context.name()
  const first = await newRequest(context, sample)
  const toName = (word: string) => toKey(sample, `${base}-${word}`)
  const names = words.map(toName)
  const make = async (name: string) => {
    await context.given(context.target.send(create, withKey(sample, first, name)))
  }
  for (const name of names) await make(name)
  return {
    // Without a parent, a prefix excludes what else the account contains.
    ...(first.path ? { path: first.path, query: {} } : { query: { [paging?.prefix ?? 'prefix']: base } }),
    names,
    base,
    toName,
    add: () => make(toName('a0')),
    async remove(name) {
      const path = toResourcePath(sample.resource, withKey(sample, first, name)) ?? {}
      await context.given(context.target.send(remove, { path }))
    },
  }
}

/** The server generates the keys. */
async function arrangeNumbered(context: CoreContext, sample: Sample, words: readonly string[]): Promise<Listed> {
  const { remove, key } = sample.resource
  if (!remove || !sample.parent) throw new TypeError(`a ${sample.resource.name} has no parent, or cannot be deleted`)
  const path = await givenPath(context, sample.parent)
  const names = (await givenSeveral(context, sample, path, words.length)).map((made) => made[key] ?? '')
  return {
    path,
    query: {},
    names: sample.resource.order === 'newest-first' ? names.toReversed() : names,
    base: '',
    toName: (word) => word,
    add: async () => void (await givenSeveral(context, sample, path, 1)),
    async remove(name) {
      await context.given(context.target.send(remove, { path: { ...path, [key]: name } }))
    },
  }
}
