import { emptySortedMap, put, type SortedMap } from './sorted-map.ts'

/**
 * A kind of state. APIs that name the same model share one state: two versions of a product are two faces of one store.
 * The root is an immutable value; that is what makes snapshot, restore, fork and rollback a matter of one reference.
 * It is made of plain objects and lists, `SortedMap`, `Map`, bytes, and what JSON knows: so much can be exported.
 */
export interface StateModel<Root = unknown> {
  readonly id: string
  /** The root of an empty state; throws a `TypeError` where its part of `behaviour` is wrong. */
  readonly create: (behaviour?: Behaviour) => Root
}

/** How states shall behave beyond what the pages say: plain data of the user's, by the id of the model that reads it. */
export type Behaviour = Readonly<Record<string, unknown>>

/** The one mutable place: what holds the present root of a state while a request is returned. */
export interface Cell<Root = unknown> {
  current: Root
}

/** The states of a namespace, by model. */
export type States = ReadonlyMap<StateModel, AccountStates>

/**
 * One state for each account. Immutable. Requests that name no account share the state of the first account that was
 * named once there was something to share: with one account in use, all of its clients see the same.
 */
export interface AccountStates {
  /** What an account begins with. */
  readonly base: unknown
  /** The state of requests without an account, and of the first account; absent until something is stored. */
  readonly own: { readonly root: unknown } | undefined
  /** The first account that was named. */
  readonly first: string | undefined
  /** The states of the other accounts. */
  readonly others: SortedMap<unknown>
}

export function toAccountStates(base: unknown): AccountStates {
  return { base, own: undefined, first: undefined, others: emptySortedMap() }
}

/** The root of an account, or of requests that name none. */
export function readState(states: AccountStates, account: string | undefined): unknown {
  const other = toOther(states, account)
  if (other !== undefined) return states.others.get(other) ?? states.base
  return states.own ? states.own.root : states.base
}

/** With another root for an account. */
export function writeState(states: AccountStates, account: string | undefined, root: unknown): AccountStates {
  const other = toOther(states, account)
  if (other !== undefined) return { ...states, others: put(states.others, other, root) }
  return { ...states, own: { root }, first: states.first ?? account }
}

/** With the account as the first, where it is the first to be named since something was stored. */
export function nameAccount(states: AccountStates, account: string | undefined): AccountStates {
  return account !== undefined && states.own && states.first === undefined ? { ...states, first: account } : states
}

/** With the account at its beginning. The first account stays the one whose state requests without an account share. */
export function dropAccount(states: AccountStates, account: string): AccountStates {
  if (states.first !== account) return { ...states, others: states.others.without(account) }
  return { ...states, own: undefined }
}

/** With every root changed, that of accounts to come included. */
export function changeStates(states: AccountStates, change: (root: unknown) => unknown): AccountStates {
  const others = [...states.others.entries()]
  return {
    base: change(states.base),
    own: states.own && { root: change(states.own.root) },
    first: states.first,
    others: others.reduce((map, [account, root]) => put(map, account, change(root)), emptySortedMap<unknown>()),
  }
}

/** The account where it is another than the first. */
function toOther({ first }: AccountStates, account: string | undefined): string | undefined {
  return first === undefined || account === first ? undefined : account
}
