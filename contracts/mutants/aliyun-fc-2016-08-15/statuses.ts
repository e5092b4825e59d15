import { dropHeader, setHeader, setJson, setText } from '../response.ts'
import { define } from '../define.ts'
import { fresh } from '../kit.ts'
import type { Mutant, Wrap } from '../mutant.ts'
import { every, replaceStatus, replaceErrorCode, refusal, refuse, stub, success } from './edits.ts'

const form = ['response-matches-schema'] as const
const missing = (...things: readonly string[]) => things.map((thing) => `missing-${thing}-is-rejected`)

/** Section 1: status codes. */
export const statusMutants: readonly Mutant[] = [
  define(
    'S02',
    'DeleteFunction',
    'returns 200 with a body for 204',
    [...form, 'deleted-resource-is-gone'],
    toDeleted(),
  ),
  define('S02', 'DeleteAlias', 'returns 200 with a body for 204', [...form, 'deleted-resource-is-gone'], toDeleted()),
  define('S02', 'DeleteVersion', 'returns 200 with a body for 204', [...form, 'deleted-resource-is-gone'], toDeleted()),
  define('S03', 'UpdateTrigger', 'returns 201 for 200', form, replaceStatus('UpdateTrigger', 201)),
  define('S03', 'UpdateService', 'returns 201 for 200', form, replaceStatus('UpdateService', 201)),
  define('S03', 'PublishVersion', 'returns 201 for 200', form, replaceStatus('PublishVersion', 201)),
  define('S04', 'UpdateFunction', 'returns 202 though it is done', form, replaceStatus('UpdateFunction', 202)),
  define('S04', 'CreateFunction', 'returns 202 though it is done', form, replaceStatus('CreateFunction', 202)),
  define(
    'S04',
    'InvokeFunction',
    'only accepts what it should run',
    ['invocation-is-synchronous-by-default'],
    toAccepted(),
  ),
  define('S05', 'ListServices', 'returns 203', form, replaceStatus('ListServices', 203)),
  define('S05', 'GetTrigger', 'returns 203', form, replaceStatus('GetTrigger', 203)),
  define('S07', 'DeleteTrigger', 'returns 205', form, replaceStatus('DeleteTrigger', 205)),
  define('S07', 'ListFunctions', 'returns 206 without a range', form, replaceStatus('ListFunctions', 206)),
  define('S08', 'GetAlias', 'returns 999', form, replaceStatus('GetAlias', 999)),
  define('S08', 'GetFunctionCode', 'returns 299', form, replaceStatus('GetFunctionCode', 299)),
  define('S09', 'GetService', 'returns 200 for what is missing', missing('service'), toEmpty('GetService')),
  define('S09', 'GetAlias', 'returns 200 for what is missing', missing('alias'), toEmpty('GetAlias')),
  define('S09', 'GetFunctionCode', 'returns 200 for what is missing', missing('function'), toEmpty('GetFunctionCode')),
  define('S10', 'GetFunction', 'returns 500 for what is missing', missing('function'), toBroken('GetFunction', 404)),
  define('S10', 'DeleteTrigger', 'returns 500 for what is missing', missing('trigger'), toBroken('DeleteTrigger', 404)),
  define('S10', 'UpdateAlias', 'returns 500 for what is missing', missing('alias'), toBroken('UpdateAlias', 404)),
  define('S11', 'GetTrigger', 'returns 400 for what is missing', missing('trigger'), toInvalid('GetTrigger', 404)),
  define(
    'S11',
    'DeleteFunction',
    'returns 400 for what is missing',
    missing('function'),
    toInvalid('DeleteFunction', 404),
  ),
  define(
    'S12',
    'CreateFunction',
    'says that the function is missing where the service is',
    missing('service'),
    replaceErrorCode('CreateFunction', 404, 'FunctionNotFound'),
  ),
  define(
    'S12',
    'GetTrigger',
    'says that the trigger is missing where the function is',
    missing('function'),
    replaceErrorCode('GetTrigger', 404, 'TriggerNotFound'),
  ),
  define(
    'S12',
    'ListTriggers',
    'says that the service is missing where the function is',
    missing('function'),
    replaceErrorCode('ListTriggers', 404, 'ServiceNotFound'),
  ),
  define(
    'S13',
    'DeleteAlias',
    'forbids what does not exist',
    missing('alias'),
    replaceErrorCode('DeleteAlias', 404, 'AccessDenied'),
  ),
  define(
    'S13',
    'UpdateService',
    'forbids what does not exist',
    missing('service'),
    replaceErrorCode('UpdateService', 404, 'AccessDenied'),
  ),
  define(
    'S14',
    'CreateService',
    'returns 422 for 400',
    [/rejects-description-type/],
    replaceStatus('CreateService', 422, 400),
  ),
  define(
    'S14',
    'UpdateFunction',
    'returns 422 for 400',
    [/rejects-timeout/],
    replaceStatus('UpdateFunction', 422, 400),
  ),
  define(
    'S14',
    'CreateTrigger',
    'returns 422 for 400',
    [/rejects-triggerName/],
    replaceStatus('CreateTrigger', 422, 400),
  ),
  define(
    'S15',
    'CreateAlias',
    'returns 200 with the error',
    [/rejects-aliasName/],
    replaceStatus('CreateAlias', 200, 400),
  ),
  define(
    'S15',
    'UpdateService',
    'returns 200 with the error',
    [/rejects-role/],
    replaceStatus('UpdateService', 200, 400),
  ),
  define(
    'S15',
    'ListFunctions',
    'returns 200 with the error',
    ['rejects-limit-101'],
    replaceStatus('ListFunctions', 200, 400),
  ),
  define('S16', 'CreateFunction', 'returns 500 for 400', [/rejects-memorySize/], toBroken('CreateFunction', 400)),
  define('S16', 'UpdateTrigger', 'returns 500 for 400', [/rejects-invocationRole/], toBroken('UpdateTrigger', 400)),
  define('S16', 'ListVersions', 'returns 500 for 400', ['rejects-limit-x'], toBroken('ListVersions', 400)),
  define(
    'S17',
    'CreateService',
    'returns 400 for a duplicate',
    ['duplicate-name-is-rejected'],
    toInvalid('CreateService', 409),
  ),
  define(
    'S17',
    'CreateTrigger',
    'returns 400 for a duplicate',
    ['duplicate-name-is-rejected'],
    toInvalid('CreateTrigger', 409),
  ),
  define(
    'S18',
    'CreateFunction',
    'returns 412 for a duplicate',
    ['duplicate-name-is-rejected'],
    replaceErrorCode('CreateFunction', 409, 'PreconditionFailed'),
  ),
  define(
    'S18',
    'DeleteService',
    'returns 412 for a service that has functions',
    ['service-with-function-is-rejected'],
    replaceErrorCode('DeleteService', 409, 'PreconditionFailed'),
  ),
  define(
    'S18',
    'PublishVersion',
    'returns 412 where nothing has changed',
    ['publish-without-change-is-handled'],
    replaceErrorCode('PublishVersion', 409, 'PreconditionFailed'),
  ),
  define(
    'S20',
    'ListTriggers',
    'says that there were too many requests, always',
    form,
    every('ListTriggers', (response) => refuse(response, 'ResourceExhausted')),
  ),
  define(
    'S22',
    'GetService',
    'sends to a page for signing in',
    form,
    success('GetService', (response) => {
      response.status = 302
      setHeader(response, 'Location', '/login')
      setText(response, '')
    }),
  ),
  define('S25', 'ListServices', 'breaks down at every fifth call', [/./], nowAndThen('ListServices', 5)),
  define('S25', 'UpdateFunction', 'breaks down at every seventh call', [/./], nowAndThen('UpdateFunction', 7)),
  define('S25', 'GetFunction', 'breaks down at every sixth call', [/./], nowAndThen('GetFunction', 6)),
  define(
    'S26',
    'GetFunctionCode',
    'has no capacity and does not say until when',
    form,
    every('GetFunctionCode', (response) => refuse(response, 'ResourceThrottled')),
  ),
  define('S27', 'ListAliases', 'is not implemented', form, stub('ListAliases', 501)),
  define('S27', 'DeleteVersion', 'is not implemented', form, stub('DeleteVersion', 501)),
  define('S28', 'UpdateAlias', 'does not allow its method', form, stub('UpdateAlias', 405)),
  define('S28', 'PublishVersion', 'does not allow its method', form, stub('PublishVersion', 405)),
  define('S30', 'InvokeFunction', 'refuses everything', form, refused('InvokeFunction')),
  define('S30', 'CreateAlias', 'refuses everything', form, refused('CreateAlias')),
  define('S30', 'ListVersions', 'refuses everything', form, refused('ListVersions')),
]

function toDeleted(): Wrap {
  return success(['DeleteFunction', 'DeleteAlias', 'DeleteVersion'], (response) => {
    response.status = 200
    setHeader(response, 'Content-Type', 'application/json')
    setJson(response, { deleted: true })
  })
}

function toAccepted(): Wrap {
  return success('InvokeFunction', (response) => {
    response.status = 202
    dropHeader(response, 'content-type')
    setText(response, '')
  })
}

function toEmpty(operation: string): Wrap {
  return refusal(operation, 404, (response) => {
    response.status = 200
    setJson(response, {})
  })
}

function toBroken(operation: string, status: number): Wrap {
  return replaceErrorCode(operation, status, 'InternalServerError')
}

function toInvalid(operation: string, status: number): Wrap {
  return replaceErrorCode(operation, status, 'InvalidArgument')
}

function refused(operation: string): Wrap {
  return every(operation, (response) => refuse(response))
}

function nowAndThen(operation: string, period: number): Wrap {
  return fresh(() => {
    let calls = 0
    return every(operation, (response) => {
      calls += 1
      if (calls % period === 0) refuse(response, 'InternalServerError')
    })
  })
}
