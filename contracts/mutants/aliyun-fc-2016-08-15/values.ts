import { toRow } from '../response.ts'
import { define } from '../define.ts'
import type { Mutant } from '../mutant.ts'
import { toBase64Size } from '../values.ts'
import { answering, entries, filling, giving, row } from './edits.ts'

const form = ['response-matches-schema'] as const

/** Section 2: the values of a body, and their types. */
export const valueMutants: readonly Mutant[] = [
  define('B04', 'GetFunction', 'answers memorySize as text', form, answering('GetFunction', 'memorySize', String)),
  define('B04', 'CreateFunction', 'answers codeSize as text', form, answering('CreateFunction', 'codeSize', String)),
  define(
    'B04',
    'ListFunctions',
    'answers timeout as text',
    form,
    entries('ListFunctions', (entry) => {
      entry.timeout = String(entry.timeout)
    }),
  ),
  define(
    'B05',
    'GetService',
    'answers internetAccess as text',
    form,
    answering('GetService', 'internetAccess', String),
  ),
  define(
    'B05',
    'UpdateService',
    'answers internetAccess as 0 or 1',
    form,
    answering('UpdateService', 'internetAccess', Number),
  ),
  define(
    'B06',
    'GetFunction',
    'answers half a megabyte',
    form,
    answering('GetFunction', 'memorySize', (value) => Number(value) + 0.5),
  ),
  define(
    'B07',
    'GetFunctionCode',
    'rounds the checksum',
    ['checksum-matches-the-function'],
    answering('GetFunctionCode', 'checksum', toRounded),
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
    'answers an address that is none',
    ['code-url-returns-the-code'],
    giving('GetFunctionCode', { url: 'see the console' }),
  ),
  define(
    'B14',
    'GetFunction',
    'answers the runtime in capitals',
    form,
    answering('GetFunction', 'runtime', toUpperCase),
  ),
  define(
    'B14',
    'CreateTrigger',
    'answers the type in capitals',
    ['create-returns-the-created-resource'],
    answering('CreateTrigger', 'triggerType', toUpperCase),
  ),
  define(
    'B15',
    'UpdateFunction',
    'answers a runtime that nobody knows',
    form,
    giving('UpdateFunction', { runtime: 'nodejs99' }),
  ),
  define(
    'B15',
    'ListVersions',
    'answers a direction that nobody knows',
    ['list-names-its-direction'],
    giving('ListVersions', { direction: 'SIDEWAYS' }),
  ),
  define(
    'B16',
    'CreateFunction',
    'stores no time at all',
    ['created-resource-can-be-read'],
    giving(['CreateFunction', 'GetFunction'], { timeout: 0 }),
  ),
  define(
    'B16',
    'GetFunction',
    'answers a size below zero',
    ['code-size-matches-the-code'],
    giving('GetFunction', { codeSize: -1 }),
  ),
  define(
    'B17',
    'CreateFunction',
    'answers one megabyte more',
    ['create-returns-the-created-resource'],
    answering('CreateFunction', 'memorySize', (value) => Number(value) + 1),
  ),
  define(
    'B18',
    'CreateService',
    'answers the name over and over',
    ['create-returns-the-created-resource'],
    answering('CreateService', 'serviceName', (value) => String(value).repeat(40)),
  ),
  define(
    'B19',
    'GetFunctionCode',
    'answers a checksum that is no number',
    ['checksum-matches-the-function'],
    giving('GetFunctionCode', { checksum: 'none' }),
  ),
  define(
    'B30',
    'GetAlias',
    'answers weights as texts',
    ['CreateAlias › weights-are-stored'],
    answering('GetAlias', 'additionalVersionWeight', toTexts),
    { alsoNamed: ['CreateAlias', 'UpdateAlias'] },
  ),
  define(
    'B31',
    'GetTrigger',
    'answers http as the type of every trigger',
    ['CreateTrigger › created-resource-can-be-read'],
    giving('GetTrigger', { triggerType: 'http' }),
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
    'answers a mount point without its address',
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
    'answers the size of the base64 text',
    ['code-size-matches-the-code'],
    answering('CreateFunction', 'codeSize', toBase64Size),
  ),
  define(
    'B44',
    'UpdateFunction',
    'answers a checksum of its own',
    ['checksum-is-crc64-of-new-code'],
    giving('UpdateFunction', { codeChecksum: '1' }),
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
