import type { Random } from '../../schemas/core/lib/random.ts'
import { bounds } from './bounds.ts'
import { type Clock, type SettableClock, settableClock } from './clock.ts'
import { ControlError } from './control/control-error.ts'
import { deterministicSources, type Sources } from './deterministic.ts'
import type { ChangeLater } from './handler.ts'
import type { Ids } from './ids.ts'
import {
  type AccountStates,
  nameAccount,
  readState,
  type StateModel,
  type States,
  toAccountStates,
  writeState,
} from './store.ts'

/** An isolated part of the mock with its own states and clock and, in a deterministic run, its own ids. */
export interface Namespace {
  readonly name: string
  readonly clock: SettableClock
  readonly ids: Ids
  readonly random: Random
  /** Called for every request. */
  readonly tick: () => void
  /** The number of requests so far, if requests are counted. */
  readonly ticks: () => number | undefined
  /** By state model. Models without an entry have their initial state. */
  states: Map<StateModel, AccountStates>
}

export interface NamespaceOptions {
  readonly clock: Clock
  readonly authNow: () => number
  readonly ids: Ids
  readonly random: Random
  readonly deterministic: number | string | undefined
  /** The initial root of a state model. */
  readonly toBase: (model: StateModel) => unknown
}

/** All namespaces. Unused namespaces are removed after a while. */
export interface Namespaces {
  /** Returns the namespace with a name, and creates it if necessary. Throws a `ControlError` if there are too many. */
  readonly open: (name: string) => Namespace
  /** Returns the namespace with a name if it exists. */
  readonly find: (name: string) => Namespace | undefined
  /** The namespaces that contain stored state. */
  readonly all: () => Namespace[]
  /** Removes a namespace, so that it starts again. */
  readonly drop: (name: string) => void
  readonly dropAll: () => void
  /** Replaces a namespace with one that continues after the requests of an earlier run. */
  readonly resume: (name: string, states: States, ticks: number | undefined) => void
  readonly read: (namespace: Namespace, model: StateModel, account: string | undefined) => unknown
  readonly write: (namespace: Namespace, model: StateModel, account: string | undefined, root: unknown) => void
  /** Returns how to change a root later, unless the states of the namespace were replaced in the meantime. */
  readonly toChangeLater: (namespace: Namespace, model: StateModel, account: string | undefined) => ChangeLater<unknown>
  readonly statesOf: (namespace: Namespace, model: StateModel) => AccountStates
  /** Keeps a namespace permanently, even if it has no stored state. */
  readonly hold: (namespace: Namespace) => void
  /** Changes the states of some models. */
  readonly update: (namespace: Namespace, states: Iterable<readonly [StateModel, AccountStates]>) => void
  /** Replaces the states of a namespace. */
  readonly replace: (namespace: Namespace, states: States) => void
  /** The number of state changes so far. */
  readonly revision: () => number
}

export function createNamespaces(options: NamespaceOptions): Namespaces {
  const held = new Map<string, Namespace>()
  const idle = new Map<string, Namespace>()
  let revision = 0

  function open(name: string): Namespace {
    const known = held.get(name) ?? idle.get(name)
    if (known) return known
    if (held.size >= bounds.namespaces) {
      throw new ControlError(
        `there are already ${bounds.namespaces} namespaces with state; reset those that you no longer use`,
      )
    }
    const made = createNamespace(name, options)
    idle.set(name, made)
    const [oldest] = idle.keys()
    if (idle.size > bounds.idleNamespaces && oldest !== undefined) idle.delete(oldest)
    return made
  }

  function hold(namespace: Namespace): void {
    revision += 1
    if (idle.delete(namespace.name)) held.set(namespace.name, namespace)
  }

  function set(namespace: Namespace, model: StateModel, states: AccountStates): void {
    namespace.states.set(model, states)
    hold(namespace)
  }

  const find = (name: string) => held.get(name) ?? idle.get(name)

  function read(namespace: Namespace, model: StateModel, account: string | undefined): unknown {
    const states = namespace.states.get(model)
    if (!states) return options.toBase(model)
    const named = nameAccount(states, account)
    if (named !== states) set(namespace, model, named)
    return readState(named, account)
  }

  function write(namespace: Namespace, model: StateModel, account: string | undefined, root: unknown): void {
    set(namespace, model, writeState(statesOf(namespace, model), account, root))
  }

  function replace(namespace: Namespace, states: States): void {
    namespace.states = new Map(states)
    hold(namespace)
  }

  function statesOf(namespace: Namespace, model: StateModel): AccountStates {
    return namespace.states.get(model) ?? toAccountStates(options.toBase(model))
  }

  function drop(name: string): void {
    held.delete(name)
    idle.delete(name)
    revision += 1
  }

  return {
    open,
    find,
    all: () => [...held.values()],
    drop,
    dropAll() {
      held.clear()
      idle.clear()
      revision += 1
    },
    resume(name, states, ticks) {
      drop(name)
      const namespace = createNamespace(name, options, ticks)
      idle.set(name, namespace)
      replace(namespace, states)
    },
    read,
    write,
    toChangeLater(namespace, model, account) {
      const { states } = namespace
      return (change) => {
        if (find(namespace.name) !== namespace || namespace.states !== states) return
        const before = read(namespace, model, account)
        const state = { current: before }
        change(state)
        if (state.current !== before) write(namespace, model, account, state.current)
      }
    },
    statesOf,
    hold,
    update(namespace, states) {
      for (const [model, changed] of states) set(namespace, model, changed)
    },
    replace,
    revision: () => revision,
  }
}

function createNamespace(name: string, options: NamespaceOptions, ticks?: number): Namespace {
  const { authNow, deterministic } = options
  const sources: Sources =
    deterministic === undefined
      ? { clock: options.clock, ids: options.ids, random: options.random, tick: () => {}, ticks: () => undefined }
      : deterministicSources(deterministic, name, ticks)
  return {
    name,
    clock: settableClock(sources.clock, authNow),
    ids: sources.ids,
    random: sources.random,
    tick: sources.tick,
    ticks: sources.ticks,
    states: new Map(),
  }
}
