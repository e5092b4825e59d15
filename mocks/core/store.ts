import { emptySortedMap, put, type SortedMap } from './sorted-map.ts'

/**
 * A kind of state. APIs with the same model share one state, for example two versions of a product. The root is an
 * immutable value, so snapshot, restore, fork and rollback only copy a reference. A root consists of plain objects,
 * lists, `SortedMap`, `Map`, bytes and JSON values, so that it can be exported.
 */
export interface StateModel<Root = unknown> {
  readonly id: string
  /** The root of an empty state. */
  readonly create: () => Root
  /**
   * Validates the part of the option `behaviour` that has the id of this model. Handlers get the result. It is no part
   * of the state, so it may contain functions. Throws a `TypeError`.
   */
  readonly readBehaviour?: (part: unknown) => unknown
  /** What the emulated service would have sent to other services. Default: it sends nothing. */
  readonly outbox?: Outbox<Root>
}

/** Methods, so that a model of any root is a `StateModel`. */
export interface Outbox<Root> {
  /** Oldest first. */
  read(root: Root): readonly OutboxEntry[]
  /** Returns the same root if there is nothing to clear. */
  clear(root: Root): Root
}

/** Something that the emulated service would have sent to another service. */
export interface OutboxEntry {
  /** ISO, UTC. */
  readonly time: string
  /** The setting that names the destination: `onSuccess`. */
  readonly reason: string
  readonly destination: string
  readonly body: unknown
}

/** Undocumented behaviour of the emulated service, by the id of the model that reads it. */
export type Behaviour = Readonly<Record<string, unknown>>

/** The only mutable value: it holds the current root of a state during a request. */
export interface Cell<Root = unknown> {
  current: Root
}

/** The states of a namespace, by model. */
export type States = ReadonlyMap<StateModel, AccountStates>

/**
 * One state for each account. Immutable. Requests without an account share the state of the first account that was
 * named after something was stored. If only one account is in use, all clients see the same state.
 */
export interface AccountStates {
  /** The initial root of an account. */
  readonly base: unknown
  /** The state of requests without an account and of the first account. Absent until something is stored. */
  readonly own: { readonly root: unknown } | undefined
  /** The first account that was named. */
  readonly first: string | undefined
  /** The states of the other accounts. */
  readonly others: SortedMap<unknown>
}

export function toAccountStates(base: unknown): AccountStates {
  return { base, own: undefined, first: undefined, others: emptySortedMap() }
}

/** The root of an account, or of requests without an account. */
export function readState(states: AccountStates, account: string | undefined): unknown {
  const other = toOther(states, account)
  if (other !== undefined) return states.others.get(other) ?? states.base
  return states.own ? states.own.root : states.base
}

/** Returns the states with another root for an account. */
export function writeState(states: AccountStates, account: string | undefined, root: unknown): AccountStates {
  const other = toOther(states, account)
  if (other !== undefined) return { ...states, others: put(states.others, other, root) }
  return { ...states, own: { root }, first: states.first ?? account }
}

/**
 * Returns the states with the account as the first account, if it is the first to be named since something was stored.
 */
export function nameAccount(states: AccountStates, account: string | undefined): AccountStates {
  return account !== undefined && states.own && states.first === undefined ? { ...states, first: account } : states
}

/** Returns the states with the account reset. The first account remains the first account. */
export function dropAccount(states: AccountStates, account: string): AccountStates {
  if (states.first !== account) return { ...states, others: states.others.without(account) }
  return { ...states, own: undefined }
}

/** Returns the states with every root changed, including the initial root of other accounts. */
export function changeStates(states: AccountStates, change: (root: unknown) => unknown): AccountStates {
  const others = [...states.others.entries()]
  return {
    base: change(states.base),
    own: states.own && { root: change(states.own.root) },
    first: states.first,
    others: others.reduce((map, [account, root]) => put(map, account, change(root)), emptySortedMap<unknown>()),
  }
}

/** The roots of one account, or of all accounts that stored something. */
export function readStates(states: AccountStates, account: string | undefined): readonly unknown[] {
  if (account !== undefined) return [readState(states, account)]
  return [...(states.own ? [states.own.root] : []), ...Array.from(states.others.entries(), ([, root]) => root)]
}

/** The account, if it is not the first account. */
function toOther({ first }: AccountStates, account: string | undefined): string | undefined {
  return first === undefined || account === first ? undefined : account
}
