import { z } from 'zod'
import { GetAccountSettingsOutput } from '../../schemas/aliyun-fc/models/account-settings.ts'
import { CreateCustomDomainInput } from '../../schemas/aliyun-fc/models/custom-domain.ts'
import { CreateLayerVersionInput } from '../../schemas/aliyun-fc-2021-04-06/models/layer.ts'
import { OpenReservedCapacity } from '../../schemas/aliyun-fc/models/reserved-capacity.ts'
import { toAccountId } from '../aliyun-fc/account.ts'
import { toStoredCode } from '../aliyun-fc/code.ts'
import { addLayerVersion, type StoredLayer } from '../aliyun-fc/layers.ts'
import { latest } from '../aliyun-fc/lookup.ts'
import type { FcState } from '../aliyun-fc/state.ts'
import { toSecondTime } from '../aliyun-fc/time.ts'
import { ApiError } from '../core/api-error.ts'
import type { SeedState } from '../core/handler.ts'
import { put } from '../core/sorted-map.ts'
import type { Cell } from '../core/store.ts'
import { createCustomDomain } from './handlers/create-custom-domain.ts'

/** A layer with the fields of CreateLayerVersion for each version, oldest first. */
const LayerSeed = z.strictObject({
  layerName: z.string().min(1).max(128),
  public: z.boolean().default(false),
  versions: z.array(z.strictObject({ ...CreateLayerVersionInput.shape, license: z.string().optional() })).min(1),
})

/** An instance of a function. `version` is a version id, or LATEST. */
const InstanceSeed = z.strictObject({
  instanceId: z.string().min(1),
  serviceName: z.string(),
  functionName: z.string(),
  version: z.string().default(latest),
})

/** The part of a seed for everything that does not belong to a service. */
export const accountSeed = {
  layers: z.array(LayerSeed).default([]),
  /** Public layers of the vendor. No operation creates one. */
  officialLayers: z.array(LayerSeed).default([]),
  customDomains: z.array(z.strictObject(CreateCustomDomainInput.shape)).default([]),
  /** No operation creates one. */
  instances: z.array(InstanceSeed).default([]),
  /** No operation creates one. */
  reservedCapacities: z
    .array(z.strictObject({ ...OpenReservedCapacity.shape, instanceId: z.string().min(1) }))
    .default([]),
  /** Replaces the default settings that it names. No operation changes them. */
  accountSettings: z.strictObject(GetAccountSettingsOutput.shape).default({}),
}

type AccountSeed = { readonly [Name in keyof typeof accountSeed]: z.output<(typeof accountSeed)[Name]> }
type SeedContext = Parameters<SeedState<FcState>>[2]

/** Adds resources to the state. Existing ones with the same names are replaced. */
export function seedAccount(state: Cell<FcState>, seed: AccountSeed, context: SeedContext): void {
  for (const layer of seed.layers) addLayer(state, 'layers', layer, context)
  for (const layer of seed.officialLayers) addLayer(state, 'officialLayers', { ...layer, public: true }, context)
  for (const body of seed.customDomains) {
    state.current = { ...state.current, domains: state.current.domains.without(body.domainName) }
    const apiError = (code: string, message = '') => new ApiError(code, { message })
    createCustomDomain({ ...context, ...noRequest, state, apiError, path: {}, query: {}, body })
  }
  for (const { version, ...instance } of seed.instances) {
    const instances = put(state.current.instances, instance.instanceId, { ...instance, versionId: version })
    state.current = { ...state.current, instances }
  }
  for (const capacity of seed.reservedCapacities) {
    const reservedCapacities = put(state.current.reservedCapacities, capacity.instanceId, capacity)
    state.current = { ...state.current, reservedCapacities }
  }
  const accountSettings = { ...state.current.accountSettings, ...seed.accountSettings }
  state.current = { ...state.current, accountSettings }
}

const noRequest = {
  changeLater() {},
  behaviour: undefined,
  header: { 'X-Fc-Account-Id': undefined, 'X-Fc-Date': undefined, 'X-Fc-Trace-Id': undefined },
  origin: '',
  namespace: '',
  requestId: '',
}

/** The account in the resource names of official layers. */
const officialAccount = 'official'

function addLayer(
  state: Cell<FcState>,
  kind: 'layers' | 'officialLayers',
  { layerName, public: isPublic, versions }: z.output<typeof LayerSeed>,
  { clock, ids }: SeedContext,
): void {
  const apiError = (code: string, message = '') => new ApiError(code, { message: `layer '${layerName}': ${message}` })
  const accountId = kind === 'officialLayers' ? officialAccount : toAccountId('')
  let layer: StoredLayer | undefined
  for (const { Code, license, ...settings } of versions) {
    const content = {
      createTime: toSecondTime(clock.now()),
      etag: ids.etag(),
      code: toStoredCode(Code, ids, apiError),
      settings,
      ...(license !== undefined && { license }),
    }
    ;({ layer } = addLayerVersion(layer, { layerName, accountId }, content))
  }
  if (!layer) return
  state.current = { ...state.current, [kind]: put(state.current[kind], layerName, { ...layer, isPublic }) }
}
