import type { Api } from '../../schemas/core/api.ts'
import type { Tolerance } from '../core/assertions/tolerance.ts'

/** Behaviour that the generic checks accept because sources rarely state it. */
export interface CrudTolerances {
  readonly wrongTag: Tolerance
  readonly quotedTag: Tolerance
  readonly serverSetField: Tolerance
  readonly emptyUpdate: Tolerance
  readonly nullField: Tolerance
  readonly emptyText: Tolerance
  readonly longText: Tolerance
  /** The error codes for missing resources pass, too. */
  readonly invalidBodyForMissing: Tolerance
  readonly malformedBody: Tolerance
  readonly mediaType: Tolerance
  readonly limitBelowOne: Tolerance
  readonly undocumentedParameter: Tolerance
  readonly longUrl: Tolerance
  readonly lineBreak: Tolerance
  readonly encodedSlash: Tolerance
  readonly unsupportedMethod: Tolerance
  readonly unknownPath: Tolerance
}

/**
 * The tolerances of an API: an error for an invalid argument passes, and a success where no source requires the error.
 * `undocumented`: statuses that pass with unknown codes.
 */
export function toTolerances(
  { dialect: { codes } }: Pick<Api, 'dialect'>,
  undocumented: readonly number[] = [],
): CrudTolerances {
  const invalid = { codes: [codes.invalid], ...(undocumented.length > 0 && { undocumented }) }
  const open = (about: string): Tolerance => ({ about, ...invalid, succeeds: true })
  return {
    wrongTag: { about: 'If-Match with the ETag of another state', ...invalid },
    quotedTag: open('If-Match with the ETag in quotation marks'),
    serverSetField: open('a request with a field that the server sets'),
    emptyUpdate: open('an update without fields'),
    nullField: open('a field that is null in an update'),
    emptyText: open('an empty text in an update'),
    longText: open('a text of 300 characters'),
    invalidBodyForMissing: { about: 'an invalid body for a resource that does not exist', ...invalid },
    malformedBody: open('a malformed body'),
    mediaType: { ...open('JSON with another media type, or with none'), statuses: [415] },
    limitBelowOne: open('a limit below 1'),
    undocumentedParameter: open('an undocumented query parameter'),
    longUrl: { ...open('a long URL'), statuses: [400, 414, 431] },
    lineBreak: { ...open('a line break in a query parameter'), statuses: [400] },
    encodedSlash: { about: 'a key with an encoded slash', codes: [], statuses: [400, 403, 404] },
    unsupportedMethod: { about: 'a method that no operation has', codes: [], statuses: [400, 403, 404, 405, 501] },
    unknownPath: { about: 'a path that no operation has', codes: [], statuses: [400, 403, 404, 405] },
  }
}
