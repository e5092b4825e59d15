import { emptySortedMap, put, type SortedMap } from '../core/sorted-map.ts'
import type { Cell, OutboxEntry, StateModel } from '../core/store.ts'
import { type AccountResources, noAccountResources } from './account-resources.ts'
import { withoutQualifier } from './configs.ts'
import { type InvocationRule, toInvocationRules } from './invocation-rules.ts'
import type { StoredFunction, StoredService } from './stored.ts'

/** The state of one account of Function Compute, for both API versions. Immutable. */
export interface FcState extends AccountResources {
  readonly services: SortedMap<StoredService>
  /** The invocation rules of seeds. They precede those of the option `behaviour`. */
  readonly invocationRules: readonly InvocationRule[]
  /** Results of asynchronous invocations for their destinations, oldest first. */
  readonly outbox: readonly OutboxEntry[]
}

export const fcState: StateModel<FcState> = {
  id: 'aliyun-fc',
  create: () => ({ ...noAccountResources, services: emptySortedMap(), invocationRules: [], outbox: [] }),
  readBehaviour: toInvocationRules,
  outbox: {
    read: ({ outbox }) => outbox,
    clear: (root) => (root.outbox.length > 0 ? { ...root, outbox: [] } : root),
  },
}

export function putService(state: Cell<FcState>, service: StoredService): void {
  state.current = { ...state.current, services: put(state.current.services, service.serviceName, service) }
}

export function removeService(state: Cell<FcState>, { serviceName }: StoredService): void {
  state.current = { ...state.current, services: state.current.services.without(serviceName) }
}

export function putFunction(state: Cell<FcState>, service: StoredService, stored: StoredFunction): void {
  const functions = put(service.functions, stored.functionName, stored)
  putService(state, { ...service, revision: service.revision + 1, functions })
}

/** Removes a function and its configurations for LATEST. The functions of versions keep theirs. */
export function removeFunction(state: Cell<FcState>, service: StoredService, stored: StoredFunction): void {
  putService(state, {
    ...withoutQualifier(service, 'LATEST', stored.functionName),
    revision: service.revision + 1,
    functions: service.functions.without(stored.functionName),
    counts: service.counts.without(stored.functionId),
  })
}
