import { dialect } from '../../schemas/aliyun-fc-2021-04-06/dialect.ts'
import { getLayerVersion, type StoredLayer, type StoredLayerVersion } from '../aliyun-fc/layers.ts'
import { isDownload, serveSignedAddress, toSignedAddress } from '../aliyun-fc/signed-address.ts'
import type { FcState } from '../aliyun-fc/state.ts'
import type { Clock } from '../core/clock.ts'
import type { ServeAddress } from '../core/handler.ts'

/** The part of a handler's context that an address needs. */
interface Caller {
  readonly origin: string
  readonly namespace: string
  readonly clock: Clock
}

const names = ['namespace', 'kind', 'layer', 'version'] as const

/** A download URL for the code of a layer version. */
export function toLayerAddress(
  kind: 'own' | 'official',
  { layerName: layer }: StoredLayer,
  { version, code }: StoredLayerVersion,
  { origin, namespace, clock }: Caller,
): string {
  const place = { namespace, kind, layer, version: String(version) }
  return toSignedAddress(`${origin}${layerPath}`, place, code, clock.now())
}

/** Serves the code of layer versions at their download URLs. */
export const serveLayerAddress: ServeAddress<FcState> = (request, { find, clock }) => {
  if (!isDownload(request, layerPath)) return undefined
  const toCode = ({ namespace, kind, layer: name, version }: Record<(typeof names)[number], string>) => {
    const state = find(namespace)
    const layer = (kind === 'official' ? state?.officialLayers : state?.layers)?.get(name)
    return layer && getLayerVersion(layer, version)?.code
  }
  return serveSignedAddress(request, names, toCode, clock)
}

/** Below the base path of the API, so that everything that intercepts the API also intercepts downloads. */
const layerPath = `${dialect.basePath}/_mock/layer`
