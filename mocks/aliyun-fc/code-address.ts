import type { ServeAddress } from '../core/handler.ts'
import type { StoredCode } from './code.ts'
import { readContent } from './lookup.ts'
import { isDownload, serveSignedAddress, toSignedAddress } from './signed-address.ts'
import type { FcState } from './state.ts'

/**
 * The function version whose code is downloaded. It is a version id or LATEST, not an alias, because an alias may
 * change.
 */
export interface CodePlace {
  readonly namespace: string
  readonly service: string
  readonly version: string
  readonly function: string
}

const names = ['namespace', 'service', 'version', 'function'] as const

/** A download URL for the code of a function. */
export function toCodeAddress(
  { origin, basePath, now }: { readonly origin: string; readonly basePath: string; readonly now: number },
  place: CodePlace,
  code: StoredCode,
): string {
  return toSignedAddress(`${origin}${toCodePath(basePath)}`, { ...place }, code, now)
}

/** Serves the code of functions at the download URLs of an API. */
export const serveCodeAddress =
  (basePath: string): ServeAddress<FcState> =>
  (request, { find, clock }) => {
    if (!isDownload(request, toCodePath(basePath))) return undefined
    const toCode = (place: CodePlace) => {
      const state = find(place.namespace)
      return state && readContent(state, place.service, place.version)?.functions.get(place.function)?.code
    }
    return serveSignedAddress(request, names, toCode, clock)
  }

/** Below the base path of the API, so that everything that intercepts the API also intercepts downloads. */
function toCodePath(basePath: string): string {
  return `${basePath}/_mock/code`
}
