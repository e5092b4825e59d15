import { define } from '../define.ts'
import type { Mutant } from '../mutant.ts'
import { toObject } from '../response.ts'
import { toBase64Size } from '../values.ts'
import { addRequestDefaults, editEntries, editObject, mapResponseField, setResponseFields } from './edits.ts'

const schema = ['response-matches-schema'] as const

/** Section 2 of the catalogue: values and types in bodies. */
export const valueMutants: readonly Mutant[] = [
  define(
    'B04',
    'GetFunction',
    'returns memorySize as a string',
    schema,
    mapResponseField('GetFunction', 'memorySize', String),
  ),
  define(
    'B04',
    'CreateFunction',
    'returns codeSize as a string',
    schema,
    mapResponseField('CreateFunction', 'codeSize', String),
  ),
  define(
    'B04',
    'ListFunctions',
    'returns timeout as a string',
    schema,
    editEntries('ListFunctions', (entry) => {
      entry.timeout = String(entry.timeout)
    }),
  ),
  define(
    'B05',
    'GetService',
    'returns internetAccess as a string',
    schema,
    mapResponseField('GetService', 'internetAccess', String),
  ),
  define(
    'B05',
    'UpdateService',
    'returns internetAccess as 0 or 1',
    schema,
    mapResponseField('UpdateService', 'internetAccess', Number),
  ),
  define(
    'B06',
    'GetFunction',
    'returns a fraction as memorySize',
    schema,
    mapResponseField('GetFunction', 'memorySize', (value) => Number(value) + 0.5),
  ),
  define(
    'B07',
    'GetFunctionCode',
    'rounds the checksum to a JavaScript number',
    ['checksum-matches-the-function'],
    mapResponseField('GetFunctionCode', 'checksum', toRounded),
  ),
  define(
    'B07',
    'CreateFunction',
    'rounds the checksum in creates and reads',
    ['checksum-is-crc64-of-the-code'],
    editObject(['CreateFunction', 'GetFunction'], (body) => {
      body.codeChecksum = toRounded(body.codeChecksum)
    }),
  ),
  define(
    'B13',
    'GetFunctionCode',
    'returns an invalid URL',
    ['code-url-returns-the-code'],
    setResponseFields('GetFunctionCode', { url: 'see the console' }),
  ),
  define(
    'B14',
    'GetFunction',
    'returns the runtime in upper case',
    schema,
    mapResponseField('GetFunction', 'runtime', toUpperCase),
  ),
  define(
    'B14',
    'CreateTrigger',
    'returns the type in upper case',
    ['create-returns-the-created-resource'],
    mapResponseField('CreateTrigger', 'triggerType', toUpperCase),
  ),
  define(
    'B15',
    'UpdateFunction',
    'returns an undocumented runtime',
    schema,
    setResponseFields('UpdateFunction', { runtime: 'nodejs99' }),
  ),
  define(
    'B15',
    'ListVersions',
    'returns an undocumented direction',
    ['list-names-its-direction'],
    setResponseFields('ListVersions', { direction: 'SIDEWAYS' }),
  ),
  define(
    'B16',
    'CreateFunction',
    'stores a timeout of 0',
    ['created-resource-can-be-read'],
    setResponseFields(['CreateFunction', 'GetFunction'], { timeout: 0 }),
  ),
  define(
    'B16',
    'GetFunction',
    'returns a negative codeSize',
    ['code-size-matches-the-code'],
    setResponseFields('GetFunction', { codeSize: -1 }),
  ),
  define(
    'B17',
    'CreateFunction',
    'returns a memorySize that is too high by 1',
    ['create-returns-the-created-resource'],
    mapResponseField('CreateFunction', 'memorySize', (value) => Number(value) + 1),
  ),
  define(
    'B18',
    'CreateService',
    'returns the name repeated forty times',
    ['create-returns-the-created-resource'],
    mapResponseField('CreateService', 'serviceName', (value) => String(value).repeat(40)),
  ),
  define(
    'B19',
    'GetFunctionCode',
    'returns a checksum that is not a number',
    ['checksum-matches-the-function'],
    setResponseFields('GetFunctionCode', { checksum: 'none' }),
  ),
  define(
    'B30',
    'GetAlias',
    'returns weights as strings',
    ['CreateAlias › weights-are-stored'],
    mapResponseField('GetAlias', 'additionalVersionWeight', toTexts),
    { alsoNamed: ['CreateAlias', 'UpdateAlias'] },
  ),
  define(
    'B31',
    'GetTrigger',
    'returns http as the type of every trigger',
    ['CreateTrigger › created-resource-can-be-read'],
    setResponseFields('GetTrigger', { triggerType: 'http' }),
    { alsoNamed: ['CreateTrigger'] },
  ),
  define(
    'B33',
    'GetTrigger',
    'omits the nested prefix of triggerConfig',
    ['CreateTrigger › created-resource-can-be-read'],
    editObject('GetTrigger', (body) => {
      body.triggerConfig = toWithoutPrefix(body.triggerConfig)
    }),
    { alsoNamed: ['CreateTrigger'] },
  ),
  define(
    'B33',
    'GetService',
    'returns a mount point without its address',
    ['CreateService › nas-config-is-stored'],
    editObject('GetService', (body) => {
      const nas = toObject(body.nasConfig)
      if (nas) body.nasConfig = { ...nas, mountPoints: [{ mountDir: '/mnt/demo' }] }
    }),
    { alsoNamed: ['CreateService'] },
  ),
  define(
    'B43',
    'CreateFunction',
    'uses 256 as the default memorySize',
    ['accepts-memorySize-default-absent'],
    addRequestDefaults('CreateFunction', { memorySize: 256 }),
  ),
  define(
    'B43',
    'CreateFunction',
    'uses 60 as the default timeout',
    ['accepts-timeout-default-absent'],
    addRequestDefaults('CreateFunction', { timeout: 60 }),
    { as: 'timeout' },
  ),
  define(
    'B44',
    'CreateFunction',
    'returns the size of the base64 text',
    ['code-size-matches-the-code'],
    mapResponseField('CreateFunction', 'codeSize', toBase64Size),
  ),
  define(
    'B44',
    'UpdateFunction',
    'returns a wrong checksum',
    ['checksum-is-crc64-of-new-code'],
    setResponseFields('UpdateFunction', { codeChecksum: '1' }),
  ),
]

/** Rounds an integer to the nearest JavaScript number. */
function toRounded(value: unknown): string {
  return BigInt(Number(value)).toString()
}

function toUpperCase(value: unknown): string {
  return String(value).toUpperCase()
}

function toTexts(value: unknown): unknown {
  const weights = toObject(value)
  return weights && Object.fromEntries(Object.entries(weights).map(([id, weight]) => [id, String(weight)]))
}

function toWithoutPrefix(config: unknown): unknown {
  const { filter, ...rest } = toObject(config) ?? {}
  const key = toObject(toObject(filter)?.key)
  return key ? { ...rest, filter: { key: { suffix: key.suffix } } } : config
}
