import { type Row, readRow } from '../response.ts'
import { define } from '../define.ts'
import type { Mutant, Wrap } from '../mutant.ts'
import { entries, setResponseFields, omitting, row, replaceErrorBody } from './edits.ts'

const form = ['response-matches-schema'] as const
const undocumented = ['response-has-no-undocumented-properties']
const listed = ['CreateFunction › created-resource-is-listed']

/** Section 2: which fields a body has. */
export const fieldMutants: readonly Mutant[] = [
  define('B01', 'GetAlias', 'leaves versionId out', form, omitting('GetAlias', 'versionId')),
  define('B01', 'CreateAlias', 'leaves createdTime out', form, omitting('CreateAlias', 'createdTime')),
  define(
    'B02',
    'ListFunctions',
    'leaves handler and runtime out of its entries',
    listed,
    entries('ListFunctions', (entry) => {
      delete entry.handler
      delete entry.runtime
    }),
    { alsoNamed: ['CreateFunction'] },
  ),
  define(
    'B02',
    'ListAliases',
    'leaves versionId out of its entries',
    form,
    entries('ListAliases', (entry) => {
      delete entry.versionId
    }),
  ),
  define('B03', 'UpdateAlias', 'leaves aliasName out', form, omitting('UpdateAlias', 'aliasName')),
  define('B08', 'GetService', 'returns null for the id', form, setResponseFields('GetService', { serviceId: null })),
  define(
    'B08',
    'CreateAlias',
    'returns null for the version',
    form,
    setResponseFields('CreateAlias', { versionId: null }),
  ),
  define(
    'B08',
    'ListTriggers',
    'returns null for a configuration',
    form,
    entries('ListTriggers', (entry) => {
      entry.triggerConfig = null
    }),
  ),
  define(
    'B09',
    'GetAlias',
    'returns null for what was never set',
    [/./],
    withNulls('GetAlias', 'additionalVersionWeight'),
  ),
  define(
    'B09',
    'PublishVersion',
    'returns null for what was never set',
    [/./],
    withNulls('PublishVersion', 'description'),
  ),
  define(
    'B20',
    'GetFunction',
    'returns a field that nobody lists',
    undocumented,
    setResponseFields('GetFunction', { debug: { host: 'a' } }),
  ),
  define(
    'B20',
    'ListTriggers',
    'returns a field that nobody lists',
    undocumented,
    entries('ListTriggers', (entry) => {
      entry.owner = 'nobody'
    }),
  ),
  ...['GetFunction', 'CreateService'].map((operation) =>
    define(
      'B20',
      operation,
      'refuses with a field that nobody lists',
      ['error-has-no-undocumented-properties'],
      replaceErrorBody(operation, (body) => ({ ...body, stack: ['at line 1'] })),
      { as: 'envelope' },
    ),
  ),
  define(
    'B20',
    'PublishVersion',
    'returns a field that nobody lists',
    undocumented,
    setResponseFields('PublishVersion', { serviceName: 'demo' }),
  ),
  define(
    'B21',
    'GetFunction',
    'misspells memorySize',
    undocumented,
    renamed('GetFunction', 'memorySize', 'memorysize'),
  ),
  define(
    'B21',
    'UpdateTrigger',
    'misspells invocationRole',
    undocumented,
    renamed('UpdateTrigger', 'invocationRole', 'invokationRole'),
  ),
  define('B22', 'GetService', 'begins its fields with capitals', undocumented, row('GetService', toPascal)),
  define(
    'B22',
    'ListAliases',
    'begins the fields of its entries with capitals',
    form,
    entries('ListAliases', toPascal),
  ),
  define(
    'B23',
    'CreateFunction',
    'returns the code that was sent',
    undocumented,
    row('CreateFunction', (body, call) => {
      body.code = readRow(call.request)?.code
    }),
  ),
  define(
    'B24',
    'CreateService',
    'takes id and time from the request',
    ['id-and-times-are-set-by-server'],
    row('CreateService', (body, call) => {
      const { serviceId, createdTime } = readRow(call.request) ?? {}
      Object.assign(body, serviceId !== undefined && { serviceId }, createdTime !== undefined && { createdTime })
    }),
  ),
]

function renamed(operation: string, field: string, other: string): Wrap {
  return row(operation, (body) => {
    body[other] = body[field]
    delete body[field]
  })
}

function withNulls(operation: string, field: string): Wrap {
  return row(operation, (body) => {
    body[field] ??= null
  })
}

function toPascal(body: Row): void {
  for (const [field, value] of Object.entries(body)) {
    delete body[field]
    body[field.charAt(0).toUpperCase() + field.slice(1)] = value
  }
}
