import type { Operation } from '../../schemas/core/operation.ts'
import type { Sample } from '../checks/sample.ts'
import type { JsonObject } from '../core/assertions/expect-response.ts'
import type { Tolerance } from '../core/assertions/tolerance.ts'
import type { Code } from './code-archive.ts'

type OperationName =
  | 'createService'
  | 'getService'
  | 'updateService'
  | 'createFunction'
  | 'getFunction'
  | 'updateFunction'
  | 'deleteFunction'
  | 'listFunctions'
  | 'getFunctionCode'
  | 'invokeFunction'
  | 'publishVersion'
  | 'listVersions'
  | 'deleteVersion'
  | 'createAlias'
  | 'getAlias'
  | 'updateAlias'
  | 'deleteAlias'
  | 'listAliases'

type ToleranceName =
  | 'missingQualifier'
  | 'otherFormOfVersion'
  | 'missingParentOfVersion'
  | 'unchangedVersion'
  | 'concurrentVersions'
  | 'versionWithoutBody'
  | 'deletionOfNamedVersion'
  | 'forwardDirection'
  | 'weightAtBound'
  | 'severalWeights'
  | 'emptyEvent'
  | 'wrongTag'

/** What the checks of both API versions need to know of a version. */
export interface Facts {
  /** The names are those of FC 2016-08-15. */
  readonly operations: Readonly<Record<OperationName, Operation>>
  readonly samples: Readonly<Record<'service' | 'function' | 'trigger' | 'version' | 'alias', Sample>>
  readonly tolerances: Readonly<Record<ToleranceName, Tolerance>>
  /** The code of a function of the sample that returns a text. */
  readonly toCode: (response: string) => Code
  /** The fields of an alias that name its version. */
  readonly toVersion: (versionId: string) => JsonObject
  /** The id of a user in the settings of a service. */
  readonly toId: (id: string) => string | number
}
