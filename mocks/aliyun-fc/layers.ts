import type { z } from 'zod'
import type { CreateLayerVersionInput } from '../../schemas/aliyun-fc-2021-04-06/models/layer.ts'
import type { ApiErrorOf } from '../core/handler.ts'
import { emptySortedMap, put, type SortedMap } from '../core/sorted-map.ts'
import type { StoredCode } from './code.ts'
import { toVersionKey } from './versions.ts'

/** A layer. Without versions, it does not exist for requests, but its next version does not start at 1 again (E35). */
export interface StoredLayer {
  readonly layerName: string
  /** The account in its resource names. */
  readonly accountId: string
  readonly isPublic: boolean
  readonly lastVersion: number
  /** By {@link toVersionKey}, so that they are in numeric order. */
  readonly versions: SortedMap<StoredLayerVersion>
}

export interface StoredLayerVersion {
  readonly version: number
  readonly createTime: string
  readonly etag: string
  readonly code: StoredCode
  readonly settings: Omit<z.output<typeof CreateLayerVersionInput>, 'Code'>
  /** No request sets a licence. */
  readonly license?: string
}

/** The layer of a path. */
export function findLayer(
  layers: SortedMap<StoredLayer>,
  layerName: string,
  apiError: ApiErrorOf<'LayerNotFound'>,
): StoredLayer {
  const layer = layers.get(layerName)
  if (layer && layer.versions.size > 0) return layer
  throw apiError('LayerNotFound', `layer '${layerName}' does not exist`)
}

/** The version with a number. Numbers have no leading zeros, so `01` does not exist. */
export function getLayerVersion({ versions }: StoredLayer, version: string): StoredLayerVersion | undefined {
  const found = versions.get(toVersionKey(version))
  return found && String(found.version) === version ? found : undefined
}

/** The version of a path. */
export function findLayerVersion(
  layer: StoredLayer,
  version: string,
  apiError: ApiErrorOf<'LayerVersionNotFound'>,
): StoredLayerVersion {
  const found = getLayerVersion(layer, version)
  if (found) return found
  throw apiError('LayerVersionNotFound', `version '${version}' of layer '${layer.layerName}' does not exist`)
}

/** The newest version of each layer that has versions, by name. */
export function toNewestVersions(
  layers: SortedMap<StoredLayer>,
): readonly { readonly layer: StoredLayer; readonly newest: StoredLayerVersion }[] {
  return [...layers.entries()].flatMap(([, layer]) => {
    for (const [, newest] of layer.versions.entriesReversed()) return [{ layer, newest }]
    return []
  })
}

const emptyLayer = { isPublic: false, lastVersion: 0, versions: emptySortedMap<StoredLayerVersion>() }

/** Returns the layer with its next version, and the version. `layer` is absent for a new layer. */
export function addLayerVersion(
  layer: StoredLayer | undefined,
  { layerName, accountId }: Pick<StoredLayer, 'layerName' | 'accountId'>,
  content: Omit<StoredLayerVersion, 'version'>,
): { readonly layer: StoredLayer; readonly version: StoredLayerVersion } {
  const before = layer ?? { ...emptyLayer, layerName, accountId }
  const version = { ...content, version: before.lastVersion + 1 }
  const versions = put(before.versions, toVersionKey(String(version.version)), version)
  return { layer: { ...before, lastVersion: version.version, versions }, version }
}
