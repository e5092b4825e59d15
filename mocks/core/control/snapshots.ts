import { bounds } from '../bounds.ts'
import type { Namespace, Namespaces } from '../namespaces.ts'
import type { States } from '../store.ts'
import { ControlError } from './control-error.ts'
import type { Controls } from './controls.ts'
import { toNamespaceName } from './scope.ts'

type Snapshots = Pick<Controls, 'snapshot' | 'snapshots' | 'restore' | 'dropSnapshots'>

/** Snapshots share unchanged values with the states, so each needs little memory. */
export function createSnapshots(
  namespaces: Namespaces,
  open: (name: string | undefined) => Namespace,
  most: number = bounds.snapshots,
): Snapshots {
  const kept = new Map<string, { readonly namespace: string; readonly states: States }>()
  let made = 0
  return {
    snapshot(scope) {
      const { name: namespace, states } = open(toNamespaceName(scope))
      made += 1
      const id = `snapshot-${made}`
      kept.set(id, { namespace, states: new Map(states) })
      const [oldest] = kept.keys()
      if (kept.size > most && oldest !== undefined) kept.delete(oldest)
      return id
    },
    snapshots: () => [...kept].map(([id, { namespace }]) => ({ id, namespace })),
    restore(id, into) {
      const found = kept.get(id)
      if (!found) throw new ControlError(`there is no snapshot ${id}; only the newest ${most} are kept`, 'missing')
      namespaces.replace(open(toNamespaceName(into) ?? found.namespace), found.states)
    },
    dropSnapshots: () => kept.clear(),
  }
}
