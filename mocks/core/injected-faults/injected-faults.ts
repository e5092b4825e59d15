import { bounds } from '../bounds.ts'
import { ControlError } from '../control/control-error.ts'
import type { Endpoint } from '../endpoint.ts'
import { defaultNamespace } from '../namespace-name.ts'
import type { Namespace } from '../namespaces.ts'
import type { FaultOptions, InjectedFault } from './fault-options.ts'
import { readFaultOptions } from './read-fault-options.ts'

/** The injected faults. The first fault that matches a request is applied. */
export interface InjectedFaults {
  readonly list: () => InjectedFault[]
  /** Throws a `ControlError` for invalid options, or if no operation matches. */
  readonly add: (options: FaultOptions) => InjectedFault
  /**
   * Removes one fault, the faults of a namespace, or all. A fault without a namespace counts as one of the default
   * namespace. Returns whether there was one.
   */
  readonly clear: (which?: { readonly id?: string; readonly namespace?: string }) => boolean
  /** Returns the fault that applies to a request, and counts the request. */
  readonly take: (endpoint: Endpoint, namespace: Namespace) => InjectedFault | undefined
}

interface Waiting {
  readonly id: string
  readonly options: FaultOptions
  /** The operations that the fault applies to. */
  readonly endpoints: ReadonlySet<Endpoint>
  met: number
}

export function createInjectedFaults(endpoints: readonly Endpoint[]): InjectedFaults {
  let waiting: readonly Waiting[] = []
  let made = 0
  return {
    list: () => waiting.map(toInjected),
    add(given) {
      const { options, endpoints: affected } = readFaultOptions(given, endpoints)
      if (waiting.length >= bounds.injectedFaults) {
        throw new ControlError(`there are already ${bounds.injectedFaults} faults; remove faults before you add more`)
      }
      made += 1
      const added: Waiting = { id: `fault-${made}`, options, endpoints: new Set(affected), met: 0 }
      waiting = [...waiting, added]
      return toInjected(added)
    },
    clear({ id, namespace } = {}) {
      const before = waiting.length
      waiting = waiting.filter(
        (fault) =>
          (id !== undefined && fault.id !== id) ||
          (namespace !== undefined && (fault.options.namespace ?? defaultNamespace) !== namespace),
      )
      return waiting.length < before
    },
    take(endpoint, namespace) {
      if (waiting.length === 0) return undefined
      const fault = waiting.find((candidate) => isMet(candidate, endpoint, namespace))
      if (!fault) return undefined
      fault.met += 1
      if (fault.met === fault.options.count) waiting = waiting.filter((other) => other !== fault)
      return toInjected(fault)
    },
  }
}

function isMet({ options, endpoints }: Waiting, endpoint: Endpoint, namespace: Namespace): boolean {
  if (!endpoints.has(endpoint)) return false
  if (options.namespace !== undefined && options.namespace !== namespace.name) return false
  return options.probability === undefined || namespace.random() < options.probability * 2 ** 32
}

function toInjected({ id, options, met }: Waiting): InjectedFault {
  return { id, ...options, met }
}
