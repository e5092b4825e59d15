import { z } from 'zod'
import { ControlError } from '../control/control-error.ts'
import { isNamespaceName } from '../namespace-name.ts'
import type { Namespace } from '../namespaces.ts'
import { isSortedMap } from '../sorted-map.ts'
import type { AccountStates, StateModel, States } from '../store.ts'
import { createRowDecoder } from './decode-rows.ts'
import { createRowEncoder } from './encode-rows.ts'

/** What the text says that it is. */
const format = 'faas-contracts state'

/** Of the text. It is raised with every change after which an older text would be read wrongly. */
const version = 1

/** A namespace as a text has it. */
export interface ReadNamespace {
  readonly name: string
  readonly states: States
  readonly ticks: number | undefined
}

/** The states of some namespaces as JSON text. */
export function toStateText(namespaces: readonly Namespace[]): string {
  const { encode, rows } = createRowEncoder()
  const written = namespaces.map(({ name, ticks, states }) => ({
    name,
    ticks: ticks(),
    states: [...states].map(([model, { base, own, first, others }]) => ({
      model: model.id,
      cell: encode({ base, own, first, others }),
    })),
  }))
  // The header comes first, for whoever looks into the file.
  return `${JSON.stringify({ format, version, namespaces: written, rows })}\n`
}

/**
 * Reads such a text. Throws a {@link ControlError} that says what is wrong where it is not whole, not ours, of another
 * version, or does not fit the models. `toBase` gives the root that a model begins with now.
 */
export function readStateText(
  text: string,
  models: readonly StateModel[],
  toBase: (model: StateModel) => unknown,
): ReadNamespace[] {
  const content = readHeader(text)
  try {
    const { namespaces, rows } = Content.parse(content)
    const decode = createRowDecoder(rows)
    return namespaces.map(({ name, ticks, states }) => ({
      name,
      ticks,
      states: new Map(
        states.map(({ model: id, cell }) => {
          const model = models.find((candidate) => candidate.id === id)
          if (!model) throw new TypeError(`nothing that is served keeps a state ${id}`)
          return [model, toAccountStates(decode(cell), toBase(model), id)]
        }),
      ),
    }))
  } catch (reason) {
    const words = reason instanceof z.ZodError ? 'its parts are not where they belong' : String(reason)
    throw new ControlError(`the state is damaged: ${words.replace(/^TypeError: /, '')}`, 'invalid', reason)
  }
}

function readHeader(text: string): unknown {
  let content: unknown
  try {
    content = JSON.parse(text)
  } catch (reason) {
    throw new ControlError('the state is not whole: it is no JSON, or breaks off', 'invalid', reason)
  }
  const header = Header.safeParse(content).data
  if (header?.format !== format) throw new ControlError(`this is no state: it does not say "${format}"`)
  if (header.version !== version) {
    throw new ControlError(`the state has version ${header.version}, and this mock reads version ${version}`)
  }
  return content
}

const Header = z.object({ format: z.string(), version: z.number() })

const Content = z.object({
  namespaces: z.array(
    z.object({
      name: z.string().refine(isNamespaceName),
      ticks: z.int().min(0).optional(),
      states: z.array(z.object({ model: z.string(), cell: z.unknown() })),
    }),
  ),
  rows: z.unknown(),
})

function toAccountStates(value: unknown, base: unknown, model: string): AccountStates {
  const { own, first, others, ...rest } = AccountContent.parse(value)
  if (!isSortedMap(others)) throw new TypeError(`${model}: the accounts are no sorted map`)
  const states: AccountStates = { base: rest.base, own: own && { root: own.root }, first, others }
  for (const root of [states.base, ...(own ? [own.root] : []), ...[...others.entries()].map(([, other]) => other)]) {
    if (!isSimilar(root, base)) throw new TypeError(`${model}: is not built as this mock builds it`)
  }
  return states
}

const AccountContent = z.object({
  base: z.unknown(),
  own: z.object({ root: z.unknown() }).optional(),
  first: z.string().optional(),
  others: z.custom<object>((value) => typeof value === 'object' && value !== null),
})

/** Whether a root has the members of another, each of the same kind: what is in them, handlers wrote. */
function isSimilar(root: unknown, other: unknown): boolean {
  if (toKind(root) !== toKind(other)) return false
  if (toKind(root) !== 'object') return true
  const [members, others] = [Object.entries(root as object), new Map(Object.entries(other as object))] // their kind says so
  return (
    members.length === others.size && members.every(([name, member]) => toKind(member) === toKind(others.get(name)))
  )
}

function toKind(value: unknown): string {
  if (typeof value !== 'object' || value === null) return value === null ? 'null' : typeof value
  if (isSortedMap(value)) return 'sorted map'
  if (Array.isArray(value)) return 'list'
  return value instanceof Map ? 'map' : value instanceof Uint8Array ? 'bytes' : 'object'
}
