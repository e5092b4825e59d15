import { aliyunFc20160815 } from '../../schemas/aliyun-fc-2016-08-15/api.ts'
import type { Operation } from '../../schemas/core/operation.ts'
import type { Path } from './fixtures.ts'
import { type Context, type Kind, toBody } from './kind.ts'
import { aliasKind, functionKind, serviceKind, triggerKind } from './kinds.ts'
import { givenVersions } from './versions.ts'

const { listVersions, deleteVersion } = aliyunFc20160815.operations

/** Entries that were made for one check, and how to list them and no others. */
export interface Listed {
  readonly path?: Path
  /** Selects the entries where the list cannot be of a parent of their own. */
  readonly query: { readonly prefix?: string }
  /** Their names in the order in which the list returns them. */
  readonly names: readonly string[]
  /** What their names begin with. */
  readonly base: string
  /** Makes one more, which most lists show before the others. */
  readonly add: () => Promise<void>
  /** Deletes one of them. */
  readonly remove: (name: string) => Promise<void>
}

/** A list, as a row of what differs between the five. */
export interface List {
  readonly operation: Operation
  readonly entries: string
  readonly nameField: string
  readonly hasPrefix: boolean
  /** Makes entries whose names end in these words, in the order of the words. */
  readonly arrange: (context: Context, words: readonly string[]) => Promise<Listed>
}

export const lists: readonly List[] = [
  ...[serviceKind, functionKind, triggerKind, aliasKind].map(toList),
  {
    operation: listVersions,
    entries: 'versions',
    nameField: 'versionId',
    hasPrefix: false,
    async arrange(context, words) {
      const serviceName = await context.fixture.givenService()
      const ids = await givenVersions(context, serviceName, words.length)
      return {
        path: { serviceName },
        query: {},
        names: ids.toReversed(),
        base: '',
        add: async () => void (await givenVersions(context, serviceName, 1)),
        async remove(versionId) {
          await context.given(context.target.send(deleteVersion, { path: { serviceName, versionId } }))
        },
      }
    },
  },
]

/** The list of a kind. */
export function toList(kind: Kind): List {
  return {
    operation: kind.list,
    entries: kind.entries,
    nameField: kind.nameField,
    hasPrefix: true,
    async arrange(context, words) {
      const base = context.name()
      const first = await kind.request(context)
      const names = words.map((word) => `${base}-${word}`)
      const toInput = (name: string) => ({ ...first, body: { ...toBody(first), [kind.nameField]: name } })
      const make = async (name: string) => {
        await context.given(context.target.send(kind.create, toInput(name)))
      }
      for (const name of names) await make(name)
      const listed = {
        names,
        base,
        add: () => make(`${base}-a0`),
        async remove(name: string) {
          await context.given(context.target.send(kind.remove, { path: kind.toPath(toInput(name)) ?? {} }))
        },
      }
      // Services have no parent: a prefix keeps what else is in the account out.
      return first.path ? { path: first.path, query: {}, ...listed } : { query: { prefix: base }, ...listed }
    },
  }
}
