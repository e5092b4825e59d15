import { dropHeader, readRow, setJson, setText } from '../response.ts'
import { withText } from '../changes.ts'
import { define } from '../define.ts'
import type { Mutant, Wrap } from '../mutant.ts'
import { every, instead, mending, numbering, recoding, refusal, shaping } from './edits.ts'
import { nameOf } from './resources.ts'

const missing = (thing: string) => [`missing-${thing}-is-rejected`]

/** Sections 8, 9 and 10: how errors look, and what is no error though it must be one. */
export const errorMutants: readonly Mutant[] = [
  define(
    'E01',
    'GetFunction',
    'answers errors as it likes',
    missing('function'),
    shaping('GetFunction', () => ({ error: { kind: 'missing' } })),
  ),
  define(
    'E01',
    'CreateService',
    'answers errors as a text',
    ['duplicate-name-is-rejected'],
    shaping('CreateService', () => 'ServiceAlreadyExists'),
  ),
  define(
    'E02',
    'DeleteAlias',
    'answers errors in HTML',
    missing('alias'),
    refusal('DeleteAlias', undefined, withText('text/html', '<h1>Not Found</h1>')),
  ),
  define(
    'E02',
    'UpdateFunction',
    'answers errors in plain text',
    missing('function'),
    refusal('UpdateFunction', undefined, withText('text/plain', 'not found')),
  ),
  define(
    'E03',
    'UpdateService',
    'says that the function is missing',
    missing('service'),
    recoding('UpdateService', 404, 'FunctionNotFound'),
  ),
  define(
    'E03',
    'DeleteFunction',
    'says that the service is missing',
    missing('function'),
    recoding('DeleteFunction', 404, 'ServiceNotFound'),
  ),
  define(
    'E03',
    'CreateTrigger',
    'says that the function exists',
    ['duplicate-name-is-rejected'],
    recoding('CreateTrigger', 409, 'FunctionAlreadyExists'),
  ),
  define(
    'E03',
    'DeleteVersion',
    'says that the alias is missing',
    missing('version'),
    recoding('DeleteVersion', 404, 'AliasNotFound'),
  ),
  define('E04', 'GetAlias', 'answers the right code with 400', missing('alias'), numbering('GetAlias', 400, 404)),
  define(
    'E04',
    'PublishVersion',
    'answers the right code with 400',
    ['publish-without-change-is-handled'],
    numbering('PublishVersion', 400, 409),
  ),
  define(
    'E05',
    'ListFunctions',
    "answers errors in another vendor's form",
    missing('service'),
    shaping('ListFunctions', () => ({ error_code: 'FSS.1051', error_msg: 'not found' })),
  ),
  define(
    'E05',
    'DeleteVersion',
    "answers another vendor's code",
    missing('version'),
    shaping('DeleteVersion', () => ({
      ErrorCode: 'FSS.1052',
      errorCode: 'FSS.1052',
      ErrorMessage: 'none',
      errorMessage: 'none',
    })),
  ),
  define(
    'E08',
    'GetTrigger',
    'answers null for the message',
    missing('trigger'),
    shaping('GetTrigger', (body) => ({ ...body, ErrorMessage: null, errorMessage: null })),
  ),
  define(
    'E14',
    'GetFunctionCode',
    'has a code of its own for a missing function',
    missing('function'),
    recoding('GetFunctionCode', 404, 'InvalidArgument', 404),
  ),
  define(
    'E18',
    'CreateTrigger',
    'answers 415 for JSON that breaks off',
    ['truncated-json-is-rejected'],
    instead('CreateTrigger', async (call, { forward }) => {
      const answer = await forward()
      if (call.body === undefined && answer.status === 400) answer.status = 415
      return answer
    }),
  ),
  define(
    'N10',
    'ListServices',
    'answers a method that no operation has',
    ['unsupported-method-is-rejected'],
    every(undefined, (answer, call) => {
      if (call.request.method !== 'PATCH') return
      answer.status = 200
      setJson(answer, { services: [] })
    }),
  ),
  define(
    'I02',
    'DeleteService',
    'breaks down at the second deletion',
    ['second-delete-is-rejected'],
    recoding('DeleteService', 404, 'InternalServerError'),
  ),
  define(
    'I02',
    'DeleteVersion',
    'breaks down at the second deletion',
    ['second-delete-is-rejected'],
    recoding('DeleteVersion', 404, 'InternalServerError'),
  ),
  define(
    'I03',
    'DeleteFunction',
    'answers 204 for what is missing',
    ['second-delete-is-rejected', ...missing('function')],
    toDone('DeleteFunction'),
  ),
  define(
    'I03',
    'DeleteAlias',
    'answers 204 for what is missing',
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
  return refusal(operation, 404, (answer) => {
    answer.status = 204
    dropHeader(answer, 'content-type')
    setText(answer, '')
  })
}

/** Makes a duplicate by deleting what is there. */
function overwriting(operation: string): Wrap {
  return mending(operation, 409, ({ path, request }, ask) => ask('DELETE', `${path}/${nameOf(readRow(request))}`))
}
