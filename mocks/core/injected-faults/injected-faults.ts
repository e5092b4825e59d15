import type { Endpoint } from '../endpoint.ts'
import type { Namespace } from '../namespaces.ts'
import type { FaultPlan, PlannedFault } from './fault-plan.ts'
import { readPlan } from './read-plan.ts'

/** The faults that wait for requests. The first that fits a request befalls it; the others wait on. */
export interface PlannedFaults {
  readonly list: () => PlannedFault[]
  /** Throws a `ControlError` for a plan that makes no sense, or that nothing could ever meet. */
  readonly add: (plan: FaultPlan) => PlannedFault
  /** One, those of one namespace, or all. Whether there was such a one. */
  readonly clear: (which?: { readonly id?: string; readonly namespace?: string }) => boolean
  /** The fault of a request, counted as met. */
  readonly take: (endpoint: Endpoint, namespace: Namespace) => PlannedFault | undefined
}

interface Waiting {
  readonly id: string
  readonly plan: FaultPlan
  /** The operations that it can befall. */
  readonly endpoints: ReadonlySet<Endpoint>
  met: number
}

export function createPlannedFaults(endpoints: readonly Endpoint[]): PlannedFaults {
  let waiting: readonly Waiting[] = []
  let made = 0
  return {
    list: () => waiting.map(toPlanned),
    add(given) {
      const { plan, endpoints: befallen } = readPlan(given, endpoints)
      made += 1
      const added: Waiting = { id: `fault-${made}`, plan, endpoints: new Set(befallen), met: 0 }
      waiting = [...waiting, added]
      return toPlanned(added)
    },
    clear({ id, namespace } = {}) {
      const before = waiting.length
      waiting = waiting.filter(
        (fault) =>
          (id !== undefined && fault.id !== id) || (namespace !== undefined && fault.plan.namespace !== namespace),
      )
      return waiting.length < before
    },
    take(endpoint, namespace) {
      if (waiting.length === 0) return undefined
      const fault = waiting.find((candidate) => isMet(candidate, endpoint, namespace))
      if (!fault) return undefined
      fault.met += 1
      if (fault.met === fault.plan.count) waiting = waiting.filter((other) => other !== fault)
      return toPlanned(fault)
    },
  }
}

function isMet({ plan, endpoints }: Waiting, endpoint: Endpoint, namespace: Namespace): boolean {
  if (!endpoints.has(endpoint)) return false
  if (plan.namespace !== undefined && plan.namespace !== namespace.name) return false
  return plan.probability === undefined || namespace.random() < plan.probability * 2 ** 32
}

function toPlanned({ id, plan, met }: Waiting): PlannedFault {
  return { id, ...plan, met }
}
