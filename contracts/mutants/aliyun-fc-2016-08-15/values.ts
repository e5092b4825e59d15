import { toRow } from '../response.ts'
import { define } from '../define.ts'
import type { Mutant } from '../mutant.ts'
import { toBase64Size } from '../values.ts'
import { returning, entries, filling, setResponseFields, row } from './edits.ts'

const form = ['response-matches-schema'] as const

/** Section 2: the values of a body, and their types. */
export const valueMutants: readonly Mutant[] = [
  define('B04', 'GetFunction', 'returns memorySize as text', form, returning('GetFunction', 'memorySize', String)),
  define('B04', 'CreateFunction', 'returns codeSize as text', form, returning('CreateFunction', 'codeSize', String)),
  define(
    'B04',
    'ListFunctions',
    'returns timeout as text',
    form,
    entries('ListFunctions', (entry) => {
      entry.timeout = String(entry.timeout)
    }),
  ),
  define(
    'B05',
    'GetService',
    'returns internetAccess as text',
    form,
    returning('GetService', 'internetAccess', String),
  ),
  define(
    'B05',
    'UpdateService',
    'returns internetAccess as 0 or 1',
    form,
    returning('UpdateService', 'internetAccess', Number),
  ),
  define(
    'B06',
    'GetFunction',
    'returns half a megabyte',
    form,
    returning('GetFunction', 'memorySize', (value) => Number(value) + 0.5),
  ),
  define(
    'B07',
    'GetFunctionCode',
    'rounds the checksum',
    ['checksum-matches-the-function'],
    returning('GetFunctionCode', 'checksum', toRounded),
  ),
  define(
    'B07',
    'CreateFunction',
    'rounds the checksum, as every read does',
    ['checksum-is-crc64-of-the-code'],
    row(['CreateFunction', 'GetFunction'], (body) => {
      body.codeChecksum = toRounded(body.codeChecksum)
    }),
  ),
  define(
    'B13',
    'GetFunctionCode',
    'returns an address that is none',
    ['code-url-returns-the-code'],
    setResponseFields('GetFunctionCode', { url: 'see the console' }),
  ),
  define(
    'B14',
    'GetFunction',
    'returns the runtime in capitals',
    form,
    returning('GetFunction', 'runtime', toUpperCase),
  ),
  define(
    'B14',
    'CreateTrigger',
    'returns the type in capitals',
    ['create-returns-the-created-resource'],
    returning('CreateTrigger', 'triggerType', toUpperCase),
  ),
  define(
    'B15',
    'UpdateFunction',
    'returns a runtime that nobody knows',
    form,
    setResponseFields('UpdateFunction', { runtime: 'nodejs99' }),
  ),
  define(
    'B15',
    'ListVersions',
    'returns a direction that nobody knows',
    ['list-names-its-direction'],
    setResponseFields('ListVersions', { direction: 'SIDEWAYS' }),
  ),
  define(
    'B16',
    'CreateFunction',
    'stores no time at all',
    ['created-resource-can-be-read'],
    setResponseFields(['CreateFunction', 'GetFunction'], { timeout: 0 }),
  ),
  define(
    'B16',
    'GetFunction',
    'returns a size below zero',
    ['code-size-matches-the-code'],
    setResponseFields('GetFunction', { codeSize: -1 }),
  ),
  define(
    'B17',
    'CreateFunction',
    'returns one megabyte more',
    ['create-returns-the-created-resource'],
    returning('CreateFunction', 'memorySize', (value) => Number(value) + 1),
  ),
  define(
    'B18',
    'CreateService',
    'returns the name over and over',
    ['create-returns-the-created-resource'],
    returning('CreateService', 'serviceName', (value) => String(value).repeat(40)),
  ),
  define(
    'B19',
    'GetFunctionCode',
    'returns a checksum that is no number',
    ['checksum-matches-the-function'],
    setResponseFields('GetFunctionCode', { checksum: 'none' }),
  ),
  define(
    'B30',
    'GetAlias',
    'returns weights as texts',
    ['CreateAlias › weights-are-stored'],
    returning('GetAlias', 'additionalVersionWeight', toTexts),
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
    'loses the prefix three levels down',
    ['CreateTrigger › created-resource-can-be-read'],
    row('GetTrigger', (body) => {
      body.triggerConfig = toWithoutPrefix(body.triggerConfig)
    }),
    { alsoNamed: ['CreateTrigger'] },
  ),
  define(
    'B33',
    'GetService',
    'returns a mount point without its address',
    ['CreateService › nas-config-is-stored'],
    row('GetService', (body) => {
      const nas = toRow(body.nasConfig)
      if (nas) body.nasConfig = { ...nas, mountPoints: [{ mountDir: '/mnt/demo' }] }
    }),
    { alsoNamed: ['CreateService'] },
  ),
  define(
    'B43',
    'CreateFunction',
    'gives 256 MB by default',
    ['accepts-memorySize-default-absent'],
    filling('CreateFunction', { memorySize: 256 }),
  ),
  define(
    'B43',
    'CreateFunction',
    'gives 60 seconds by default',
    ['accepts-timeout-default-absent'],
    filling('CreateFunction', { timeout: 60 }),
    { as: 'timeout' },
  ),
  define(
    'B44',
    'CreateFunction',
    'returns the size of the base64 text',
    ['code-size-matches-the-code'],
    returning('CreateFunction', 'codeSize', toBase64Size),
  ),
  define(
    'B44',
    'UpdateFunction',
    'returns a checksum of its own',
    ['checksum-is-crc64-of-new-code'],
    setResponseFields('UpdateFunction', { codeChecksum: '1' }),
  ),
]

/** As a number of JavaScript has it. */
function toRounded(value: unknown): string {
  return BigInt(Number(value)).toString()
}

function toUpperCase(value: unknown): string {
  return String(value).toUpperCase()
}

function toTexts(value: unknown): unknown {
  const weights = toRow(value)
  return weights && Object.fromEntries(Object.entries(weights).map(([id, weight]) => [id, String(weight)]))
}

function toWithoutPrefix(config: unknown): unknown {
  const { filter, ...rest } = toRow(config) ?? {}
  const key = toRow(toRow(filter)?.key)
  return key ? { ...rest, filter: { key: { suffix: key.suffix } } } : config
}
