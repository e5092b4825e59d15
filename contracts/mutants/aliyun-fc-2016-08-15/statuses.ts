import { define } from '../define.ts'
import { dropHeader, fresh, setHeader, setJson, setText } from '../kit.ts'
import type { Mutant, Wrap } from '../mutant.ts'
import { answers, refusal, refuse, success } from './kit.ts'

const form = ['answers-in-the-documented-form'] as const
const missing = (...things: readonly string[]) => things.map((thing) => `refuses-a-${thing}-that-does-not-exist`)

/** Section 1: status codes. */
export const statusMutants: readonly Mutant[] = [
  define('S02', 'DeleteFunction', 'answers 200 with a body for 204', [...form, 'takes-it-away'], toDeleted()),
  define('S02', 'DeleteAlias', 'answers 200 with a body for 204', [...form, 'takes-it-away'], toDeleted()),
  define('S02', 'DeleteVersion', 'answers 200 with a body for 204', [...form, 'takes-it-away'], toDeleted()),
  define('S03', 'UpdateTrigger', 'answers 201 for 200', form, withStatus('UpdateTrigger', 201)),
  define('S03', 'UpdateService', 'answers 201 for 200', form, withStatus('UpdateService', 201)),
  define('S03', 'PublishVersion', 'answers 201 for 200', form, withStatus('PublishVersion', 201)),
  define('S04', 'UpdateFunction', 'answers 202 though it is done', form, withStatus('UpdateFunction', 202)),
  define('S04', 'CreateFunction', 'answers 202 though it is done', form, withStatus('CreateFunction', 202)),
  define('S04', 'InvokeFunction', 'only accepts what it should run', ['runs-at-once-by-default'], toAccepted()),
  define('S05', 'ListServices', 'answers 203', form, withStatus('ListServices', 203)),
  define('S05', 'GetTrigger', 'answers 203', form, withStatus('GetTrigger', 203)),
  define('S07', 'DeleteTrigger', 'answers 205', form, withStatus('DeleteTrigger', 205)),
  define('S07', 'ListFunctions', 'answers 206 without a range', form, withStatus('ListFunctions', 206)),
  define('S08', 'GetAlias', 'answers 999', form, withStatus('GetAlias', 999)),
  define('S08', 'GetFunctionCode', 'answers 299', form, withStatus('GetFunctionCode', 299)),
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
    refusal('CreateFunction', 404, (answer) => refuse(answer, 'FunctionNotFound')),
  ),
  define(
    'S12',
    'GetTrigger',
    'says that the trigger is missing where the function is',
    missing('function'),
    refusal('GetTrigger', 404, (answer) => refuse(answer, 'TriggerNotFound')),
  ),
  define(
    'S12',
    'ListTriggers',
    'says that the service is missing where the function is',
    missing('function'),
    refusal('ListTriggers', 404, (answer) => refuse(answer, 'ServiceNotFound')),
  ),
  define(
    'S13',
    'DeleteAlias',
    'forbids what does not exist',
    missing('alias'),
    refusal('DeleteAlias', 404, (answer) => refuse(answer, 'AccessDenied')),
  ),
  define(
    'S13',
    'UpdateService',
    'forbids what does not exist',
    missing('service'),
    refusal('UpdateService', 404, (answer) => refuse(answer, 'AccessDenied')),
  ),
  define('S14', 'CreateService', 'answers 422 for 400', [/refuses-description-type/], toUnprocessable('CreateService')),
  define('S14', 'UpdateFunction', 'answers 422 for 400', [/refuses-timeout/], toUnprocessable('UpdateFunction')),
  define('S14', 'CreateTrigger', 'answers 422 for 400', [/refuses-triggerName/], toUnprocessable('CreateTrigger')),
  define(
    'S15',
    'CreateAlias',
    'answers 200 with the error',
    [/refuses-aliasName/],
    withStatus('CreateAlias', 200, 400),
  ),
  define('S15', 'UpdateService', 'answers 200 with the error', [/refuses-role/], withStatus('UpdateService', 200, 400)),
  define(
    'S15',
    'ListFunctions',
    'answers 200 with the error',
    ['refuses-limit-101'],
    withStatus('ListFunctions', 200, 400),
  ),
  define('S16', 'CreateFunction', 'answers 500 for 400', [/refuses-memorySize/], toBroken('CreateFunction', 400)),
  define('S16', 'UpdateTrigger', 'answers 500 for 400', [/refuses-invocationRole/], toBroken('UpdateTrigger', 400)),
  define('S16', 'ListVersions', 'answers 500 for 400', ['refuses-limit-x'], toBroken('ListVersions', 400)),
  define(
    'S17',
    'CreateService',
    'answers 400 for a duplicate',
    ['rejects-a-duplicate-name'],
    toInvalid('CreateService', 409),
  ),
  define(
    'S17',
    'CreateTrigger',
    'answers 400 for a duplicate',
    ['rejects-a-duplicate-name'],
    toInvalid('CreateTrigger', 409),
  ),
  define(
    'S18',
    'CreateFunction',
    'answers 412 for a duplicate',
    ['rejects-a-duplicate-name'],
    refusal('CreateFunction', 409, (answer) => refuse(answer, 'PreconditionFailed')),
  ),
  define(
    'S18',
    'DeleteService',
    'answers 412 for a service that has functions',
    ['refuses-a-service-that-has-a-function'],
    refusal('DeleteService', 409, (answer) => refuse(answer, 'PreconditionFailed')),
  ),
  define(
    'S18',
    'PublishVersion',
    'answers 412 where nothing has changed',
    ['answers-for-a-version-of-what-has-not-changed'],
    refusal('PublishVersion', 409, (answer) => refuse(answer, 'PreconditionFailed')),
  ),
  define(
    'S20',
    'ListTriggers',
    'says that there were too many requests, always',
    form,
    answers(
      'ListTriggers',
      () => true,
      (answer) => refuse(answer, 'ResourceExhausted'),
    ),
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
    answers(
      'GetFunctionCode',
      () => true,
      (answer) => refuse(answer, 'ResourceThrottled'),
    ),
  ),
  define('S27', 'ListAliases', 'is not implemented', form, toStub('ListAliases', 501)),
  define('S27', 'DeleteVersion', 'is not implemented', form, toStub('DeleteVersion', 501)),
  define('S28', 'UpdateAlias', 'does not allow its method', form, toStub('UpdateAlias', 405)),
  define('S28', 'PublishVersion', 'does not allow its method', form, toStub('PublishVersion', 405)),
  define('S30', 'InvokeFunction', 'refuses everything', form, toInvalid('InvokeFunction')),
  define('S30', 'CreateAlias', 'refuses everything', form, toInvalid('CreateAlias')),
  define('S30', 'ListVersions', 'refuses everything', form, toInvalid('ListVersions')),
]

/** Another status on the successes, or on the answers that have one status. */
function withStatus(operation: string, status: number, only?: number): Wrap {
  return answers(
    operation,
    (found) => (only === undefined ? found < 300 : found === only),
    (answer) => {
      answer.status = status
    },
  )
}

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
  return refusal(operation, status, (answer) => refuse(answer, 'InternalServerError'))
}

function toInvalid(operation: string, status?: number): Wrap {
  return answers(
    operation,
    (found) => status === undefined || found === status,
    (answer) => refuse(answer, 'InvalidArgument'),
  )
}

function toUnprocessable(operation: string): Wrap {
  return refusal(operation, 400, (answer) => {
    answer.status = 422
  })
}

function toStub(operation: string, status: number): Wrap {
  return answers(
    operation,
    () => true,
    (answer) => {
      answer.status = status
      setText(answer, '')
    },
  )
}

function nowAndThen(operation: string, period: number): Wrap {
  return fresh(() => {
    let calls = 0
    return answers(
      operation,
      () => true,
      (answer) => {
        calls += 1
        if (calls % period === 0) refuse(answer, 'InternalServerError')
      },
    )
  })
}
