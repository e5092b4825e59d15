import type { Endpoint } from '../endpoint.ts'
import type { Namespace } from '../namespaces.ts'
import type { FaultOptions, InjectedFault } from './fault-options.ts'
import { readFaultOptions } from './read-fault-options.ts'

/** The faults that wait for requests. The first that fits a request befalls it; the others wait on. */
export interface InjectedFaults {
  readonly list: () => InjectedFault[]
  /** Throws a `ControlError` for a options that makes no sense, or that nothing could ever meet. */
  readonly add: (options: FaultOptions) => InjectedFault
  /** One, those of one namespace, or all. Whether there was such a one. */
  readonly clear: (which?: { readonly id?: string; readonly namespace?: string }) => boolean
  /** The fault of a request, counted as met. */
  readonly take: (endpoint: Endpoint, namespace: Namespace) => InjectedFault | undefined
}

interface Waiting {
  readonly id: string
  readonly options: FaultOptions
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
      const { options, endpoints: affected } = readFaultOptions(given, endpoints)
      made += 1
      const added: Waiting = { id: `fault-${made}`, options, endpoints: new Set(affected), met: 0 }
      waiting = [...waiting, added]
      return toInjected(added)
    },
    clear({ id, namespace } = {}) {
      const before = waiting.length
      waiting = waiting.filter(
        (fault) =>
          (id !== undefined && fault.id !== id) || (namespace !== undefined && fault.options.namespace !== namespace),
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
