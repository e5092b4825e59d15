import { type Row, readRow, readText, setJson, toRow } from '../response.ts'
import { define } from '../define.ts'
import type { Mutant, Wrap } from '../mutant.ts'
import { before, instead, sending } from './edits.ts'
import { someCode } from './resources.ts'

/** Sections 8 and 11: what is taken that must be refused. */
export const validationMutants: readonly Mutant[] = [
  define(
    'V01',
    'CreateAlias',
    'validates nothing',
    [/rejects-aliasName/, /rejects-body-type/],
    anything('CreateAlias'),
  ),
  define(
    'V01',
    'UpdateFunction',
    'validates nothing',
    [/rejects-timeout/, /rejects-memorySize/, /rejects-runtime/],
    anything('UpdateFunction'),
  ),
  define(
    'V02',
    'CreateFunction',
    'does not need a handler',
    ['rejects-handler-required-absent'],
    filled('CreateFunction', { handler: 'index.handler' }),
  ),
  define(
    'V02',
    'CreateTrigger',
    'does not need a type',
    ['rejects-triggerType-required-absent'],
    filled('CreateTrigger', { triggerType: 'oss' }),
  ),
  define(
    'V02',
    'CreateTrigger',
    'does not need a configuration',
    ['rejects-triggerConfig-required-absent'],
    filled('CreateTrigger', { triggerConfig: {} }),
    { as: 'config' },
  ),
  define(
    'V02',
    'CreateFunction',
    'does not need code',
    ['rejects-code-required-absent'],
    filled('CreateFunction', { code: someCode }),
    { as: 'code' },
  ),
  define(
    'V03',
    'CreateService',
    'takes a number for the description',
    ['rejects-description-type-a-number'],
    sending('CreateService', 'description', (value) => (typeof value === 'number' ? String(value) : value)),
  ),
  define(
    'V03',
    'UpdateTrigger',
    'takes a truth for the role',
    ['rejects-invocationRole-type-true'],
    sending('UpdateTrigger', 'invocationRole', (value) => (value === true ? 'true' : value)),
  ),
  define(
    'V03',
    'PublishVersion',
    'takes a list for the description',
    [/rejects-description-type-an-array/],
    sending('PublishVersion', 'description', (value) => (Array.isArray(value) ? value.join() : value)),
  ),
  define(
    'V04',
    'UpdateFunction',
    'takes less memory than there is',
    ['rejects-memorySize-minimum-64'],
    sending('UpdateFunction', 'memorySize', (value) => (value === 64 ? 128 : value)),
  ),
  define(
    'V04',
    'CreateFunction',
    'takes no time at all',
    ['rejects-timeout-minimum-0'],
    sending('CreateFunction', 'timeout', (value) => (value === 0 ? 1 : value)),
  ),
  define(
    'V05',
    'CreateFunction',
    'cuts memory to the maximum',
    ['rejects-memorySize-maximum-3136'],
    sending('CreateFunction', 'memorySize', (value) => (Number(value) > 3072 ? 3072 : value)),
  ),
  define(
    'V05',
    'UpdateFunction',
    'cuts the time to the maximum',
    ['rejects-timeout-maximum-301'],
    sending('UpdateFunction', 'timeout', (value) => (Number(value) > 300 ? 300 : value)),
  ),
  define(
    'V09',
    'CreateFunction',
    'takes a runtime that nobody knows',
    ['rejects-runtime-enum-no-such-value'],
    sending('CreateFunction', 'runtime', (value) => (value === 'no-such-value' ? 'nodejs8' : value)),
  ),
  define(
    'V09',
    'UpdateFunction',
    'takes a runtime in capitals',
    ['rejects-runtime-enum-NODEJS6'],
    sending('UpdateFunction', 'runtime', (value) => (typeof value === 'string' ? value.toLowerCase() : value)),
  ),
  define(
    'V11',
    'UpdateFunction',
    'rounds memory',
    ['rejects-memorySize-multipleOf-129'],
    sending('UpdateFunction', 'memorySize', (value) => (value === 129 ? 128 : value)),
  ),
  define(
    'V16',
    'CreateService',
    'does not look into logConfig',
    [/rejects-logConfig\.project/],
    overlooking('CreateService', 'logConfig'),
  ),
  define(
    'V16',
    'CreateService',
    'does not look into vpcConfig',
    [/rejects-vpcConfig\.vSwitchIds/],
    overlooking('CreateService', 'vpcConfig'),
    { as: 'vpc' },
  ),
  define(
    'V16',
    'UpdateService',
    'does not look into nasConfig',
    [/rejects-nasConfig\.mountPoints/],
    overlooking('UpdateService', 'nasConfig'),
  ),
  define(
    'V16',
    'CreateFunction',
    'does not look into code',
    [/rejects-code\.zipFile/],
    sending('CreateFunction', 'code', (value) => (typeof toRow(value)?.zipFile === 'string' ? value : someCode)),
  ),
  define('V18', 'ListAliases', 'takes any limit', ['rejects-limit-x'], anyLimit('ListAliases')),
  define('V18', 'ListVersions', 'takes any limit', ['rejects-limit-1.5'], anyLimit('ListVersions')),
  define(
    'V29',
    'UpdateFunction',
    'takes a number in quotes',
    ['rejects-timeout-type-a-number-in-quotes'],
    sending('UpdateFunction', 'timeout', (value) => (typeof value === 'string' ? Number(value) : value)),
  ),
  define(
    'V29',
    'CreateFunction',
    'takes a number in quotes',
    ['rejects-memorySize-type-a-number-in-quotes'],
    sending('CreateFunction', 'memorySize', (value) => (typeof value === 'string' ? Number(value) : value)),
  ),
  define(
    'V29',
    'CreateService',
    'takes a truth in quotes',
    ['rejects-internetAccess-type-true-in-quotes'],
    sending('CreateService', 'internetAccess', (value) => (value === 'true' ? true : value)),
  ),
  define('N18', 'CreateService', 'takes JSON with a comma too many', [/json-with-/], lenient('CreateService')),
  define('N18', 'UpdateFunction', 'takes JSON with comments', [/json-with-/], lenient('UpdateFunction')),
]

/** Takes a refused body without the fields that are wrong, or without any. */
function anything(operation: string): Wrap {
  return instead(operation, async ({ request }, { forward }) => {
    const response = await forward()
    if (response.status !== 400) return response
    const body = readRow(request) ?? {}
    let left = { ...body }
    for (const field of Object.keys(body)) {
      const { [field]: _, ...rest } = left
      const again = await forward({ body: { ...rest, ...(field === 'aliasName' && { aliasName: 'unnamed' }) } })
      if (again.status !== 400) return again
      if (!/aliasName|version/.test(field)) left = rest
    }
    response.status = 200
    setJson(response, body)
    return response
  })
}

/** Fills in what a body does not have; JSON that is no object counts as an empty one. */
function filled(operation: string, fields: Row): Wrap {
  return before(operation, ({ body }) => (body === undefined ? undefined : { body: { ...fields, ...toRow(body) } }))
}

/** Leaves a field out where it would be refused. */
function overlooking(operation: string, field: string): Wrap {
  return instead(operation, async ({ request }, { forward }) => {
    const response = await forward()
    const { [field]: dropped, ...rest } = readRow(request) ?? {}
    return response.status === 400 && dropped !== undefined ? await forward({ body: rest }) : response
  })
}

function anyLimit(operation: string): Wrap {
  return before(operation, ({ query }) => {
    const limit = Number(query.get('limit') ?? '20')
    if (Number.isInteger(limit) && limit <= 100) return undefined
    query.delete('limit')
    return { query }
  })
}

/** Reads JSON as JavaScript: commas at the end and comments pass. */
function lenient(operation: string): Wrap {
  return before(operation, ({ request }) => {
    const mended = readText(request)
      .replaceAll(/\/\*.*?\*\//g, '')
      .replaceAll(/,\s*(?=[}\]])/g, '')
    return { bytes: Buffer.from(mended) }
  })
}
