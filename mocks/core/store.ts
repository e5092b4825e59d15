/**
 * A kind of state. APIs that name the same model share one state: two versions of a product are two faces of one store.
 * The root is an immutable value; that is what makes snapshot, restore, fork and rollback a matter of one reference.
 */
export interface StateModel<Root = unknown> {
  readonly id: string
  /** The root of an empty state; throws a `TypeError` where its part of `behaviour` is wrong. */
  readonly create: (behaviour?: Behaviour) => Root
}

/** How states shall behave beyond what the pages say: plain data of the user's, by the id of the model that reads it. */
export type Behaviour = Readonly<Record<string, unknown>>

/** The one mutable place: what holds the present root of a state. */
export interface Cell<Root = unknown> {
  current: Root
}

/** The roots of a namespace at one moment. */
export type Snapshot = ReadonlyMap<StateModel, unknown>

export interface Store {
  /** The cell of a model in a namespace; both come into being when first asked for. */
  readonly cell: (namespace: string, model: StateModel) => Cell
  readonly reset: (namespace: string) => void
  readonly snapshot: (namespace: string) => Snapshot
  readonly restore: (namespace: string, snapshot: Snapshot) => void
}

/** States by namespace, each namespace apart from the others. Every function is O(1) in what the states hold. */
export function createStore(behaviour: Behaviour = {}): Store {
  const namespaces = new Map<string, Map<StateModel, Cell>>()
  return {
    cell(namespace, model) {
      const cells = namespaces.get(namespace) ?? new Map<StateModel, Cell>()
      const cell = cells.get(model) ?? { current: model.create(behaviour) }
      if (!cells.has(model)) namespaces.set(namespace, cells.set(model, cell))
      return cell
    },
    reset(namespace) {
      namespaces.delete(namespace)
    },
    snapshot(namespace) {
      const cells = namespaces.get(namespace) ?? new Map<StateModel, Cell>()
      return new Map([...cells].map(([model, cell]) => [model, cell.current]))
    },
    restore(namespace, snapshot) {
      namespaces.set(namespace, new Map([...snapshot].map(([model, current]) => [model, { current }])))
    },
  }
}
