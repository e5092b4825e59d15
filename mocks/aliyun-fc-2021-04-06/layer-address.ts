import { dialect } from '../../schemas/aliyun-fc-2021-04-06/dialect.ts'
import { getLayerVersion, type StoredLayer, type StoredLayerVersion } from '../aliyun-fc/layers.ts'
import type { FcState } from '../aliyun-fc/state.ts'
import { toHex, toMac } from '../core/auth/digests.ts'
import { encodePercent, toQueryPairs } from '../core/auth/percent.ts'
import type { Clock } from '../core/clock.ts'
import type { ServeAddress } from '../core/handler.ts'
import { toJsonResponse } from '../core/json-response.ts'

/** The part of a handler's context that an address needs. */
interface Caller {
  readonly origin: string
  readonly namespace: string
  readonly clock: Clock
}

/** A download URL for the code of a layer version. It is valid for an hour, needs no credentials and cannot be guessed. */
export function toLayerAddress(
  { layerName: layer }: StoredLayer,
  { version, code }: StoredLayerVersion,
  { origin, namespace, clock }: Caller,
): string {
  const expires = String(Math.floor(clock.now() / 1000) + lifetimeSeconds)
  const place = { namespace, layer, version: String(version), Expires: expires }
  const query = { ...place, Signature: toSignature(place, code.secret) }
  const pairs = Object.entries(query).map(([name, value]) => `${name}=${encodePercent(value)}`)
  return `${origin}${layerPath}?${pairs.join('&')}`
}

/** Serves the code of a layer version at its download URL. */
export const serveLayerAddress: ServeAddress<FcState> = ({ method, path, query }, { find, clock }) => {
  if (path !== layerPath || (method !== 'GET' && method !== 'HEAD')) return undefined
  const values = new Map(toQueryPairs(query))
  const read = (name: string) => values.get(name) ?? ''
  const place = {
    namespace: read('namespace'),
    layer: read('layer'),
    version: read('version'),
    Expires: read('Expires'),
  }
  const state = find(place.namespace)
  const layers = state ? [state.layers.get(place.layer), state.officialLayers.get(place.layer)] : []
  const codes = layers.flatMap((layer) => (layer && getLayerVersion(layer, place.version)?.code) ?? [])
  if (codes.length === 0)
    return toJsonResponse(404, { error: 'the layer version does not exist; it may have been deleted' })
  const code = codes.find(({ secret }) => read('Signature') === toSignature(place, secret))
  if (!code) return toJsonResponse(403, { error: 'the signature of this URL is wrong' })
  if (Number(place.Expires) * 1000 < clock.now()) return toJsonResponse(403, { error: 'this URL has expired' })
  const headers = { 'Content-Type': 'application/zip', [checksumHeader]: code.checksum }
  return { status: 200, headers, body: code.content }
}

/** Below the base path of the API, so that everything that intercepts the API also intercepts downloads. */
const layerPath = `${dialect.basePath}/_mock/layer`

const lifetimeSeconds = 3600

/** OSS sends the CRC-64 of each object in this header. */
export const checksumHeader = 'X-Oss-Hash-Crc64ecma'

function toSignature(place: Readonly<Record<string, string>>, secret: string): string {
  return toHex(toMac(secret, JSON.stringify(Object.entries(place))))
}
