import { dropHeader, setHeader, setJson, setText } from '../response.ts'
import { define } from '../define.ts'
import { fresh } from '../kit.ts'
import type { Mutant, Wrap } from '../mutant.ts'
import { every, numbering, recoding, refusal, refuse, stubbing, success } from './edits.ts'

const form = ['response-matches-schema'] as const
const missing = (...things: readonly string[]) => things.map((thing) => `missing-${thing}-is-rejected`)

/** Section 1: status codes. */
export const statusMutants: readonly Mutant[] = [
  define(
    'S02',
    'DeleteFunction',
    'answers 200 with a body for 204',
    [...form, 'deleted-resource-is-gone'],
    toDeleted(),
  ),
  define('S02', 'DeleteAlias', 'answers 200 with a body for 204', [...form, 'deleted-resource-is-gone'], toDeleted()),
  define('S02', 'DeleteVersion', 'answers 200 with a body for 204', [...form, 'deleted-resource-is-gone'], toDeleted()),
  define('S03', 'UpdateTrigger', 'answers 201 for 200', form, numbering('UpdateTrigger', 201)),
  define('S03', 'UpdateService', 'answers 201 for 200', form, numbering('UpdateService', 201)),
  define('S03', 'PublishVersion', 'answers 201 for 200', form, numbering('PublishVersion', 201)),
  define('S04', 'UpdateFunction', 'answers 202 though it is done', form, numbering('UpdateFunction', 202)),
  define('S04', 'CreateFunction', 'answers 202 though it is done', form, numbering('CreateFunction', 202)),
  define(
    'S04',
    'InvokeFunction',
    'only accepts what it should run',
    ['invocation-is-synchronous-by-default'],
    toAccepted(),
  ),
  define('S05', 'ListServices', 'answers 203', form, numbering('ListServices', 203)),
  define('S05', 'GetTrigger', 'answers 203', form, numbering('GetTrigger', 203)),
  define('S07', 'DeleteTrigger', 'answers 205', form, numbering('DeleteTrigger', 205)),
  define('S07', 'ListFunctions', 'answers 206 without a range', form, numbering('ListFunctions', 206)),
  define('S08', 'GetAlias', 'answers 999', form, numbering('GetAlias', 999)),
  define('S08', 'GetFunctionCode', 'answers 299', form, numbering('GetFunctionCode', 299)),
  define('S09', 'GetService', 'answers 200 for what is missing', missing('service'), toEmpty('GetService')),
  define('S09', 'GetAlias', 'answers 200 for what is missing', missing('alias'), toEmpty('GetAlias')),
  define('S09', 'GetFunctionCode', 'answers 200 for what is missing', missing('function'), toEmpty('GetFunctionCode')),
  define('S10', 'GetFunction', 'answers 500 for what is missing', missing('function'), toBroken('GetFunction', 404)),
  define('S10', 'DeleteTrigger', 'answers 500 for what is missing', missing('trigger'), toBroken('DeleteTrigger', 404)),
  define('S10', 'UpdateAlias', 'answers 500 for what is missing', missing('alias'), toBroken('UpdateAlias', 404)),
  define('S11', 'GetTrigger', 'answers 400 for what is missing', missing('trigger'), toInvalid('GetTrigger', 404)),
  define(
    'S11',
    'DeleteFunction',
    'answers 400 for what is missing',
    missing('function'),
    toInvalid('DeleteFunction', 404),
  ),
  define(
    'S12',
    'CreateFunction',
    'says that the function is missing where the service is',
    missing('service'),
    recoding('CreateFunction', 404, 'FunctionNotFound'),
  ),
  define(
    'S12',
    'GetTrigger',
    'says that the trigger is missing where the function is',
    missing('function'),
    recoding('GetTrigger', 404, 'TriggerNotFound'),
  ),
  define(
    'S12',
    'ListTriggers',
    'says that the service is missing where the function is',
    missing('function'),
    recoding('ListTriggers', 404, 'ServiceNotFound'),
  ),
  define(
    'S13',
    'DeleteAlias',
    'forbids what does not exist',
    missing('alias'),
    recoding('DeleteAlias', 404, 'AccessDenied'),
  ),
  define(
    'S13',
    'UpdateService',
    'forbids what does not exist',
    missing('service'),
    recoding('UpdateService', 404, 'AccessDenied'),
  ),
  define(
    'S14',
    'CreateService',
    'answers 422 for 400',
    [/rejects-description-type/],
    numbering('CreateService', 422, 400),
  ),
  define('S14', 'UpdateFunction', 'answers 422 for 400', [/rejects-timeout/], numbering('UpdateFunction', 422, 400)),
  define('S14', 'CreateTrigger', 'answers 422 for 400', [/rejects-triggerName/], numbering('CreateTrigger', 422, 400)),
  define('S15', 'CreateAlias', 'answers 200 with the error', [/rejects-aliasName/], numbering('CreateAlias', 200, 400)),
  define('S15', 'UpdateService', 'answers 200 with the error', [/rejects-role/], numbering('UpdateService', 200, 400)),
  define(
    'S15',
    'ListFunctions',
    'answers 200 with the error',
    ['rejects-limit-101'],
    numbering('ListFunctions', 200, 400),
  ),
  define('S16', 'CreateFunction', 'answers 500 for 400', [/rejects-memorySize/], toBroken('CreateFunction', 400)),
  define('S16', 'UpdateTrigger', 'answers 500 for 400', [/rejects-invocationRole/], toBroken('UpdateTrigger', 400)),
  define('S16', 'ListVersions', 'answers 500 for 400', ['rejects-limit-x'], toBroken('ListVersions', 400)),
  define(
    'S17',
    'CreateService',
    'answers 400 for a duplicate',
    ['duplicate-name-is-rejected'],
    toInvalid('CreateService', 409),
  ),
  define(
    'S17',
    'CreateTrigger',
    'answers 400 for a duplicate',
    ['duplicate-name-is-rejected'],
    toInvalid('CreateTrigger', 409),
  ),
  define(
    'S18',
    'CreateFunction',
    'answers 412 for a duplicate',
    ['duplicate-name-is-rejected'],
    recoding('CreateFunction', 409, 'PreconditionFailed'),
  ),
  define(
    'S18',
    'DeleteService',
    'answers 412 for a service that has functions',
    ['service-with-function-is-rejected'],
    recoding('DeleteService', 409, 'PreconditionFailed'),
  ),
  define(
    'S18',
    'PublishVersion',
    'answers 412 where nothing has changed',
    ['publish-without-change-is-handled'],
    recoding('PublishVersion', 409, 'PreconditionFailed'),
  ),
  define(
    'S20',
    'ListTriggers',
    'says that there were too many requests, always',
    form,
    every('ListTriggers', (answer) => refuse(answer, 'ResourceExhausted')),
  ),
  define(
    'S22',
    'GetService',
    'sends to a page for signing in',
    form,
    success('GetService', (answer) => {
      answer.status = 302
      setHeader(answer, 'Location', '/login')
      setText(answer, '')
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
    every('GetFunctionCode', (answer) => refuse(answer, 'ResourceThrottled')),
  ),
  define('S27', 'ListAliases', 'is not implemented', form, stubbing('ListAliases', 501)),
  define('S27', 'DeleteVersion', 'is not implemented', form, stubbing('DeleteVersion', 501)),
  define('S28', 'UpdateAlias', 'does not allow its method', form, stubbing('UpdateAlias', 405)),
  define('S28', 'PublishVersion', 'does not allow its method', form, stubbing('PublishVersion', 405)),
  define('S30', 'InvokeFunction', 'refuses everything', form, refused('InvokeFunction')),
  define('S30', 'CreateAlias', 'refuses everything', form, refused('CreateAlias')),
  define('S30', 'ListVersions', 'refuses everything', form, refused('ListVersions')),
]

function toDeleted(): Wrap {
  return success(['DeleteFunction', 'DeleteAlias', 'DeleteVersion'], (answer) => {
    answer.status = 200
    setHeader(answer, 'Content-Type', 'application/json')
    setJson(answer, { deleted: true })
  })
}

function toAccepted(): Wrap {
  return success('InvokeFunction', (answer) => {
    answer.status = 202
    dropHeader(answer, 'content-type')
    setText(answer, '')
  })
}

function toEmpty(operation: string): Wrap {
  return refusal(operation, 404, (answer) => {
    answer.status = 200
    setJson(answer, {})
  })
}

function toBroken(operation: string, status: number): Wrap {
  return recoding(operation, status, 'InternalServerError')
}

function toInvalid(operation: string, status: number): Wrap {
  return recoding(operation, status, 'InvalidArgument')
}

function refused(operation: string): Wrap {
  return every(operation, (answer) => refuse(answer))
}

function nowAndThen(operation: string, period: number): Wrap {
  return fresh(() => {
    let calls = 0
    return every(operation, (answer) => {
      calls += 1
      if (calls % period === 0) refuse(answer, 'InternalServerError')
    })
  })
}
