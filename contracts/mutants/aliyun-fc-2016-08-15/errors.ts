import { withText } from '../changes.ts'
import { define } from '../define.ts'
import type { Mutant, Wrap } from '../mutant.ts'
import { dropHeader, readObject, setJson, setText } from '../response.ts'
import {
  editAllResponses,
  editErrors,
  fixAndRetry,
  intercept,
  mapErrorBody,
  replaceErrorByStatus,
  replaceStatus,
} from './edits.ts'
import { nameOf } from './resources.ts'

const missing = (thing: string) => [`missing-${thing}-is-rejected`]

/** Sections 8, 9 and 10 of the catalogue: error format and missing errors. */
export const errorMutants: readonly Mutant[] = [
  define(
    'E01',
    'GetFunction',
    'returns errors with undocumented fields only',
    missing('function'),
    mapErrorBody('GetFunction', () => ({ error: { kind: 'missing' } })),
  ),
  define(
    'E01',
    'CreateService',
    'returns errors as a JSON string',
    ['duplicate-name-is-rejected'],
    mapErrorBody('CreateService', () => 'ServiceAlreadyExists'),
  ),
  define(
    'E02',
    'DeleteAlias',
    'returns errors in HTML',
    missing('alias'),
    editErrors('DeleteAlias', undefined, withText('text/html', '<h1>Not Found</h1>')),
  ),
  define(
    'E02',
    'UpdateFunction',
    'returns errors in plain text',
    missing('function'),
    editErrors('UpdateFunction', undefined, withText('text/plain', 'not found')),
  ),
  define(
    'E03',
    'UpdateService',
    'returns FunctionNotFound for a missing service',
    missing('service'),
    replaceErrorByStatus('UpdateService', 404, 'FunctionNotFound'),
  ),
  define(
    'E03',
    'DeleteFunction',
    'returns ServiceNotFound for a missing function',
    missing('function'),
    replaceErrorByStatus('DeleteFunction', 404, 'ServiceNotFound'),
  ),
  define(
    'E03',
    'CreateTrigger',
    'returns FunctionAlreadyExists for a duplicate trigger',
    ['duplicate-name-is-rejected'],
    replaceErrorByStatus('CreateTrigger', 409, 'FunctionAlreadyExists'),
  ),
  define(
    'E03',
    'DeleteVersion',
    'returns AliasNotFound for a missing version',
    missing('version'),
    replaceErrorByStatus('DeleteVersion', 404, 'AliasNotFound'),
  ),
  define('E04', 'GetAlias', 'returns the right code with 400', missing('alias'), replaceStatus('GetAlias', 400, 404)),
  define(
    'E04',
    'PublishVersion',
    'returns the right code with 400',
    ['publish-without-change-is-handled'],
    replaceStatus('PublishVersion', 400, 409),
  ),
  define(
    'E05',
    'ListFunctions',
    'returns the error format of another vendor',
    missing('service'),
    mapErrorBody('ListFunctions', () => ({ error_code: 'FSS.1051', error_msg: 'not found' })),
  ),
  define(
    'E05',
    'DeleteVersion',
    'returns the error code of another vendor',
    missing('version'),
    mapErrorBody('DeleteVersion', () => ({
      ErrorCode: 'FSS.1052',
      errorCode: 'FSS.1052',
      ErrorMessage: 'none',
      errorMessage: 'none',
    })),
  ),
  define(
    'E08',
    'GetTrigger',
    'returns null for the message',
    missing('trigger'),
    mapErrorBody('GetTrigger', (body) => ({ ...body, ErrorMessage: null, errorMessage: null })),
  ),
  define(
    'E14',
    'GetFunctionCode',
    'returns InvalidArgument with 404 for a missing function',
    missing('function'),
    replaceErrorByStatus('GetFunctionCode', 404, 'InvalidArgument', 404),
  ),
  define(
    'E18',
    'CreateTrigger',
    'returns 415 for truncated JSON',
    ['truncated-json-is-rejected'],
    intercept('CreateTrigger', async (call, { forward }) => {
      const response = await forward()
      if (call.body === undefined && response.status === 400) response.status = 415
      return response
    }),
  ),
  define(
    'N10',
    'ListServices',
    'returns 200 for an unsupported method',
    ['unsupported-method-is-rejected'],
    editAllResponses(undefined, (response, call) => {
      if (call.request.method !== 'PATCH') return
      response.status = 200
      setJson(response, { services: [] })
    }),
  ),
  define(
    'I02',
    'DeleteService',
    'returns 500 for the second deletion',
    ['second-delete-is-rejected'],
    replaceErrorByStatus('DeleteService', 404, 'InternalServerError'),
  ),
  define(
    'I02',
    'DeleteVersion',
    'returns 500 for the second deletion',
    ['second-delete-is-rejected'],
    replaceErrorByStatus('DeleteVersion', 404, 'InternalServerError'),
  ),
  define(
    'I03',
    'DeleteFunction',
    'returns 204 for a missing resource',
    ['second-delete-is-rejected', ...missing('function')],
    return204('DeleteFunction'),
  ),
  define(
    'I03',
    'DeleteAlias',
    'returns 204 for a missing resource',
    ['second-delete-is-rejected', ...missing('alias')],
    return204('DeleteAlias'),
  ),
  ...(['CreateAlias', 'CreateTrigger', 'CreateService', 'CreateFunction'] as const).map((operation) =>
    define(
      'I04',
      operation,
      'overwrites a duplicate',
      ['duplicate-name-is-rejected', 'duplicate-create-keeps-the-first'],
      overwriteDuplicate(operation),
    ),
  ),
]

function return204(operation: string): Wrap {
  return editErrors(operation, 404, (response) => {
    response.status = 204
    dropHeader(response, 'content-type')
    setText(response, '')
  })
}

/** Deletes the existing resource, then creates the duplicate. */
function overwriteDuplicate(operation: string): Wrap {
  return fixAndRetry(operation, 409, ({ path, request }, send) =>
    send('DELETE', `${path}/${nameOf(readObject(request))}`),
  )
}
