import { aliyunFc20210406 as api } from '../../schemas/aliyun-fc-2021-04-06/api.ts'
import type { Operation } from '../../schemas/core/operation.ts'
import { toCitation } from '../../schemas/core/source.ts'
import type { Clauses } from '../checks/clauses.ts'
import type { Rules } from '../checks/rules.ts'
import { toTolerances } from '../checks/tolerances.ts'

const generic = toTolerances(api)
const invalid = generic.wrongTag.codes

const toRequest = ({ source }: Operation, what: string) => `${toCitation(source)}, Request parameters: ${what}`
const toResponse = ({ source }: Operation, what: string) => `${toCitation(source)}, Response parameters: ${what}`
const toKeys = (operation: Operation) => toRequest(operation, Object.keys(operation.params.path).join(', '))

/** The sources state parameters of requests and responses, but no statuses (quirk B26) and no error codes (quirk C7). */
const clauses: Clauses = {
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
  // The table marks the body as not required (B18).
  optionalBodies: [api.operations.updateFunction],
  quirks: { errorBody: 'X2' },
}
