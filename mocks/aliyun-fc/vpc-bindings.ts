import { put } from '../core/sorted-map.ts'
import { toConfigs } from './configs.ts'
import { findService } from './lookup.ts'
import { putConfigs } from './put-configs.ts'
import type { Work } from './work.ts'

type Found = Pick<Work<'ServiceNotFound'>, 'state' | 'apiError'>

/** A VPC that is bound already stays bound (F29). */
export function addVpcBinding({ state, apiError }: Found, serviceName: string, vpcId: string): void {
  const service = findService(state.current, serviceName, apiError)
  putConfigs(state, service, { vpcIds: put(toConfigs(service).vpcIds, vpcId, true) })
}

/** No source states an error for a VPC that is not bound (F29). */
export function dropVpcBinding({ state, apiError }: Found, serviceName: string, vpcId: string): void {
  const service = findService(state.current, serviceName, apiError)
  putConfigs(state, service, { vpcIds: toConfigs(service).vpcIds.without(vpcId) })
}

export function listVpcIds({ state, apiError }: Found, serviceName: string): string[] {
  const service = findService(state.current, serviceName, apiError)
  return Array.from(toConfigs(service).vpcIds.entries(), ([vpcId]) => vpcId)
}
