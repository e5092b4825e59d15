import { dropHeader, type Row, readRow, setBytes } from '../response.ts'
import { define } from '../define.ts'
import { fresh } from '../kit.ts'
import type { Mutant, Wrap } from '../mutant.ts'
import {
  returning,
  responses,
  dropFields,
  editRequest,
  refusal,
  refuse,
  replaceText,
  sending,
  success,
} from './edits.ts'
import { nameOf, someFunction, toNaming } from './resources.ts'

/** Section 4: what a creation stores. */
export const creationMutants: readonly Mutant[] = [
  define(
    'T01',
    'CreateTrigger',
    'stores nothing',
    ['created-resource-can-be-read', 'created-resource-is-listed'],
    forgetting('CreateTrigger'),
  ),
  define(
    'T01',
    'CreateService',
    'stores nothing',
    ['created-resource-can-be-read', 'created-resource-is-listed'],
    forgetting('CreateService'),
  ),
  define(
    'T02',
    'CreateFunction',
    'drops the description',
    ['created-resource-can-be-read'],
    dropFields('CreateFunction', 'description'),
  ),
  define(
    'T02',
    'CreateTrigger',
    'drops the qualifier',
    ['created-resource-can-be-read'],
    dropFields('CreateTrigger', 'qualifier'),
  ),
  define('T02', 'CreateService', 'drops logConfig', ['log-config-is-stored'], dropFields('CreateService', 'logConfig')),
  define(
    'T02',
    'CreateAlias',
    'drops the weights',
    ['weights-are-stored'],
    dropFields('CreateAlias', 'additionalVersionWeight'),
  ),
  define(
    'T03',
    'CreateFunction',
    'returns another timeout than it stores',
    ['create-returns-the-created-resource'],
    returning('CreateFunction', 'timeout', (value) => Number(value) + 1),
  ),
  define(
    'T03',
    'CreateAlias',
    'returns another description than it stores',
    ['create-returns-the-created-resource'],
    returning('CreateAlias', 'description', () => 'another'),
  ),
  define(
    'T04',
    'CreateService',
    'trims the description',
    ['text-is-stored-exactly'],
    replaceText('CreateService', 'description', (text) => text.trim()),
  ),
  define(
    'T04',
    'CreateFunction',
    'stores the description in lower case',
    ['text-is-stored-exactly'],
    replaceText('CreateFunction', 'description', (text) => text.toLowerCase()),
  ),
  define(
    'T05',
    'CreateFunction',
    'takes the default for the timeout, always',
    ['created-resource-can-be-read'],
    sending('CreateFunction', 'timeout', (value) => (typeof value === 'string' ? value : 3)),
  ),
  define(
    'T05',
    'CreateService',
    'takes the default for internetAccess, always',
    ['created-resource-can-be-read'],
    sending('CreateService', 'internetAccess', (value) => (typeof value === 'string' ? value : true)),
  ),
  define('T25', 'CreateService', 'stores what it refuses', [/rejects-description-type/], leaving('CreateService', {})),
  define(
    'T25',
    'CreateFunction',
    'stores what it refuses',
    [/rejects-memorySize-maximum/],
    leaving('CreateFunction', someFunction),
  ),
  define(
    'T31',
    'CreateFunction',
    'makes the service where there is none',
    ['missing-service-is-rejected'],
    withItsService('CreateFunction'),
  ),
  define(
    'T31',
    'PublishVersion',
    'makes the service where there is none',
    ['missing-service-is-rejected'],
    withItsService('PublishVersion'),
  ),
  define(
    'T38',
    'CreateFunction',
    'wants names that are unique in the account',
    ['same-name-in-two-services-is-accepted'],
    unique('CreateFunction', 'FunctionAlreadyExists'),
  ),
  define(
    'T38',
    'CreateTrigger',
    'wants names that are unique in the account',
    ['same-trigger-name-for-two-functions'],
    unique('CreateTrigger', 'TriggerAlreadyExists'),
  ),
  define(
    'T38',
    'CreateAlias',
    'wants names that are unique in the account',
    ['same-name-in-two-services-is-accepted'],
    unique('CreateAlias', 'AliasAlreadyExists'),
  ),
  define(
    'T42',
    'GetFunctionCode',
    'gives other bytes than were uploaded',
    ['code-url-returns-the-code'],
    responses(
      undefined,
      (status) => status === 200,
      (response, call) => {
        if (call.path.includes('/code') && call.operation === undefined) setBytes(response, response.body.subarray(1))
      },
    ),
  ),
]

function forgetting(operation: string): Wrap {
  return success(operation, async (response, { path }, { ask }) => {
    await ask('DELETE', `${path}/${nameOf(readRow(response))}`)
  })
}

/** What was refused is stored, with what is needed and the name alone. */
function leaving(operation: string, fields: Row): Wrap {
  return refusal(operation, 400, async (_, { path, request }, { ask }) => {
    const sent = readRow(request)
    if (typeof nameOf(sent) === 'string') await ask('POST', path, { ...fields, ...toNaming(sent) })
  })
}

/** Makes the service that is not there. */
function withItsService(operation: string): Wrap {
  return editRequest(operation, 404, ({ names }, ask) => ask('POST', '/services', { serviceName: names.serviceName }))
}

/** Refuses a name that is taken under another path. */
function unique(operation: string, code: Parameters<typeof refuse>[1]): Wrap {
  return fresh(() => {
    const paths = new Map<unknown, string>()
    return success(operation, async (response, { path, request }, { ask }) => {
      const wanted = nameOf(readRow(request))
      const other = paths.get(wanted)
      if (other === undefined || other === path) {
        paths.set(wanted, path)
        return
      }
      await ask('DELETE', `${path}/${wanted}`)
      dropHeader(response, 'etag')
      refuse(response, code)
    })
  })
}
