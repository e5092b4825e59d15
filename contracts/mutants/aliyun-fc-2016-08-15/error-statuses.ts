import { define } from '../define.ts'
import type { Mutant, Wrap } from '../mutant.ts'
import { setJson } from '../response.ts'
import { editErrors, replaceErrorByStatus, replaceStatus } from './edits.ts'

const missing = (...things: readonly string[]) => things.map((thing) => `missing-${thing}-is-rejected`)

/** Section 1 of the catalogue: status codes of errors. */
export const errorStatusMutants: readonly Mutant[] = [
  define(
    'S09',
    'GetService',
    'returns 200 for a missing resource',
    missing('service'),
    returnEmptyObject('GetService'),
  ),
  define('S09', 'GetAlias', 'returns 200 for a missing resource', missing('alias'), returnEmptyObject('GetAlias')),
  define(
    'S09',
    'GetFunctionCode',
    'returns 200 for a missing resource',
    missing('function'),
    returnEmptyObject('GetFunctionCode'),
  ),
  define(
    'S10',
    'GetFunction',
    'returns 500 for a missing resource',
    missing('function'),
    toInternalError('GetFunction', 404),
  ),
  define(
    'S10',
    'DeleteTrigger',
    'returns 500 for a missing resource',
    missing('trigger'),
    toInternalError('DeleteTrigger', 404),
  ),
  define(
    'S10',
    'UpdateAlias',
    'returns 500 for a missing resource',
    missing('alias'),
    toInternalError('UpdateAlias', 404),
  ),
  define(
    'S11',
    'GetTrigger',
    'returns 400 for a missing resource',
    missing('trigger'),
    toInvalidArgument('GetTrigger', 404),
  ),
  define(
    'S11',
    'DeleteFunction',
    'returns 400 for a missing resource',
    missing('function'),
    toInvalidArgument('DeleteFunction', 404),
  ),
  define(
    'S12',
    'CreateFunction',
    'returns FunctionNotFound for a missing service',
    missing('service'),
    replaceErrorByStatus('CreateFunction', 404, 'FunctionNotFound'),
  ),
  define(
    'S12',
    'GetTrigger',
    'returns TriggerNotFound for a missing function',
    missing('function'),
    replaceErrorByStatus('GetTrigger', 404, 'TriggerNotFound'),
  ),
  define(
    'S12',
    'ListTriggers',
    'returns ServiceNotFound for a missing function',
    missing('function'),
    replaceErrorByStatus('ListTriggers', 404, 'ServiceNotFound'),
  ),
  define(
    'S13',
    'DeleteAlias',
    'returns AccessDenied for a missing resource',
    missing('alias'),
    replaceErrorByStatus('DeleteAlias', 404, 'AccessDenied'),
  ),
  define(
    'S13',
    'UpdateService',
    'returns AccessDenied for a missing resource',
    missing('service'),
    replaceErrorByStatus('UpdateService', 404, 'AccessDenied'),
  ),
  define(
    'S14',
    'CreateService',
    'returns 422 instead of 400',
    [/rejects-description-type/],
    replaceStatus('CreateService', 422, 400),
  ),
  define(
    'S14',
    'UpdateFunction',
    'returns 422 instead of 400',
    [/rejects-timeout/],
    replaceStatus('UpdateFunction', 422, 400),
  ),
  define(
    'S14',
    'CreateTrigger',
    'returns 422 instead of 400',
    [/rejects-triggerName/],
    replaceStatus('CreateTrigger', 422, 400),
  ),
  define(
    'S15',
    'CreateAlias',
    'returns 200 with the error body',
    [/rejects-aliasName/],
    replaceStatus('CreateAlias', 200, 400),
  ),
  define(
    'S15',
    'UpdateService',
    'returns 200 with the error body',
    [/rejects-role/],
    replaceStatus('UpdateService', 200, 400),
  ),
  define(
    'S15',
    'ListFunctions',
    'returns 200 with the error body',
    ['rejects-limit-101'],
    replaceStatus('ListFunctions', 200, 400),
  ),
  define(
    'S16',
    'CreateFunction',
    'returns 500 instead of 400',
    [/rejects-memorySize/],
    toInternalError('CreateFunction', 400),
  ),
  define(
    'S16',
    'UpdateTrigger',
    'returns 500 instead of 400',
    [/rejects-invocationRole/],
    toInternalError('UpdateTrigger', 400),
  ),
  define(
    'S16',
    'ListVersions',
    'returns 500 instead of 400',
    ['rejects-limit-x'],
    toInternalError('ListVersions', 400),
  ),
  define(
    'S17',
    'CreateService',
    'returns 400 instead of 409 for a duplicate',
    ['duplicate-name-is-rejected'],
    toInvalidArgument('CreateService', 409),
  ),
  define(
    'S17',
    'CreateTrigger',
    'returns 400 instead of 409 for a duplicate',
    ['duplicate-name-is-rejected'],
    toInvalidArgument('CreateTrigger', 409),
  ),
  define(
    'S18',
    'CreateFunction',
    'returns 412 instead of 409 for a duplicate',
    ['duplicate-name-is-rejected'],
    replaceErrorByStatus('CreateFunction', 409, 'PreconditionFailed'),
  ),
  define(
    'S18',
    'DeleteService',
    'returns 412 instead of 409 for a service with functions',
    ['service-with-function-is-rejected'],
    replaceErrorByStatus('DeleteService', 409, 'PreconditionFailed'),
  ),
  define(
    'S18',
    'PublishVersion',
    'returns 412 instead of 409 if nothing has changed',
    ['publish-without-change-is-handled'],
    replaceErrorByStatus('PublishVersion', 409, 'PreconditionFailed'),
  ),
]

function returnEmptyObject(operation: string): Wrap {
  return editErrors(operation, 404, (response) => {
    response.status = 200
    setJson(response, {})
  })
}

function toInternalError(operation: string, status: number): Wrap {
  return replaceErrorByStatus(operation, status, 'InternalServerError')
}

function toInvalidArgument(operation: string, status: number): Wrap {
  return replaceErrorByStatus(operation, status, 'InvalidArgument')
}
