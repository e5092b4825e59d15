import type { z } from 'zod'
import type { AsyncInvokeConfigInput } from '../../schemas/aliyun-fc/models/async-invoke-config.ts'
import type { OnDemandConfigInput } from '../../schemas/aliyun-fc/models/on-demand-config.ts'
import type { ProvisionConfigInput } from '../../schemas/aliyun-fc/models/provision-config.ts'
import type { SortedMap } from '../core/sorted-map.ts'

export interface StoredAsyncConfig {
  readonly createdTime: string
  readonly lastModifiedTime: string
  readonly settings: z.output<typeof AsyncInvokeConfigInput>
}

export interface StoredOnDemandConfig {
  readonly etag: string
  readonly settings: z.output<typeof OnDemandConfigInput>
}

export interface StoredProvisionConfig {
  readonly etag: string
  /** The account of the resource name. */
  readonly account: string
  readonly settings: z.output<typeof ProvisionConfigInput>
  /** When the settings were stored, in milliseconds since 1970, and the number of instances at that time. */
  readonly changedAt: number
  readonly currentAtChange: number
}

export interface StoredEventSource {
  readonly createdTime: string
}

/** Everything that belongs to a function and a qualifier: LATEST, an alias or a version. */
export interface QualifierConfigs {
  readonly asyncInvoke?: StoredAsyncConfig | undefined
  readonly onDemand?: StoredOnDemandConfig | undefined
  readonly provision?: StoredProvisionConfig | undefined
  /** By resource name. */
  readonly eventSources?: SortedMap<StoredEventSource> | undefined
}

/** Settings of a service that its versions do not include. Changing them changes nothing that can be published. */
export interface ServiceConfigs {
  readonly tags: SortedMap<string>
  /** Region and account of the last complete resource name. */
  readonly place: { readonly region: string; readonly account: string } | undefined
  readonly vpcIds: SortedMap<true>
  /** By function name, then by qualifier. */
  readonly functions: SortedMap<SortedMap<QualifierConfigs>>
}
