import { z } from 'zod'
import { ControlError } from '../control/control-error.ts'
import { isNamespaceName } from '../namespace-name.ts'
import type { Namespace } from '../namespaces.ts'
import { isSortedMap } from '../sorted-map.ts'
import type { AccountStates, StateModel, States } from '../store.ts'
import { createRowDecoder } from './decode-rows.ts'
import { createRowEncoder } from './encode-rows.ts'

/** Identifies the format. */
const format = 'faas-contracts state'

/** The version of the format. It increases when older text can no longer be read correctly. */
const version = 1

/** A namespace in the text. */
export interface ReadNamespace {
  readonly name: string
  readonly states: States
  readonly ticks: number | undefined
}

/** Converts the states of namespaces to JSON text. */
export function toStateText(namespaces: readonly (Pick<Namespace, 'name' | 'ticks'> & { states: States })[]): string {
  const { encode, rows } = createRowEncoder()
  const written = namespaces.map(({ name, ticks, states }) => ({
    name,
    ticks: ticks(),
    states: [...states].map(([model, { base, own, first, others }]) => ({
      model: model.id,
      cell: encode({ base, own, first, others }),
    })),
  }))
  // The header comes first for human readers.
  return `${JSON.stringify({ format, version, namespaces: written, rows })}\n`
}

/**
 * Reads the text of states. Throws a {@link ControlError} if it is incomplete, in another format or version, or does
 * not match the models. `toBase` returns the initial root of a model.
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
          if (!model) throw new TypeError(`no served API has a state ${id}`)
          return [model, toAccountStates(decode(cell), toBase(model), id)]
        }),
      ),
    }))
  } catch (reason) {
    const words = reason instanceof z.ZodError ? 'its structure is invalid' : String(reason)
    throw new ControlError(`the state is damaged: ${words.replace(/^TypeError: /, '')}`, 'invalid', reason)
  }
}

function readHeader(text: string): unknown {
  let content: unknown
  try {
    content = JSON.parse(text)
  } catch (reason) {
    throw new ControlError('the state is incomplete or is not JSON', 'invalid', reason)
  }
  const header = Header.safeParse(content).data
  if (header?.format !== format) throw new ControlError(`this is not a state: its format is not "${format}"`)
  if (header.version !== version) {
    throw new ControlError(`the state has version ${header.version}, but this mock reads version ${version}`)
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
  if (!isSortedMap(others)) throw new TypeError(`${model}: the accounts must be a sorted map`)
  const states: AccountStates = { base: rest.base, own: own && { root: own.root }, first, others }
  for (const root of [states.base, ...(own ? [own.root] : []), ...[...others.entries()].map(([, other]) => other)]) {
    if (!isSimilar(root, base)) throw new TypeError(`${model}: the structure does not match this mock`)
  }
  return states
}

const AccountContent = z.object({
  base: z.unknown(),
  own: z.object({ root: z.unknown() }).optional(),
  first: z.string().optional(),
  others: z.custom<object>((value) => typeof value === 'object' && value !== null),
})

/** Whether two roots have the same members of the same kinds. Handlers wrote the contents, so they are not checked. */
function isSimilar(root: unknown, other: unknown): boolean {
  if (toKind(root) !== toKind(other)) return false
  if (toKind(root) !== 'object') return true
  const [members, others] = [Object.entries(root as object), new Map(Object.entries(other as object))] // the kind ensures this
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
