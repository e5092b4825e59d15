import { aliyunFc20210406 as api } from '../../schemas/aliyun-fc-2021-04-06/api.ts'
import { toJsonSchema } from '../../schemas/core/json-schema.ts'
import type { Operation } from '../../schemas/core/operation.ts'
import { toCitation } from '../../schemas/core/source.ts'
import { type Clauses, toClauses } from '../checks/clauses.ts'
import type { Rules } from '../checks/rules.ts'
import { toTolerances } from '../checks/tolerances.ts'
import type { Tolerance } from '../core/assertions/tolerance.ts'

const generic = toTolerances(api)
const invalid = generic.wrongTag.codes

const toRequest = ({ source }: Operation, what: string) => `${toCitation(source)}, Request parameters: ${what}`
const toResponse = ({ source }: Operation, what: string) => `${toCitation(source)}, Response parameters: ${what}`
const toKeys = (operation: Operation) => toRequest(operation, Object.keys(operation.params.path).join(', '))

/** Pages 000 and 003 state parameters of requests and responses, but no statuses (quirk B26) and no error codes (quirk C7). */
const pageClauses: Clauses = {
  success: (operation) => `${toCitation(operation.source)}, Response parameters (status 200 is observed: quirk B26)`,
  error: (operation, ...statuses) =>
    `${toKeys(operation)} (status ${statuses.join(' or ')} and its code are observed: quirks B26, C7)`,
  outcomes: (operation, ...statuses) =>
    `${toCitation(operation.source)}, Request parameters (the statuses 200, ${statuses.join(', ')} are observed: quirk B26)`,
  path: toKeys,
  query: (operation, ...names) => toRequest(operation, names.join(', ')),
  header: toRequest,
  responseHeader: (operation, name) => `${toResponse(operation, name)} (quirk B26)`,
  requestFields: (operation, ...fields) => toRequest(operation, fields.join(', ')),
  responseFields: (operation, ...fields) => toResponse(operation, fields.join(', ')),
  errorBody: () => 'observed: the properties of an error (quirk X2)',
}

const definitionClauses = toClauses(api)

/** FC-DEF states statuses, but no error codes. */
const clauses: Clauses = {
  success: (operation) => toOwn(operation).success(operation),
  error: (operation, ...statuses) =>
    `${toOwn(operation).error(operation, ...statuses)}${isOfPage(operation) ? '' : ' (the codes are observed)'}`,
  outcomes: (operation, ...statuses) => toOwn(operation).outcomes(operation, ...statuses),
  path: (operation) => toOwn(operation).path(operation),
  query: (operation, ...names) => toOwn(operation).query(operation, ...names),
  header: (operation, name) => toOwn(operation).header(operation, name),
  responseHeader: (operation, name) => toOwn(operation).responseHeader(operation, name),
  requestFields: (operation, ...fields) => toOwn(operation).requestFields(operation, ...fields),
  responseFields: (operation, ...fields) => toOwn(operation).responseFields(operation, ...fields),
  errorBody: pageClauses.errorBody,
}

function isOfPage({ source }: Operation): boolean {
  return !source.source.isDefinition
}

function toOwn(operation: Operation): Clauses {
  return isOfPage(operation) ? pageClauses : definitionClauses
}

/** The sources state a format of X-Fc-Date, but not the response to another format. The date is not signed. */
export const invalidDate: Tolerance = {
  ...generic.malformedBody,
  about: 'X-Fc-Date that is not a date',
  undocumented: [400],
}

/** What the generic checks need to know of FC 2021-04-06. */
export const rules: Rules = {
  api,
  clauses,
  tolerances: {
    ...generic,
    // No source states the response to the ETag of another state.
    wrongTag: {
      ...generic.wrongTag,
      codes: ['PreconditionFailed', 'ConcurrentUpdateError', ...invalid],
      quirk: 'B27',
    },
    quotedTag: {
      ...generic.quotedTag,
      codes: ['PreconditionFailed', 'ConcurrentUpdateError', ...invalid],
      quirk: 'B27',
    },
    mediaType: { ...generic.mediaType, undocumented: [400] },
  },
  // Page 000 and FC-DEF mark every body as not required (B18, D1, F20). Without required fields, it may be absent.
  optionalBodies: Object.values(api.operations).filter(
    ({ body }) => body && (toJsonSchema(body.schema).required ?? []).length === 0,
  ),
  openParameters: [{ names: /^rejects-X-Fc-Date-/, tolerance: invalidDate, quirk: 'B12' }],
  quirks: { errorBody: 'X2' },
}
