import { define } from '../define.ts'
import type { Mutant, Wrap } from '../mutant.ts'
import { type JsonObject, readObject } from '../response.ts'
import { dropResponseField, editEntries, editObject, mapErrorBody, setResponseFields } from './edits.ts'

const schema = ['response-matches-schema'] as const
const undocumented = ['response-has-no-undocumented-properties']
const listed = ['CreateFunction › created-resource-is-listed']

/** Section 2 of the catalogue: fields of bodies. */
export const fieldMutants: readonly Mutant[] = [
  define('B01', 'GetAlias', 'omits versionId', schema, dropResponseField('GetAlias', 'versionId')),
  define('B01', 'CreateAlias', 'omits createdTime', schema, dropResponseField('CreateAlias', 'createdTime')),
  define(
    'B02',
    'ListFunctions',
    'omits handler and runtime from its entries',
    listed,
    editEntries('ListFunctions', (entry) => {
      delete entry.handler
      delete entry.runtime
    }),
    { alsoNamed: ['CreateFunction'] },
  ),
  define(
    'B02',
    'ListAliases',
    'omits versionId from its entries',
    schema,
    editEntries('ListAliases', (entry) => {
      delete entry.versionId
    }),
  ),
  define('B03', 'UpdateAlias', 'omits aliasName', schema, dropResponseField('UpdateAlias', 'aliasName')),
  define('B08', 'GetService', 'returns null for the id', schema, setResponseFields('GetService', { serviceId: null })),
  define(
    'B08',
    'CreateAlias',
    'returns null for the version',
    schema,
    setResponseFields('CreateAlias', { versionId: null }),
  ),
  define(
    'B08',
    'ListTriggers',
    'returns null for a configuration',
    schema,
    editEntries('ListTriggers', (entry) => {
      entry.triggerConfig = null
    }),
  ),
  define(
    'B09',
    'GetAlias',
    'returns null for an absent field',
    [/./],
    setNullWhenAbsent('GetAlias', 'additionalVersionWeight'),
  ),
  define(
    'B09',
    'PublishVersion',
    'returns null for an absent field',
    [/./],
    setNullWhenAbsent('PublishVersion', 'description'),
  ),
  define(
    'B20',
    'GetFunction',
    'returns an undocumented field',
    undocumented,
    setResponseFields('GetFunction', { debug: { host: 'a' } }),
  ),
  define(
    'B20',
    'ListTriggers',
    'returns an undocumented field',
    undocumented,
    editEntries('ListTriggers', (entry) => {
      entry.owner = 'nobody'
    }),
  ),
  ...['GetFunction', 'CreateService'].map((operation) =>
    define(
      'B20',
      operation,
      'returns errors with an undocumented field',
      ['error-has-no-undocumented-properties'],
      mapErrorBody(operation, (body) => ({ ...body, stack: ['at line 1'] })),
      { as: 'envelope' },
    ),
  ),
  define(
    'B20',
    'PublishVersion',
    'returns an undocumented field',
    undocumented,
    setResponseFields('PublishVersion', { serviceName: 'demo' }),
  ),
  define(
    'B21',
    'GetFunction',
    'returns memorysize instead of memorySize',
    undocumented,
    renameField('GetFunction', 'memorySize', 'memorysize'),
  ),
  define(
    'B21',
    'UpdateTrigger',
    'returns invokationRole instead of invocationRole',
    undocumented,
    renameField('UpdateTrigger', 'invocationRole', 'invokationRole'),
  ),
  define('B22', 'GetService', 'returns field names in PascalCase', undocumented, editObject('GetService', toPascal)),
  define(
    'B22',
    'ListAliases',
    'returns field names of entries in PascalCase',
    schema,
    editEntries('ListAliases', toPascal),
  ),
  define(
    'B23',
    'CreateFunction',
    'returns the code that was sent',
    undocumented,
    editObject('CreateFunction', (body, call) => {
      body.code = readObject(call.request)?.code
    }),
  ),
  define(
    'B24',
    'CreateService',
    'accepts id and createdTime from the request',
    ['id-and-times-are-set-by-server'],
    editObject('CreateService', (body, call) => {
      const { serviceId, createdTime } = readObject(call.request) ?? {}
      Object.assign(body, serviceId !== undefined && { serviceId }, createdTime !== undefined && { createdTime })
    }),
  ),
]

function renameField(operation: string, field: string, other: string): Wrap {
  return editObject(operation, (body) => {
    body[other] = body[field]
    delete body[field]
  })
}

function setNullWhenAbsent(operation: string, field: string): Wrap {
  return editObject(operation, (body) => {
    body[field] ??= null
  })
}

function toPascal(body: JsonObject): void {
  for (const [field, value] of Object.entries(body)) {
    delete body[field]
    body[field.charAt(0).toUpperCase() + field.slice(1)] = value
  }
}
