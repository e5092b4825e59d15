import type { z } from 'zod'
import type { FunctionModel } from '../../schemas/aliyun-fc-2016-08-15/models/function.ts'
import type { Service } from '../../schemas/aliyun-fc-2016-08-15/models/service.ts'
import { emptySortedMap, put, type SortedMap } from '../core/sorted-map.ts'
import type { Cell, StateModel } from '../core/store.ts'
import type { StoredCode } from './code.ts'

/** All that an account of Function Compute holds. Immutable throughout. */
export interface FcState {
  readonly services: SortedMap<StoredService>
}

export const fcState: StateModel<FcState> = {
  id: 'aliyun-fc',
  create: () => ({ services: emptySortedMap() }),
}

/** Times are texts as every answer shows them: they are read far more often than written. */
export interface StoredService {
  readonly serviceId: string
  readonly serviceName: string
  readonly createdTime: string
  readonly lastModifiedTime: string
  readonly etag: string
  readonly settings: Omit<z.output<typeof Service>, 'serviceName'>
  /** By name. A version will hold this very map, so that publishing costs nothing. */
  readonly functions: SortedMap<StoredFunction>
}

export interface StoredFunction {
  readonly functionId: string
  readonly functionName: string
  readonly createdTime: string
  readonly lastModifiedTime: string
  readonly etag: string
  readonly settings: Omit<z.output<typeof FunctionModel>, 'functionName' | 'code'>
  readonly code: StoredCode
}

export function putService(state: Cell<FcState>, service: StoredService): void {
  state.current = { ...state.current, services: put(state.current.services, service.serviceName, service) }
}

export function removeService(state: Cell<FcState>, { serviceName }: StoredService): void {
  state.current = { ...state.current, services: state.current.services.without(serviceName) }
}

export function putFunction(state: Cell<FcState>, service: StoredService, stored: StoredFunction): void {
  putService(state, { ...service, functions: put(service.functions, stored.functionName, stored) })
}

export function removeFunction(state: Cell<FcState>, service: StoredService, { functionName }: StoredFunction): void {
  putService(state, { ...service, functions: service.functions.without(functionName) })
}
