import type { z } from 'zod'
import type { GetAccountSettingsOutput } from '../../schemas/aliyun-fc/models/account-settings.ts'
import type { CreateCustomDomainInput } from '../../schemas/aliyun-fc/models/custom-domain.ts'
import type { ClaimGPUInstanceInput } from '../../schemas/aliyun-fc-2021-04-06/models/gpu-instance.ts'
import type { OpenReservedCapacity } from '../../schemas/aliyun-fc/models/reserved-capacity.ts'
import { emptySortedMap, type SortedMap } from '../core/sorted-map.ts'
import type { StoredLayer } from './layers.ts'

export interface StoredDomain {
  readonly accountId: string
  readonly domainName: string
  readonly createdTime: string
  readonly lastModifiedTime: string
  readonly settings: Omit<z.output<typeof CreateCustomDomainInput>, 'domainName'>
}

/** An instance that a seed describes. */
export interface StoredInstance {
  readonly instanceId: string
  readonly serviceName: string
  readonly functionName: string
  /** A version id, or LATEST. */
  readonly versionId: string
}

export interface StoredGpuInstance {
  readonly instanceId: string
  readonly publicIp: string
  readonly createdTime: string
  readonly settings: z.output<typeof ClaimGPUInstanceInput>
}

/** A stateful asynchronous invocation. Its status is not stored: it follows from the clock. */
export interface StoredTask {
  readonly invocationId: string
  readonly requestId: string
  readonly serviceName: string
  readonly functionName: string
  readonly functionId: string
  /** The qualifier of the invocation, or LATEST. */
  readonly qualifier: string
  /** The version that runs: a version id, or LATEST. */
  readonly versionId: string
  readonly instanceId: string
  readonly payload: string
  /** In milliseconds since 1970. */
  readonly acceptedAt: number
  readonly stoppedAt?: number
  /** The duration of each attempt. Absent while a local function runs. */
  readonly durationMs?: number
  /** Message of the error of each attempt. Absent: the function succeeds. */
  readonly error?: string
  /** The number of further attempts after a failure. */
  readonly maxRetries: number
  /** The result has a destination. Absent while a local function runs. */
  readonly hasDestination?: boolean
}

/** What an account has besides its services. Only FC 2021-04-06 has operations for these resources. */
export interface AccountResources {
  /** By name. */
  readonly layers: SortedMap<StoredLayer>
  /** By name. Only a seed can add one. */
  readonly officialLayers: SortedMap<StoredLayer>
  /** By name. */
  readonly domains: SortedMap<StoredDomain>
  /** By function id, qualifier and invocation id. */
  readonly tasks: SortedMap<StoredTask>
  /** By id. Only a seed can add one. */
  readonly instances: SortedMap<StoredInstance>
  /** By id. Only a seed can add one. */
  readonly reservedCapacities: SortedMap<z.output<typeof OpenReservedCapacity>>
  /** By id. */
  readonly gpuInstances: SortedMap<StoredGpuInstance>
  /** Settings that differ from the defaults. */
  readonly accountSettings: z.output<typeof GetAccountSettingsOutput>
}

export const noAccountResources: AccountResources = {
  layers: emptySortedMap(),
  officialLayers: emptySortedMap(),
  domains: emptySortedMap(),
  tasks: emptySortedMap(),
  instances: emptySortedMap(),
  reservedCapacities: emptySortedMap(),
  gpuInstances: emptySortedMap(),
  accountSettings: {},
}
