import type { StoredCode } from './code.ts'
import { refuseSoftAboveHard } from './concurrency.ts'
import type { LaterSettings } from './later-settings.ts'
import { findFunction, findService, latest, refuseStale } from './lookup.ts'
import { refuseProvisioned } from './provision.ts'
import { splitSettings } from './split-settings.ts'
import { putFunction, removeFunction } from './state.ts'
import type { FunctionSettings, StoredFunction } from './stored.ts'
import { toChange, toDates, type Work } from './work.ts'

interface FunctionPath {
  readonly serviceName: string
  readonly functionName: string
}

/** `toCode` is called when the function can be created, because invalid code is reported last. */
export function addFunction(
  work: Work<'InvalidArgument' | 'ServiceNotFound' | 'FunctionAlreadyExists'>,
  { serviceName, functionName }: FunctionPath,
  all: FunctionSettings & LaterSettings,
  toCode: () => StoredCode,
): StoredFunction {
  const { state, ids, apiError } = work
  const service = findService(state.current, serviceName, apiError)
  if (service.functions.get(functionName)) {
    throw apiError('FunctionAlreadyExists', `function '${functionName}' already exists in service '${serviceName}'`)
  }
  const { settings, later } = splitSettings(all)
  const functionId = ids.uuid()
  const stored: StoredFunction = { functionId, functionName, ...toDates(work), settings, later, code: toCode() }
  refuseSoftAboveHard(stored, apiError)
  putFunction(state, service, stored)
  return stored
}

/** A setting in the request replaces the whole existing value. This lets clients clear a map. */
export function changeFunction(
  work: Work<'InvalidArgument' | 'ServiceNotFound' | 'FunctionNotFound' | 'PreconditionFailed'>,
  { serviceName, functionName }: FunctionPath,
  ifMatch: string | undefined,
  all: Partial<FunctionSettings> & LaterSettings,
  toCode: () => StoredCode | undefined,
): StoredFunction {
  const { state, apiError } = work
  const service = findService(state.current, serviceName, apiError)
  const before = findFunction(service, functionName, apiError)
  refuseStale(ifMatch, before.etag, apiError)
  const { settings, later } = splitSettings(all)
  const stored: StoredFunction = {
    ...before,
    ...toChange(work),
    settings: { ...before.settings, ...settings },
    later: { ...before.later, ...later },
    code: toCode() ?? before.code,
  }
  refuseSoftAboveHard(stored, apiError)
  putFunction(state, service, stored)
  return stored
}

export function dropFunction(
  {
    state,
    clock,
    apiError,
  }: Omit<
    Work<'ServiceNotFound' | 'FunctionNotFound' | 'FunctionNotEmpty' | 'PreconditionFailed' | 'ProvisionConfigExist'>,
    'ids'
  >,
  { serviceName, functionName }: FunctionPath,
  ifMatch: string | undefined,
): void {
  const service = findService(state.current, serviceName, apiError)
  const stored = findFunction(service, functionName, apiError)
  refuseStale(ifMatch, stored.etag, apiError)
  if (service.triggers.get(functionName)) {
    throw apiError('FunctionNotEmpty', `function '${functionName}' still has triggers`)
  }
  refuseProvisioned(service, { qualifier: latest, functionName }, clock.now(), apiError)
  removeFunction(state, service, stored)
}
