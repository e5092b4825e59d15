import { cite } from '../core/source.ts'
import { anywhere, denied } from './errors.ts'
import { nodeSdk } from './sources.ts'

/** What the operations have in common that SDKs call and source 004 does not state. `method`: the method of the SDK. */
export function observedAs(method: string, sdk = nodeSdk) {
  return { tag: 'Observed', source: cite(sdk, method), provenance: 'observed', errors: [] } as const
}

/** The errors that each of these operations can return. */
export const observedAnywhere = ['InvalidArgument', ...denied, 'InternalServerError', ...anywhere] as const
