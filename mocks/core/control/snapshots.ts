import { bounds } from '../bounds.ts'
import type { Namespace, Namespaces } from '../namespaces.ts'
import { toStateText } from '../state-text/state-text.ts'
import type { States } from '../store.ts'
import { ControlError } from './control-error.ts'
import type { Controls, SnapshotSummary } from './controls.ts'
import { toNamespaceName } from './scope.ts'

type Snapshots = Pick<Controls, 'snapshot' | 'snapshots' | 'restore' | 'dropSnapshots'>

/** Snapshots share unchanged values with the states, so each needs little memory. */
export function createSnapshots(
  namespaces: Namespaces,
  open: (name: string | undefined) => Namespace,
  most: number = bounds.snapshots,
): Snapshots {
  const kept = new Map<string, Kept>()
  let made = 0
  const toMissing = (id: string) =>
    new ControlError(`there is no snapshot ${id}; only the newest ${most} are kept`, 'missing')
  return {
    snapshot(scope) {
      const { name: namespace, states, clock } = open(toNamespaceName(scope))
      made += 1
      const id = `snapshot-${made}`
      kept.set(id, { namespace, time: clock.now(), states: new Map(states) })
      const [oldest] = kept.keys()
      if (kept.size > most && oldest !== undefined) kept.delete(oldest)
      return id
    },
    snapshots: () => [...kept].map(toSummary),
    restore(id, into) {
      const found = kept.get(id)
      if (!found) throw toMissing(id)
      namespaces.replace(open(toNamespaceName(into) ?? found.namespace), found.states)
    },
    dropSnapshots(id) {
      if (id === undefined) kept.clear()
      else if (!kept.delete(id)) throw toMissing(id)
    },
  }
}

interface Kept {
  readonly namespace: string
  readonly time: number
  readonly states: States
  /** Computed when it is first needed, because a snapshot must take no time. */
  bytes?: number
}

function toSummary([id, kept]: readonly [string, Kept]): SnapshotSummary {
  const { namespace: name, time, states } = kept
  kept.bytes ??= new TextEncoder().encode(toStateText([{ name, ticks: () => undefined, states }])).length
  return { id, namespace: name, time: new Date(time).toISOString(), bytes: kept.bytes }
}
