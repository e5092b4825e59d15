import { define } from '../define.ts'
import type { Mutant, Wrap } from '../mutant.ts'
import { type JsonObject, readObject, readText, setJson, toObject } from '../response.ts'
import { editRequest, intercept, mapRequestField } from './edits.ts'
import { emptyZip } from './resources.ts'

/** Sections 8 and 11 of the catalogue: invalid requests that are accepted. */
export const validationMutants: readonly Mutant[] = [
  define(
    'V01',
    'CreateAlias',
    'does not validate the request body',
    [/rejects-aliasName/, /rejects-body-type/],
    acceptAnyBody('CreateAlias'),
  ),
  define(
    'V01',
    'UpdateFunction',
    'does not validate the request body',
    [/rejects-timeout/, /rejects-memorySize/, /rejects-runtime/],
    acceptAnyBody('UpdateFunction'),
  ),
  define(
    'V02',
    'CreateFunction',
    'accepts a function without a handler',
    ['rejects-handler-required-absent'],
    addRequiredFields('CreateFunction', { handler: 'index.handler' }),
  ),
  define(
    'V02',
    'CreateTrigger',
    'accepts a trigger without a type',
    ['rejects-triggerType-required-absent'],
    addRequiredFields('CreateTrigger', { triggerType: 'oss' }),
  ),
  define(
    'V02',
    'CreateTrigger',
    'accepts a trigger without a configuration',
    ['rejects-triggerConfig-required-absent'],
    addRequiredFields('CreateTrigger', { triggerConfig: {} }),
    { as: 'config' },
  ),
  define(
    'V02',
    'CreateFunction',
    'accepts a function without code',
    ['rejects-code-required-absent'],
    addRequiredFields('CreateFunction', { code: emptyZip }),
    { as: 'code' },
  ),
  define(
    'V03',
    'CreateService',
    'accepts a number as description',
    ['rejects-description-type-a-number'],
    mapRequestField('CreateService', 'description', (value) => (typeof value === 'number' ? String(value) : value)),
  ),
  define(
    'V03',
    'UpdateTrigger',
    'accepts a boolean as role',
    ['rejects-invocationRole-type-true'],
    mapRequestField('UpdateTrigger', 'invocationRole', (value) => (value === true ? 'true' : value)),
  ),
  define(
    'V03',
    'PublishVersion',
    'accepts an array as description',
    [/rejects-description-type-an-array/],
    mapRequestField('PublishVersion', 'description', (value) => (Array.isArray(value) ? value.join() : value)),
  ),
  define(
    'V04',
    'UpdateFunction',
    'accepts memorySize below the minimum',
    ['rejects-memorySize-minimum-64'],
    mapRequestField('UpdateFunction', 'memorySize', (value) => (value === 64 ? 128 : value)),
  ),
  define(
    'V04',
    'CreateFunction',
    'accepts a timeout of 0',
    ['rejects-timeout-minimum-0'],
    mapRequestField('CreateFunction', 'timeout', (value) => (value === 0 ? 1 : value)),
  ),
  define(
    'V05',
    'CreateFunction',
    'reduces memorySize to the maximum instead of rejecting it',
    ['rejects-memorySize-maximum-3136'],
    mapRequestField('CreateFunction', 'memorySize', (value) => (Number(value) > 3072 ? 3072 : value)),
  ),
  define(
    'V05',
    'UpdateFunction',
    'reduces timeout to the maximum instead of rejecting it',
    ['rejects-timeout-maximum-301'],
    mapRequestField('UpdateFunction', 'timeout', (value) => (Number(value) > 300 ? 300 : value)),
  ),
  define(
    'V09',
    'CreateFunction',
    'accepts an undocumented runtime',
    ['rejects-runtime-enum-no-such-value'],
    mapRequestField('CreateFunction', 'runtime', (value) => (value === 'no-such-value' ? 'nodejs8' : value)),
  ),
  define(
    'V09',
    'UpdateFunction',
    'accepts a runtime in upper case',
    ['rejects-runtime-enum-NODEJS6'],
    mapRequestField('UpdateFunction', 'runtime', (value) => (typeof value === 'string' ? value.toLowerCase() : value)),
  ),
  define(
    'V11',
    'UpdateFunction',
    'rounds memorySize instead of rejecting it',
    ['rejects-memorySize-multipleOf-129'],
    mapRequestField('UpdateFunction', 'memorySize', (value) => (value === 129 ? 128 : value)),
  ),
  define(
    'V16',
    'CreateService',
    'does not validate logConfig',
    [/rejects-logConfig\.project/],
    ignoreInvalidField('CreateService', 'logConfig'),
  ),
  define(
    'V16',
    'CreateService',
    'does not validate vpcConfig',
    [/rejects-vpcConfig\.vSwitchIds/],
    ignoreInvalidField('CreateService', 'vpcConfig'),
    { as: 'vpc' },
  ),
  define(
    'V16',
    'UpdateService',
    'does not validate nasConfig',
    [/rejects-nasConfig\.mountPoints/],
    ignoreInvalidField('UpdateService', 'nasConfig'),
  ),
  define(
    'V16',
    'CreateFunction',
    'does not validate code',
    [/rejects-code\.zipFile/],
    mapRequestField('CreateFunction', 'code', (value) =>
      typeof toObject(value)?.zipFile === 'string' ? value : emptyZip,
    ),
  ),
  define('V18', 'ListAliases', 'accepts an invalid limit', ['rejects-limit-x'], acceptAnyLimit('ListAliases')),
  define('V18', 'ListVersions', 'accepts an invalid limit', ['rejects-limit-1.5'], acceptAnyLimit('ListVersions')),
  define(
    'V29',
    'UpdateFunction',
    'accepts a number as a string',
    ['rejects-timeout-type-a-number-in-quotes'],
    mapRequestField('UpdateFunction', 'timeout', (value) => (typeof value === 'string' ? Number(value) : value)),
  ),
  define(
    'V29',
    'CreateFunction',
    'accepts a number as a string',
    ['rejects-memorySize-type-a-number-in-quotes'],
    mapRequestField('CreateFunction', 'memorySize', (value) => (typeof value === 'string' ? Number(value) : value)),
  ),
  define(
    'V29',
    'CreateService',
    'accepts a boolean as a string',
    ['rejects-internetAccess-type-true-in-quotes'],
    mapRequestField('CreateService', 'internetAccess', (value) => (value === 'true' ? true : value)),
  ),
  define('N18', 'CreateService', 'accepts JSON with a trailing comma', [/json-with-/], parseLeniently('CreateService')),
  define('N18', 'UpdateFunction', 'accepts JSON with comments', [/json-with-/], parseLeniently('UpdateFunction')),
]

/** If a body is rejected, retries without its invalid fields. If that fails too, returns the body with status 200. */
function acceptAnyBody(operation: string): Wrap {
  return intercept(operation, async ({ request }, { forward }) => {
    const response = await forward()
    if (response.status !== 400) return response
    const body = readObject(request) ?? {}
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

/** Adds fields that the body does not have. JSON that is not an object is replaced by an object. */
function addRequiredFields(operation: string, fields: JsonObject): Wrap {
  return editRequest(operation, ({ body }) =>
    body === undefined ? undefined : { body: { ...fields, ...toObject(body) } },
  )
}

/** If a body is rejected, retries without this field. */
function ignoreInvalidField(operation: string, field: string): Wrap {
  return intercept(operation, async ({ request }, { forward }) => {
    const response = await forward()
    const { [field]: dropped, ...rest } = readObject(request) ?? {}
    return response.status === 400 && dropped !== undefined ? await forward({ body: rest }) : response
  })
}

function acceptAnyLimit(operation: string): Wrap {
  return editRequest(operation, ({ query }) => {
    const limit = Number(query.get('limit') ?? '20')
    if (Number.isInteger(limit) && limit <= 100) return undefined
    query.delete('limit')
    return { query }
  })
}

/** Accepts trailing commas and comments in JSON. */
function parseLeniently(operation: string): Wrap {
  return editRequest(operation, ({ request }) => {
    const repaired = readText(request)
      .replaceAll(/\/\*.*?\*\//g, '')
      .replaceAll(/,\s*(?=[}\]])/g, '')
    return { bytes: Buffer.from(repaired) }
  })
}
