import { dropHeader, readRow, setJson, setText } from '../response.ts'
import { withText } from '../changes.ts'
import { define } from '../define.ts'
import type { Mutant, Wrap } from '../mutant.ts'
import { every, instead, editRequest, replaceStatus, replaceErrorCode, refusal, replaceErrorBody } from './edits.ts'
import { nameOf } from './resources.ts'

const missing = (thing: string) => [`missing-${thing}-is-rejected`]

/** Sections 8, 9 and 10: how errors look, and what is no error though it must be one. */
export const errorMutants: readonly Mutant[] = [
  define(
    'E01',
    'GetFunction',
    'returns errors as it likes',
    missing('function'),
    replaceErrorBody('GetFunction', () => ({ error: { kind: 'missing' } })),
  ),
  define(
    'E01',
    'CreateService',
    'returns errors as a text',
    ['duplicate-name-is-rejected'],
    replaceErrorBody('CreateService', () => 'ServiceAlreadyExists'),
  ),
  define(
    'E02',
    'DeleteAlias',
    'returns errors in HTML',
    missing('alias'),
    refusal('DeleteAlias', undefined, withText('text/html', '<h1>Not Found</h1>')),
  ),
  define(
    'E02',
    'UpdateFunction',
    'returns errors in plain text',
    missing('function'),
    refusal('UpdateFunction', undefined, withText('text/plain', 'not found')),
  ),
  define(
    'E03',
    'UpdateService',
    'says that the function is missing',
    missing('service'),
    replaceErrorCode('UpdateService', 404, 'FunctionNotFound'),
  ),
  define(
    'E03',
    'DeleteFunction',
    'says that the service is missing',
    missing('function'),
    replaceErrorCode('DeleteFunction', 404, 'ServiceNotFound'),
  ),
  define(
    'E03',
    'CreateTrigger',
    'says that the function exists',
    ['duplicate-name-is-rejected'],
    replaceErrorCode('CreateTrigger', 409, 'FunctionAlreadyExists'),
  ),
  define(
    'E03',
    'DeleteVersion',
    'says that the alias is missing',
    missing('version'),
    replaceErrorCode('DeleteVersion', 404, 'AliasNotFound'),
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
    "returns errors in another vendor's form",
    missing('service'),
    replaceErrorBody('ListFunctions', () => ({ error_code: 'FSS.1051', error_msg: 'not found' })),
  ),
  define(
    'E05',
    'DeleteVersion',
    "returns another vendor's code",
    missing('version'),
    replaceErrorBody('DeleteVersion', () => ({
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
    replaceErrorBody('GetTrigger', (body) => ({ ...body, ErrorMessage: null, errorMessage: null })),
  ),
  define(
    'E14',
    'GetFunctionCode',
    'has a code of its own for a missing function',
    missing('function'),
    replaceErrorCode('GetFunctionCode', 404, 'InvalidArgument', 404),
  ),
  define(
    'E18',
    'CreateTrigger',
    'returns 415 for JSON that breaks off',
    ['truncated-json-is-rejected'],
    instead('CreateTrigger', async (call, { forward }) => {
      const response = await forward()
      if (call.body === undefined && response.status === 400) response.status = 415
      return response
    }),
  ),
  define(
    'N10',
    'ListServices',
    'returns a method that no operation has',
    ['unsupported-method-is-rejected'],
    every(undefined, (response, call) => {
      if (call.request.method !== 'PATCH') return
      response.status = 200
      setJson(response, { services: [] })
    }),
  ),
  define(
    'I02',
    'DeleteService',
    'breaks down at the second deletion',
    ['second-delete-is-rejected'],
    replaceErrorCode('DeleteService', 404, 'InternalServerError'),
  ),
  define(
    'I02',
    'DeleteVersion',
    'breaks down at the second deletion',
    ['second-delete-is-rejected'],
    replaceErrorCode('DeleteVersion', 404, 'InternalServerError'),
  ),
  define(
    'I03',
    'DeleteFunction',
    'returns 204 for what is missing',
    ['second-delete-is-rejected', ...missing('function')],
    toDone('DeleteFunction'),
  ),
  define(
    'I03',
    'DeleteAlias',
    'returns 204 for what is missing',
    ['second-delete-is-rejected', ...missing('alias')],
    toDone('DeleteAlias'),
  ),
  ...(['CreateAlias', 'CreateTrigger', 'CreateService', 'CreateFunction'] as const).map((operation) =>
    define(
      'I04',
      operation,
      'overwrites a duplicate',
      ['duplicate-name-is-rejected', 'duplicate-create-keeps-the-first'],
      overwriting(operation),
    ),
  ),
]

function toDone(operation: string): Wrap {
  return refusal(operation, 404, (response) => {
    response.status = 204
    dropHeader(response, 'content-type')
    setText(response, '')
  })
}

/** Makes a duplicate by deleting what is there. */
function overwriting(operation: string): Wrap {
  return editRequest(operation, 409, ({ path, request }, ask) => ask('DELETE', `${path}/${nameOf(readRow(request))}`))
}
