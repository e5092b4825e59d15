import type { Endpoint } from '../endpoint.ts'
import type { Namespace } from '../namespaces.ts'
import type { FaultPlan, InjectedFault } from './fault-plan.ts'
import { readPlan } from './read-plan.ts'

/** The faults that wait for requests. The first that fits a request befalls it; the others wait on. */
export interface InjectedFaults {
  readonly list: () => InjectedFault[]
  /** Throws a `ControlError` for a plan that makes no sense, or that nothing could ever meet. */
  readonly add: (plan: FaultPlan) => InjectedFault
  /** One, those of one namespace, or all. Whether there was such a one. */
  readonly clear: (which?: { readonly id?: string; readonly namespace?: string }) => boolean
  /** The fault of a request, counted as met. */
  readonly take: (endpoint: Endpoint, namespace: Namespace) => InjectedFault | undefined
}

interface Waiting {
  readonly id: string
  readonly plan: FaultPlan
  /** The operations that it can befall. */
  readonly endpoints: ReadonlySet<Endpoint>
  met: number
}

export function createInjectedFaults(endpoints: readonly Endpoint[]): InjectedFaults {
  let waiting: readonly Waiting[] = []
  let made = 0
  return {
    list: () => waiting.map(toInjected),
    add(given) {
      const { plan, endpoints: affected } = readPlan(given, endpoints)
      made += 1
      const added: Waiting = { id: `fault-${made}`, plan, endpoints: new Set(affected), met: 0 }
      waiting = [...waiting, added]
      return toInjected(added)
    },
    clear({ id, namespace } = {}) {
      const before = waiting.length
      waiting = waiting.filter(
        (apiError) =>
          (id !== undefined && apiError.id !== id) ||
          (namespace !== undefined && apiError.plan.namespace !== namespace),
      )
      return waiting.length < before
    },
    take(endpoint, namespace) {
      if (waiting.length === 0) return undefined
      const apiError = waiting.find((candidate) => isMet(candidate, endpoint, namespace))
      if (!apiError) return undefined
      apiError.met += 1
      if (apiError.met === apiError.plan.count) waiting = waiting.filter((other) => other !== apiError)
      return toInjected(apiError)
    },
  }
}

function isMet({ plan, endpoints }: Waiting, endpoint: Endpoint, namespace: Namespace): boolean {
  if (!endpoints.has(endpoint)) return false
  if (plan.namespace !== undefined && plan.namespace !== namespace.name) return false
  return plan.probability === undefined || namespace.random() < plan.probability * 2 ** 32
}

function toInjected({ id, plan, met }: Waiting): InjectedFault {
  return { id, ...plan, met }
}
