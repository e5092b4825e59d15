import { define } from '../define.ts'
import { perServer } from '../kit.ts'
import type { Mutant, Wrap } from '../mutant.ts'
import { headerOf, readText } from '../response.ts'
import { editAllResponses, editSuccess, rejectBodies, setError } from './edits.ts'

/** Sections 8, 10 and 11 of the catalogue: valid requests that are rejected. */
export const strictnessMutants: readonly Mutant[] = [
  define(
    'V21',
    'ListServices',
    'returns 500 for an undocumented parameter',
    ['undocumented-parameter-is-handled'],
    editAllResponses('ListServices', (response, { query }) => {
      const known = ['limit', 'nextToken', 'prefix', 'startKey']
      if ([...query.keys()].some((name) => !known.includes(name))) setError(response, 'InternalServerError')
    }),
  ),
  define(
    'V23',
    'CreateFunction',
    'rejects the maximum memorySize',
    ['accepts-memorySize-maximum-3072'],
    rejectBodies('CreateFunction', (body) => body.memorySize === 3072),
  ),
  define(
    'V23',
    'UpdateFunction',
    'rejects the maximum timeout',
    ['accepts-timeout-maximum-300'],
    rejectBodies('UpdateFunction', (body) => body.timeout === 300),
  ),
  define(
    'V23',
    'CreateFunction',
    'rejects the minimum timeout',
    ['accepts-timeout-minimum-1'],
    rejectBodies('CreateFunction', (body) => body.timeout === 1),
    { as: 'minimum' },
  ),
  define(
    'V23',
    'ListTriggers',
    'rejects the maximum limit',
    ['accepts-limit-100'],
    editAllResponses('ListTriggers', (response, { query }) => {
      if (query.get('limit') === '100') setError(response)
    }),
  ),
  define(
    'N03',
    'UpdateService',
    'rejects a Content-Type with a charset',
    ['media-type-with-charset-is-accepted'],
    rejectHeader('UpdateService', 'content-type', /charset/),
  ),
  define(
    'N07',
    'CreateTrigger',
    'rejects Accept: */*',
    ['media-type-with-charset-is-accepted'],
    rejectHeader('CreateTrigger', 'accept', /^\*/),
  ),
  define(
    'I01',
    'UpdateService',
    'rejects a repeated update',
    ['repeated-update-has-same-result'],
    rejectRepeated('UpdateService'),
  ),
  define(
    'I01',
    'UpdateAlias',
    'rejects a repeated update',
    ['repeated-update-has-same-result'],
    rejectRepeated('UpdateAlias'),
  ),
]

function rejectHeader(operation: string, name: string, value: RegExp): Wrap {
  return editSuccess(operation, (response, { request }) => {
    if (value.test(headerOf(request, name) ?? '')) setError(response)
  })
}

/** Rejects a request whose body equals that of the previous request to the same path. */
function rejectRepeated(operation: string): Wrap {
  return perServer(() => {
    const last = new Map<string, string>()
    return editAllResponses(operation, (response, { path, request }) => {
      const body = readText(request)
      if (last.get(path) === body && response.status < 300) setError(response)
      last.set(path, body)
    })
  })
}
