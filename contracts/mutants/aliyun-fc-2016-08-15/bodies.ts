import { define } from '../define.ts'
import { readRow, setBytes, setHeader, setJson, setText, toBytes } from '../kit.ts'
import type { Mutant, Wrap } from '../mutant.ts'
import { before, entries, refusal, row, success } from './kit.ts'

const form = ['answers-in-the-documented-form'] as const
const listed = ['CreateFunction › is-listed']

/** Section 2: bodies. */
export const bodyMutants: readonly Mutant[] = [
  define('B01', 'GetAlias', 'leaves versionId out', form, without('GetAlias', 'versionId')),
  define('B01', 'CreateAlias', 'leaves createdTime out', form, without('CreateAlias', 'createdTime')),
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
  define('B03', 'UpdateAlias', 'leaves aliasName out', form, without('UpdateAlias', 'aliasName')),
  define('B04', 'GetFunction', 'answers memorySize as text', form, changed('GetFunction', 'memorySize', String)),
  define('B04', 'CreateFunction', 'answers codeSize as text', form, changed('CreateFunction', 'codeSize', String)),
  define(
    'B04',
    'ListFunctions',
    'answers timeout as text',
    form,
    entries('ListFunctions', (entry) => {
      entry.timeout = String(entry.timeout)
    }),
  ),
  define('B05', 'GetService', 'answers internetAccess as text', form, changed('GetService', 'internetAccess', String)),
  define(
    'B05',
    'UpdateService',
    'answers internetAccess as 0 or 1',
    form,
    changed('UpdateService', 'internetAccess', Number),
  ),
  define(
    'B06',
    'GetFunction',
    'answers half a megabyte',
    form,
    changed('GetFunction', 'memorySize', (value) => Number(value) + 0.5),
  ),
  define(
    'B07',
    'GetFunctionCode',
    'rounds the checksum',
    ['answers-the-checksum-of-the-function'],
    changed('GetFunctionCode', 'checksum', toRounded),
  ),
  define(
    'B07',
    'CreateFunction',
    'rounds the checksum, as every read does',
    ['answers-the-crc64-of-the-code'],
    row(['CreateFunction', 'GetFunction'], (body) => {
      body.codeChecksum = toRounded(body.codeChecksum)
    }),
  ),
  define(
    'B08',
    'GetService',
    'answers null for the id',
    form,
    changed('GetService', 'serviceId', () => null),
  ),
  define(
    'B08',
    'CreateAlias',
    'answers null for the version',
    form,
    changed('CreateAlias', 'versionId', () => null),
  ),
  define(
    'B08',
    'ListTriggers',
    'answers null for a configuration',
    form,
    entries('ListTriggers', (entry) => {
      entry.triggerConfig = null
    }),
  ),
  define(
    'B09',
    'GetAlias',
    'answers null for what was never set',
    [/./],
    withNulls('GetAlias', 'additionalVersionWeight'),
  ),
  define(
    'B09',
    'PublishVersion',
    'answers null for what was never set',
    [/./],
    withNulls('PublishVersion', 'description'),
  ),
  define(
    'B10',
    'CreateService',
    'answers the time of creation as HTTP writes dates',
    ['answers-times-in-utc'],
    changed('CreateService', 'createdTime', (value) => new Date(String(value).replace('+0000', 'Z')).toUTCString()),
  ),
  define(
    'B10',
    'CreateTrigger',
    'answers day and month first',
    ['answers-times-in-utc'],
    changed('CreateTrigger', 'createdTime', () => '22/11/2026 10:00:00'),
  ),
  define(
    'B11',
    'GetFunction',
    'answers the time of creation as a number',
    form,
    changed('GetFunction', 'createdTime', toEpoch),
  ),
  define(
    'B11',
    'ListVersions',
    'answers times as numbers',
    form,
    entries('ListVersions', (entry) => {
      entry.createdTime = toEpoch(entry.createdTime)
    }),
  ),
  define(
    'B11',
    'CreateFunction',
    'answers the time of creation as seconds in a text',
    ['answers-times-in-utc'],
    changed('CreateFunction', 'createdTime', (value) => String(toEpoch(value))),
  ),
  define(
    'B12',
    'CreateAlias',
    'answers times without a zone',
    ['answers-times-in-utc'],
    changed('CreateAlias', 'createdTime', toZoneless),
  ),
  define(
    'B12',
    'CreateTrigger',
    'answers the last change without a zone',
    ['answers-times-in-utc'],
    changed('CreateTrigger', 'lastModifiedTime', toZoneless),
  ),
  define(
    'B12',
    'GetService',
    'answers times without a zone',
    ['answers-times-in-utc'],
    changed('GetService', 'createdTime', toZoneless),
  ),
  define(
    'B13',
    'GetFunctionCode',
    'answers an address that is none',
    ['answers-an-address-with-the-code'],
    changed('GetFunctionCode', 'url', () => 'see the console'),
  ),
  define(
    'B14',
    'GetFunction',
    'answers the runtime in capitals',
    form,
    changed('GetFunction', 'runtime', (value) => String(value).toUpperCase()),
  ),
  define(
    'B14',
    'CreateTrigger',
    'answers the type in capitals',
    ['answers-200-with-what-was-created'],
    changed('CreateTrigger', 'triggerType', (value) => String(value).toUpperCase()),
  ),
  define(
    'B15',
    'UpdateFunction',
    'answers a runtime that nobody knows',
    form,
    changed('UpdateFunction', 'runtime', () => 'nodejs99'),
  ),
  define(
    'B15',
    'ListVersions',
    'answers a direction that nobody knows',
    ['names-the-direction-that-it-goes'],
    changed('ListVersions', 'direction', () => 'SIDEWAYS'),
  ),
  define(
    'B16',
    'CreateFunction',
    'stores no time at all',
    ['can-be-read-back'],
    row(['CreateFunction', 'GetFunction'], (body) => {
      body.timeout = 0
    }),
  ),
  define(
    'B16',
    'GetFunction',
    'answers a size below zero',
    ['answers-the-size-of-the-code'],
    changed('GetFunction', 'codeSize', () => -1),
  ),
  define(
    'B17',
    'CreateFunction',
    'answers one megabyte more',
    ['answers-200-with-what-was-created'],
    changed('CreateFunction', 'memorySize', (value) => Number(value) + 1),
  ),
  define(
    'B18',
    'CreateService',
    'answers the name over and over',
    ['answers-200-with-what-was-created'],
    changed('CreateService', 'serviceName', (value) => String(value).repeat(40)),
  ),
  define(
    'B19',
    'GetFunctionCode',
    'answers a checksum that is no number',
    ['answers-the-checksum-of-the-function'],
    changed('GetFunctionCode', 'checksum', () => 'none'),
  ),
  define(
    'B20',
    'GetFunction',
    'answers a field that nobody lists',
    ['answers-no-property-that-nobody-lists'],
    changed('GetFunction', 'debug', () => ({ host: 'a' })),
  ),
  define(
    'B20',
    'ListTriggers',
    'answers a field that nobody lists',
    ['answers-no-property-that-nobody-lists'],
    entries('ListTriggers', (entry) => {
      entry.owner = 'nobody'
    }),
  ),
  ...['GetFunction', 'CreateService'].map((operation) =>
    define(
      'B20',
      operation,
      'refuses with a field that nobody lists',
      ['refuses-with-no-property-that-nobody-lists'],
      refusal(operation, undefined, (answer) => setJson(answer, { ...readRow(answer), stack: ['at line 1'] })),
      { as: 'envelope' },
    ),
  ),
  define(
    'B20',
    'PublishVersion',
    'answers a field that nobody lists',
    ['answers-no-property-that-nobody-lists'],
    changed('PublishVersion', 'serviceName', () => 'demo'),
  ),
  define(
    'B21',
    'GetFunction',
    'misspells memorySize',
    ['answers-no-property-that-nobody-lists'],
    renamed('GetFunction', 'memorySize', 'memorysize'),
  ),
  define(
    'B21',
    'UpdateTrigger',
    'misspells invocationRole',
    ['answers-no-property-that-nobody-lists'],
    renamed('UpdateTrigger', 'invocationRole', 'invokationRole'),
  ),
  define(
    'B22',
    'GetService',
    'begins its fields with capitals',
    ['answers-no-property-that-nobody-lists'],
    row('GetService', toPascal),
  ),
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
    'answers the code that was sent',
    ['answers-no-property-that-nobody-lists'],
    row('CreateFunction', (body, call) => {
      body.code = readRow({ body: call.request.body })?.code
    }),
  ),
  define(
    'B24',
    'CreateService',
    'takes id and time from the request',
    ['chooses-id-and-times-itself'],
    row('CreateService', (body, call) => {
      const { serviceId, createdTime } = readRow({ body: call.request.body }) ?? {}
      Object.assign(body, serviceId !== undefined && { serviceId }, createdTime !== undefined && { createdTime })
    }),
  ),
  define(
    'B25',
    'GetTrigger',
    'answers a list of one',
    form,
    success('GetTrigger', (answer) => setJson(answer, [readRow(answer)])),
  ),
  define(
    'B25',
    'UpdateService',
    'answers a list of one',
    form,
    success('UpdateService', (answer) => setJson(answer, [readRow(answer)])),
  ),
  define(
    'B26',
    'ListAliases',
    'answers one entry without a list',
    form,
    collapsed('ListAliases', 'aliases', (list) => (list.length === 1 ? list[0] : list)),
  ),
  define(
    'B26',
    'ListFunctions',
    'answers one entry without a list',
    form,
    collapsed('ListFunctions', 'functions', (list) => (list.length === 1 ? list[0] : list)),
  ),
  define(
    'B27',
    'ListTriggers',
    'answers null for an empty list',
    ['answers-an-empty-list'],
    collapsed('ListTriggers', 'triggers', (list) => (list.length === 0 ? null : list)),
  ),
  define(
    'B27',
    'ListServices',
    'answers null for an empty list',
    ['answers-an-empty-list'],
    collapsed('ListServices', 'services', (list) => (list.length === 0 ? null : list)),
  ),
  define(
    'B30',
    'GetAlias',
    'answers weights as texts',
    ['CreateAlias › keeps-the-weights'],
    changed('GetAlias', 'additionalVersionWeight', toTexts),
    { alsoNamed: ['CreateAlias', 'UpdateAlias'] },
  ),
  define(
    'B31',
    'GetTrigger',
    'answers http as the type of every trigger',
    ['CreateTrigger › can-be-read-back'],
    changed('GetTrigger', 'triggerType', () => 'http'),
    { alsoNamed: ['CreateTrigger'] },
  ),
  define(
    'B33',
    'GetTrigger',
    'loses the prefix three levels down',
    ['CreateTrigger › can-be-read-back'],
    row('GetTrigger', (body) => {
      body.triggerConfig = toWithoutPrefix(body.triggerConfig)
    }),
    { alsoNamed: ['CreateTrigger'] },
  ),
  define(
    'B33',
    'GetService',
    'answers a mount point without its address',
    ['CreateService › keeps-the-nas-config'],
    row('GetService', (body) => {
      const nas = readInner(body.nasConfig)
      if (nas) body.nasConfig = { ...nas, mountPoints: [{ mountDir: '/mnt/demo' }] }
    }),
    { alsoNamed: ['CreateService'] },
  ),
  define(
    'B34',
    'ListFunctions',
    'answers JSON that breaks off',
    form,
    success('ListFunctions', (answer) => setBytes(answer, answer.body.subarray(0, -2))),
  ),
  define(
    'B34',
    'GetAlias',
    'answers JSON that breaks off',
    form,
    success('GetAlias', (answer) => setBytes(answer, answer.body.subarray(0, 10))),
  ),
  define(
    'B35',
    'UpdateFunction',
    'answers nothing with 200',
    form,
    success('UpdateFunction', (answer) => setText(answer, '')),
  ),
  define(
    'B35',
    'GetService',
    'answers nothing with 200',
    form,
    success('GetService', (answer) => setText(answer, '')),
  ),
  define(
    'B36',
    'CreateAlias',
    'answers two JSON texts',
    form,
    success('CreateAlias', (answer) => setBytes(answer, Buffer.concat([answer.body, answer.body]))),
  ),
  define(
    'B37',
    'ListVersions',
    'begins with a byte order mark',
    form,
    success('ListVersions', (answer) =>
      setBytes(answer, Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), answer.body])),
    ),
  ),
  define(
    'B37',
    'CreateService',
    'stores UTF-8 as Latin-1',
    ['keeps-a-text-to-the-character'],
    before('CreateService', ({ request }) => ({ bytes: Buffer.from(Buffer.from(request.body).toString('latin1')) })),
  ),
  define(
    'B39',
    'GetFunction',
    'answers NaN',
    form,
    success('GetFunction', (answer) => setText(answer, toText(answer).replace(/"timeout":\d+/, '"timeout":NaN'))),
  ),
  define(
    'B40',
    'GetFunction',
    'wraps its answer',
    ['answers-no-property-that-nobody-lists'],
    success('GetFunction', (answer) => setJson(answer, { data: readRow(answer) })),
  ),
  define(
    'B40',
    'ListServices',
    'wraps its answer',
    ['answers-no-property-that-nobody-lists'],
    success('ListServices', (answer) => setJson(answer, { data: readRow(answer) })),
  ),
  define(
    'B41',
    'GetFunctionCode',
    'answers in the form of 2021-04-06',
    ['answers-no-property-that-nobody-lists'],
    success('GetFunctionCode', (answer) => {
      const { checksum, url } = readRow(answer) ?? {}
      setJson(answer, { Checksum: checksum, Url: url, RequestId: '1' })
    }),
  ),
  define('B42', 'GetTrigger', 'answers HTML', form, toPage('GetTrigger')),
  define('B42', 'ListServices', 'answers HTML', form, toPage('ListServices')),
  define(
    'B43',
    'CreateFunction',
    'gives 256 MB by default',
    ['accepts-memorySize-default-absent'],
    defaulting('CreateFunction', { memorySize: 256 }),
  ),
  define(
    'B43',
    'CreateFunction',
    'gives 60 seconds by default',
    ['accepts-timeout-default-absent'],
    defaulting('CreateFunction', { timeout: 60 }),
    { as: 'timeout' },
  ),
  define(
    'B44',
    'CreateFunction',
    'answers the size of the base64 text',
    ['answers-the-size-of-the-code'],
    changed('CreateFunction', 'codeSize', (value) => Math.ceil(Number(value) / 3) * 4),
  ),
  define(
    'B44',
    'UpdateFunction',
    'answers a checksum of its own',
    ['answers-the-crc64-of-new-code'],
    changed('UpdateFunction', 'codeChecksum', () => '1'),
  ),
]

function changed(operation: string, field: string, change: (value: unknown) => unknown): Wrap {
  return row(operation, (body) => {
    if (body[field] !== undefined || change.length === 0) body[field] = change(body[field])
  })
}

function without(operation: string, field: string): Wrap {
  return row(operation, (body) => {
    delete body[field]
  })
}

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

function collapsed(operation: string, field: string, change: (list: readonly unknown[]) => unknown): Wrap {
  return row(operation, (body) => {
    if (Array.isArray(body[field])) body[field] = change(body[field])
  })
}

function defaulting(operation: string, fields: Readonly<Record<string, unknown>>): Wrap {
  return before(operation, ({ body }) => {
    const sent = readInner(body)
    return sent && { body: { ...fields, ...sent } }
  })
}

function toPage(operation: string): Wrap {
  return success(operation, (answer) => {
    setHeader(answer, 'Content-Type', 'text/html')
    setText(answer, '<html><body>It works</body></html>')
  })
}

function toPascal(body: Record<string, unknown>): void {
  for (const [field, value] of Object.entries(body)) {
    delete body[field]
    body[field.charAt(0).toUpperCase() + field.slice(1)] = value
  }
}

function readInner(value: unknown) {
  return value === undefined ? undefined : readRow({ body: toBytes(value) })
}

function toText({ body }: { readonly body: Uint8Array }): string {
  return Buffer.from(body).toString()
}

/** As a number of JavaScript has it. */
function toRounded(value: unknown): string {
  return BigInt(Number(value)).toString()
}

function toEpoch(value: unknown): number {
  return Date.parse(String(value).replace('+0000', 'Z')) / 1000
}

function toZoneless(value: unknown): string {
  return String(value).replace('+0000', '')
}

function toTexts(value: unknown): unknown {
  const weights = readInner(value)
  return weights && Object.fromEntries(Object.entries(weights).map(([id, weight]) => [id, String(weight)]))
}

function toWithoutPrefix(config: unknown): unknown {
  const { filter, ...rest } = readInner(config) ?? {}
  const key = readInner(readInner(filter)?.key)
  return key ? { ...rest, filter: { key: { suffix: key.suffix } } } : config
}
