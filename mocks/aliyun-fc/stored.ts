import type { z } from 'zod'
import type { Alias } from '../../schemas/aliyun-fc-2016-08-15/models/alias.ts'
import type { FunctionModel } from '../../schemas/aliyun-fc-2016-08-15/models/function.ts'
import type { Service } from '../../schemas/aliyun-fc-2016-08-15/models/service.ts'
import type { Trigger } from '../../schemas/aliyun-fc-2016-08-15/models/trigger.ts'
import type { SortedMap } from '../core/sorted-map.ts'
import type { StoredCode } from './code.ts'
import type { LaterRuntime, LaterSettings } from './later-settings.ts'

/** What every stored thing has. Times are texts as every response shows them: they are read far more often than written. */
interface Dated {
  readonly createdTime: string
  readonly lastModifiedTime: string
  readonly etag: string
}

/** A service as a version of it keeps it: all that publishing takes a snapshot of. */
export interface ServiceContent extends Dated {
  readonly serviceId: string
  readonly serviceName: string
  /** Counts the changes that a version can tell: those of the service's own settings and of its functions. */
  readonly revision: number
  readonly settings: Omit<z.output<typeof Service>, 'serviceName'>
  /** By name. A version holds this very map, so that publishing costs nothing. */
  readonly functions: SortedMap<StoredFunction>
}

/** A service with what belongs to it but to none of its versions: a trigger that comes or goes changes nothing to publish. */
export interface StoredService extends ServiceContent {
  /** By {@link toVersionKey}, so that they stand in the order of their numbers. */
  readonly versions: SortedMap<StoredVersion>
  /** The highest id that a version ever had; ids are not used again while the service lives. */
  readonly lastVersionId: number
  /** By name. */
  readonly aliases: SortedMap<StoredAlias>
  /** By function name, then by trigger name; a function without triggers has no entry. */
  readonly triggers: SortedMap<SortedMap<StoredTrigger>>
  /** Invocations by function id, of functions that a rule told to count. */
  readonly counts: SortedMap<number>
}

export interface StoredFunction extends Dated {
  readonly functionId: string
  readonly functionName: string
  readonly settings: FunctionSettings
  /** What FC 2016-08-15 knows nothing of; it keeps it and never shows it. */
  readonly later?: LaterSettings
  readonly code: StoredCode
}

/** The settings that both versions of the API have; the runtime may be one that only the later version lists. */
export type FunctionSettings = Omit<z.output<typeof FunctionModel>, 'functionName' | 'code' | 'runtime'> & {
  readonly runtime: z.output<typeof FunctionModel>['runtime'] | LaterRuntime
}

export interface StoredTrigger extends Dated {
  readonly triggerId: string
  readonly settings: z.output<typeof Trigger>
}

export interface StoredVersion extends Dated {
  readonly versionId: string
  readonly description: string | undefined
  /** The service at the moment of publishing. */
  readonly published: ServiceContent
}

export interface StoredAlias extends Dated, Pick<z.output<typeof Alias>, 'description' | 'additionalVersionWeight'> {
  readonly aliasName: string
  /** The version that it names; it may be gone. */
  readonly versionId: string
}
