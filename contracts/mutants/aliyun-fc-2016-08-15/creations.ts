import { define } from '../define.ts'
import { perServer } from '../kit.ts'
import type { Mutant, Wrap } from '../mutant.ts'
import { dropHeader, type JsonObject, readObject, setBytes } from '../response.ts'
import {
  dropRequestFields,
  editErrors,
  editResponses,
  editSuccess,
  fixAndRetry,
  mapRequestField,
  mapRequestText,
  mapResponseField,
  setError,
} from './edits.ts'
import { functionDefaults, nameOf, toNameField } from './resources.ts'

/** Section 4 of the catalogue: creates. */
export const creationMutants: readonly Mutant[] = [
  define(
    'T01',
    'CreateTrigger',
    'stores nothing',
    ['created-resource-can-be-read', 'created-resource-is-listed'],
    deleteAfterCreate('CreateTrigger'),
  ),
  define(
    'T01',
    'CreateService',
    'stores nothing',
    ['created-resource-can-be-read', 'created-resource-is-listed'],
    deleteAfterCreate('CreateService'),
  ),
  define(
    'T02',
    'CreateFunction',
    'does not store the description',
    ['created-resource-can-be-read'],
    dropRequestFields('CreateFunction', 'description'),
  ),
  define(
    'T02',
    'CreateTrigger',
    'does not store the qualifier',
    ['created-resource-can-be-read'],
    dropRequestFields('CreateTrigger', 'qualifier'),
  ),
  define(
    'T02',
    'CreateService',
    'does not store logConfig',
    ['log-config-is-stored'],
    dropRequestFields('CreateService', 'logConfig'),
  ),
  define(
    'T02',
    'CreateAlias',
    'does not store the weights',
    ['weights-are-stored'],
    dropRequestFields('CreateAlias', 'additionalVersionWeight'),
  ),
  define(
    'T03',
    'CreateFunction',
    'returns a different timeout than it stores',
    ['create-returns-the-created-resource'],
    mapResponseField('CreateFunction', 'timeout', (value) => Number(value) + 1),
  ),
  define(
    'T03',
    'CreateAlias',
    'returns a different description than it stores',
    ['create-returns-the-created-resource'],
    mapResponseField('CreateAlias', 'description', () => 'another'),
  ),
  define(
    'T04',
    'CreateService',
    'removes white space around the description',
    ['text-is-stored-exactly'],
    mapRequestText('CreateService', 'description', (text) => text.trim()),
  ),
  define(
    'T04',
    'CreateFunction',
    'stores the description in lower case',
    ['text-is-stored-exactly'],
    mapRequestText('CreateFunction', 'description', (text) => text.toLowerCase()),
  ),
  define(
    'T05',
    'CreateFunction',
    'always stores the default timeout',
    ['created-resource-can-be-read'],
    mapRequestField('CreateFunction', 'timeout', (value) => (typeof value === 'string' ? value : 3)),
  ),
  define(
    'T05',
    'CreateService',
    'always stores the default internetAccess',
    ['created-resource-can-be-read'],
    mapRequestField('CreateService', 'internetAccess', (value) => (typeof value === 'string' ? value : true)),
  ),
  define(
    'T25',
    'CreateService',
    'rejects the request and stores the resource',
    [/rejects-description-type/],
    storeRejected('CreateService', {}),
  ),
  define(
    'T25',
    'CreateFunction',
    'rejects the request and stores the resource',
    [/rejects-memorySize-maximum/],
    storeRejected('CreateFunction', functionDefaults),
  ),
  define(
    'T31',
    'CreateFunction',
    'creates a missing service',
    ['missing-service-is-rejected'],
    createServiceAndRetry('CreateFunction'),
  ),
  define(
    'T31',
    'PublishVersion',
    'creates a missing service',
    ['missing-service-is-rejected'],
    createServiceAndRetry('PublishVersion'),
  ),
  define(
    'T38',
    'CreateFunction',
    'rejects a name that another parent uses',
    ['same-name-in-two-services-is-accepted'],
    requireUniqueName('CreateFunction', 'FunctionAlreadyExists'),
  ),
  define(
    'T38',
    'CreateTrigger',
    'rejects a name that another parent uses',
    ['same-name-in-two-functions-is-accepted'],
    requireUniqueName('CreateTrigger', 'TriggerAlreadyExists'),
  ),
  define(
    'T38',
    'CreateAlias',
    'rejects a name that another parent uses',
    ['same-name-in-two-services-is-accepted'],
    requireUniqueName('CreateAlias', 'AliasAlreadyExists'),
  ),
  define(
    'T42',
    'GetFunctionCode',
    'returns different bytes than were uploaded',
    ['code-url-returns-the-code'],
    editResponses(
      undefined,
      (status) => status === 200,
      (response, call) => {
        if (call.path.includes('/code') && call.operation === undefined) setBytes(response, response.body.subarray(1))
      },
    ),
  ),
]

function deleteAfterCreate(operation: string): Wrap {
  return editSuccess(operation, async (response, { path }, { send }) => {
    await send('DELETE', `${path}/${nameOf(readObject(response))}`)
  })
}

/** Stores a rejected resource with its name and these fields. */
function storeRejected(operation: string, fields: JsonObject): Wrap {
  return editErrors(operation, 400, async (_, { path, request }, { send }) => {
    const sent = readObject(request)
    if (typeof nameOf(sent) === 'string') await send('POST', path, { ...fields, ...toNameField(sent) })
  })
}

function createServiceAndRetry(operation: string): Wrap {
  return fixAndRetry(operation, 404, ({ names }, send) => send('POST', '/services', { serviceName: names.serviceName }))
}

/** Rejects a name that exists under another path. */
function requireUniqueName(operation: string, code: Parameters<typeof setError>[1]): Wrap {
  return perServer(() => {
    const paths = new Map<unknown, string>()
    return editSuccess(operation, async (response, { path, request }, { send }) => {
      const wanted = nameOf(readObject(request))
      const other = paths.get(wanted)
      if (other === undefined || other === path) {
        paths.set(wanted, path)
        return
      }
      await send('DELETE', `${path}/${wanted}`)
      dropHeader(response, 'etag')
      setError(response, code)
    })
  })
}
