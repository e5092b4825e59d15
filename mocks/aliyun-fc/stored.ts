import type { z } from 'zod'
import type { Alias } from '../../schemas/aliyun-fc-2016-08-15/models/alias.ts'
import type { FunctionModel } from '../../schemas/aliyun-fc-2016-08-15/models/function.ts'
import type { Service } from '../../schemas/aliyun-fc-2016-08-15/models/service.ts'
import type { Trigger } from '../../schemas/aliyun-fc-2016-08-15/models/trigger.ts'
import type { CreateAliasInput } from '../../schemas/aliyun-fc-2021-04-06/models/alias.ts'
import type { CreateServiceInput } from '../../schemas/aliyun-fc-2021-04-06/models/service.ts'
import type { SortedMap } from '../core/sorted-map.ts'
import type { StoredCode } from './code.ts'
import type { LaterRuntime, LaterSettings } from './later-settings.ts'
import type { ServiceConfigs } from './stored-configs.ts'

/**
 * Fields of all stored resources. Times are stored as they are returned, because they are read more often than they are
 * written.
 */
interface Dated {
  readonly createdTime: string
  readonly lastModifiedTime: string
  readonly etag: string
}

type Earlier = Omit<z.output<typeof Service>, 'serviceName'>
type Later = Omit<z.output<typeof CreateServiceInput>, 'serviceName'>

/** The settings of both API versions. A value may be one that only the other version accepts. */
export type ServiceSettings = {
  readonly [Name in keyof (Earlier & Later)]?:
    | (Name extends keyof Earlier ? Earlier[Name] : never)
    | (Name extends keyof Later ? Later[Name] : never)
    | undefined
}

/** The part of a service that publishing stores in a version. */
export interface ServiceContent extends Dated {
  readonly serviceId: string
  readonly serviceName: string
  /** The number of changes that a new version would contain: changes of the service's settings and of its functions. */
  readonly revision: number
  readonly settings: ServiceSettings
  /** By name. A version shares this map, so publishing copies nothing. */
  readonly functions: SortedMap<StoredFunction>
}

/**
 * A service with the parts that its versions do not include. Changing a trigger, for example, changes nothing that can
 * be published.
 */
export interface StoredService extends ServiceContent {
  /** By {@link toVersionKey}, so that they are in numeric order. */
  readonly versions: SortedMap<StoredVersion>
  /** The highest version id so far. Ids are not reused while the service exists. */
  readonly lastVersionId: number
  /** By name. */
  readonly aliases: SortedMap<StoredAlias>
  /** By function name, then by trigger name. A function without triggers has no entry. */
  readonly triggers: SortedMap<SortedMap<StoredTrigger>>
  /** Number of invocations by function id, for functions whose rule needs it. */
  readonly counts: SortedMap<number>
  /** Absent until the first one is stored. */
  readonly configs?: ServiceConfigs | undefined
}

export interface StoredFunction extends Dated {
  readonly functionId: string
  readonly functionName: string
  readonly settings: FunctionSettings
  /** Settings that FC 2016-08-15 does not document. */
  readonly later?: LaterSettings
  readonly code: StoredCode
}

/** The settings of both API versions. The runtime may be one that only the later version documents. */
export type FunctionSettings = Omit<
  z.output<typeof FunctionModel>,
  'functionName' | 'code' | 'runtime' | keyof LaterSettings
> & {
  readonly runtime: z.output<typeof FunctionModel>['runtime'] | LaterRuntime
}

export interface StoredTrigger extends Dated {
  readonly triggerId: string
  readonly settings: z.output<typeof Trigger>
}

export interface StoredVersion extends Dated {
  readonly versionId: string
  readonly description: string | undefined
  /** The service at the time of publishing. */
  readonly published: ServiceContent
}

/** Only FC 2021-04-06 documents `resolvePolicy` and `routePolicy`. */
export interface StoredAlias
  extends Dated,
    Pick<z.output<typeof Alias>, 'description' | 'additionalVersionWeight'>,
    Partial<Pick<z.output<typeof CreateAliasInput>, 'resolvePolicy' | 'routePolicy'>> {
  readonly aliasName: string
  /** The version that the alias names. It may not exist. */
  readonly versionId: string
}
