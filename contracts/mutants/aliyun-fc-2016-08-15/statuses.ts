import { define } from '../define.ts'
import { perServer } from '../kit.ts'
import type { Mutant, Wrap } from '../mutant.ts'
import { dropHeader, setHeader, setJson, setText } from '../response.ts'
import { editAllResponses, editSuccess, replaceStatus, returnOnlyStatus, setError } from './edits.ts'

const schema = ['response-matches-schema'] as const

/** Section 1 of the catalogue: status codes of success responses and of unavailable operations. */
export const statusMutants: readonly Mutant[] = [
  define(
    'S02',
    'DeleteFunction',
    'returns 200 with a body instead of 204',
    [...schema, 'deleted-resource-is-gone'],
    returnBody(),
  ),
  define(
    'S02',
    'DeleteAlias',
    'returns 200 with a body instead of 204',
    [...schema, 'deleted-resource-is-gone'],
    returnBody(),
  ),
  define(
    'S02',
    'DeleteVersion',
    'returns 200 with a body instead of 204',
    [...schema, 'deleted-resource-is-gone'],
    returnBody(),
  ),
  define('S03', 'UpdateTrigger', 'returns 201 instead of 200', schema, replaceStatus('UpdateTrigger', 201)),
  define('S03', 'UpdateService', 'returns 201 instead of 200', schema, replaceStatus('UpdateService', 201)),
  define('S03', 'PublishVersion', 'returns 201 instead of 200', schema, replaceStatus('PublishVersion', 201)),
  define('S04', 'UpdateFunction', 'returns 202 instead of 200', schema, replaceStatus('UpdateFunction', 202)),
  define('S04', 'CreateFunction', 'returns 202 instead of 200', schema, replaceStatus('CreateFunction', 202)),
  define(
    'S04',
    'InvokeFunction',
    'returns 202 for a synchronous invocation',
    ['invocation-is-synchronous-by-default'],
    returnAccepted(),
  ),
  define('S05', 'ListServices', 'returns 203 instead of 200', schema, replaceStatus('ListServices', 203)),
  define('S05', 'GetTrigger', 'returns 203 instead of 200', schema, replaceStatus('GetTrigger', 203)),
  define('S07', 'DeleteTrigger', 'returns 205 instead of 204', schema, replaceStatus('DeleteTrigger', 205)),
  define('S07', 'ListFunctions', 'returns 206 instead of 200', schema, replaceStatus('ListFunctions', 206)),
  define('S08', 'GetAlias', 'returns 999 instead of 200', schema, replaceStatus('GetAlias', 999)),
  define('S08', 'GetFunctionCode', 'returns 299 instead of 200', schema, replaceStatus('GetFunctionCode', 299)),
  define(
    'S20',
    'ListTriggers',
    'always returns ResourceExhausted',
    schema,
    editAllResponses('ListTriggers', (response) => setError(response, 'ResourceExhausted')),
  ),
  define(
    'S22',
    'GetService',
    'redirects to a login page',
    schema,
    editSuccess('GetService', (response) => {
      response.status = 302
      setHeader(response, 'Location', '/login')
      setText(response, '')
    }),
  ),
  define('S25', 'ListServices', 'returns 500 for every fifth call', [/./], failEvery('ListServices', 5)),
  define('S25', 'UpdateFunction', 'returns 500 for every seventh call', [/./], failEvery('UpdateFunction', 7)),
  define('S25', 'GetFunction', 'returns 500 for every sixth call', [/./], failEvery('GetFunction', 6)),
  define(
    'S26',
    'GetFunctionCode',
    'always returns ResourceThrottled without Retry-After',
    schema,
    editAllResponses('GetFunctionCode', (response) => setError(response, 'ResourceThrottled')),
  ),
  define('S27', 'ListAliases', 'returns 501', schema, returnOnlyStatus('ListAliases', 501)),
  define('S27', 'DeleteVersion', 'returns 501', schema, returnOnlyStatus('DeleteVersion', 501)),
  define('S28', 'UpdateAlias', 'returns 405', schema, returnOnlyStatus('UpdateAlias', 405)),
  define('S28', 'PublishVersion', 'returns 405', schema, returnOnlyStatus('PublishVersion', 405)),
  define('S30', 'InvokeFunction', 'rejects every request', schema, rejectAll('InvokeFunction')),
  define('S30', 'CreateAlias', 'rejects every request', schema, rejectAll('CreateAlias')),
  define('S30', 'ListVersions', 'rejects every request', schema, rejectAll('ListVersions')),
]

function returnBody(): Wrap {
  return editSuccess(['DeleteFunction', 'DeleteAlias', 'DeleteVersion'], (response) => {
    response.status = 200
    setHeader(response, 'Content-Type', 'application/json')
    setJson(response, { deleted: true })
  })
}

function returnAccepted(): Wrap {
  return editSuccess('InvokeFunction', (response) => {
    response.status = 202
    dropHeader(response, 'content-type')
    setText(response, '')
  })
}

function rejectAll(operation: string): Wrap {
  return editAllResponses(operation, (response) => setError(response))
}

function failEvery(operation: string, period: number): Wrap {
  return perServer(() => {
    let calls = 0
    return editAllResponses(operation, (response) => {
      calls += 1
      if (calls % period === 0) setError(response, 'InternalServerError')
    })
  })
}
