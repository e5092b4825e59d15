import type { FaultOf } from '../core/handler.ts'
import type { FcState, StoredFunction, StoredService } from './state.ts'

/** The service of a path. */
export function findService(state: FcState, serviceName: string, fault: FaultOf<'ServiceNotFound'>): StoredService {
  const service = state.services.get(serviceName)
  if (!service) throw fault('ServiceNotFound', `service '${serviceName}' does not exist`)
  return service
}

/** The service of a path that may name a version or an alias; `LATEST` is the service itself. */
export function findQualified(
  state: FcState,
  path: { readonly serviceName: string; readonly qualifier: string | undefined },
  fault: FaultOf<'ServiceNotFound' | 'VersionNotFound' | 'AliasNotFound'>,
): StoredService {
  const service = findService(state, path.serviceName, fault)
  if (path.qualifier === undefined || path.qualifier === 'LATEST') return service
  // Version ids are numbers; everything else can only be an alias.
  if (/^\d+$/.test(path.qualifier)) throw fault('VersionNotFound', `version '${path.qualifier}' does not exist`)
  throw fault('AliasNotFound', `alias '${path.qualifier}' does not exist`)
}

/** The function of a path. */
export function findFunction(
  service: StoredService,
  functionName: string,
  fault: FaultOf<'FunctionNotFound'>,
): StoredFunction {
  const stored = service.functions.get(functionName)
  if (stored) return stored
  throw fault('FunctionNotFound', `function '${functionName}' does not exist in service '${service.serviceName}'`)
}

/** Refuses a change whose If-Match names another state. Some clients send the header empty; that says nothing. */
export function refuseStale(ifMatch: string | undefined, etag: string, fault: FaultOf<'PreconditionFailed'>): void {
  if (ifMatch !== undefined && ifMatch !== '' && ifMatch !== etag) throw fault('PreconditionFailed')
}
