import { define } from '../define.ts'
import { type Answer, type Row, readRow, setHeader, setJson } from '../kit.ts'
import type { Mutant, Wrap } from '../mutant.ts'
import { answers, before, instead, refuse, row } from './kit.ts'

/** Section 11: what is taken that must be refused, refused that must be taken, and what breaks down. */
export const validationMutants: readonly Mutant[] = [
  define(
    'V01',
    'CreateAlias',
    'validates nothing',
    [/refuses-aliasName/, /refuses-body-type/],
    anything('CreateAlias'),
  ),
  define(
    'V01',
    'UpdateFunction',
    'validates nothing',
    [/refuses-timeout/, /refuses-memorySize/, /refuses-runtime/],
    anything('UpdateFunction'),
  ),
  define(
    'V02',
    'CreateFunction',
    'does not need a handler',
    ['refuses-handler-required-absent'],
    filled('CreateFunction', { handler: 'index.handler' }),
  ),
  define(
    'V02',
    'CreateTrigger',
    'does not need a type',
    ['refuses-triggerType-required-absent'],
    filled('CreateTrigger', { triggerType: 'oss' }),
  ),
  define(
    'V02',
    'CreateTrigger',
    'does not need a configuration',
    ['refuses-triggerConfig-required-absent'],
    filled('CreateTrigger', { triggerConfig: {} }),
    { as: 'config' },
  ),
  define(
    'V02',
    'CreateFunction',
    'does not need code',
    ['refuses-code-required-absent'],
    filled('CreateFunction', { code: { zipFile: 'UEsFBgAAAAAAAAAAAAAAAAAAAAAAAA==' } }),
    { as: 'code' },
  ),
  define(
    'V03',
    'CreateService',
    'takes a number for the description',
    ['refuses-description-type-a-number'],
    fixed('CreateService', 'description', (value) => (typeof value === 'number' ? String(value) : value)),
  ),
  define(
    'V03',
    'UpdateTrigger',
    'takes a truth for the role',
    ['refuses-invocationRole-type-true'],
    fixed('UpdateTrigger', 'invocationRole', (value) => (value === true ? 'true' : value)),
  ),
  define(
    'V03',
    'PublishVersion',
    'takes a list for the description',
    [/refuses-description-type-an-array/],
    fixed('PublishVersion', 'description', (value) => (Array.isArray(value) ? value.join() : value)),
  ),
  define(
    'V04',
    'UpdateFunction',
    'takes less memory than there is',
    ['refuses-memorySize-minimum-64'],
    fixed('UpdateFunction', 'memorySize', (value) => (value === 64 ? 128 : value)),
  ),
  define(
    'V04',
    'CreateFunction',
    'takes no time at all',
    ['refuses-timeout-minimum-0'],
    fixed('CreateFunction', 'timeout', (value) => (value === 0 ? 1 : value)),
  ),
  define(
    'V05',
    'CreateFunction',
    'cuts memory to the maximum',
    ['refuses-memorySize-maximum-3136'],
    fixed('CreateFunction', 'memorySize', (value) => (Number(value) > 3072 ? 3072 : value)),
  ),
  define(
    'V05',
    'UpdateFunction',
    'cuts the time to the maximum',
    ['refuses-timeout-maximum-301'],
    fixed('UpdateFunction', 'timeout', (value) => (Number(value) > 300 ? 300 : value)),
  ),
  define(
    'V09',
    'CreateFunction',
    'takes a runtime that nobody knows',
    ['refuses-runtime-enum-no-such-value'],
    fixed('CreateFunction', 'runtime', (value) => (value === 'no-such-value' ? 'nodejs8' : value)),
  ),
  define(
    'V09',
    'UpdateFunction',
    'takes a runtime in capitals',
    ['refuses-runtime-enum-NODEJS6'],
    fixed('UpdateFunction', 'runtime', (value) => (typeof value === 'string' ? value.toLowerCase() : value)),
  ),
  define(
    'V11',
    'UpdateFunction',
    'rounds memory',
    ['refuses-memorySize-multipleOf-129'],
    fixed('UpdateFunction', 'memorySize', (value) => (value === 129 ? 128 : value)),
  ),
  define(
    'V16',
    'CreateService',
    'does not look into logConfig',
    [/refuses-logConfig\.project/],
    without('CreateService', 'logConfig'),
  ),
  define(
    'V16',
    'CreateService',
    'does not look into vpcConfig',
    [/refuses-vpcConfig\.vSwitchIds/],
    without('CreateService', 'vpcConfig'),
    { as: 'vpc' },
  ),
  define(
    'V16',
    'UpdateService',
    'does not look into nasConfig',
    [/refuses-nasConfig\.mountPoints/],
    without('UpdateService', 'nasConfig'),
  ),
  define(
    'V16',
    'CreateFunction',
    'does not look into code',
    [/refuses-code\.zipFile/],
    fixed('CreateFunction', 'code', (value) =>
      typeof readField(value, 'zipFile') === 'string' ? value : { zipFile: 'UEsFBgAAAAAAAAAAAAAAAAAAAAAAAA==' },
    ),
  ),
  define('V18', 'ListAliases', 'takes any limit', ['refuses-limit-x'], anyLimit('ListAliases')),
  define('V18', 'ListVersions', 'takes any limit', ['refuses-limit-1.5'], anyLimit('ListVersions')),
  define(
    'V21',
    'ListServices',
    'breaks down at a parameter that it does not know',
    ['answers-a-parameter-that-nobody-lists'],
    answers(
      'ListServices',
      () => true,
      (answer, { query }) => {
        const known = ['limit', 'nextToken', 'prefix', 'startKey']
        if ([...query.keys()].some((name) => !known.includes(name))) refuse(answer, 'InternalServerError')
      },
    ),
  ),
  define(
    'V23',
    'CreateFunction',
    'refuses the most memory',
    ['accepts-memorySize-maximum-3072'],
    refusing('CreateFunction', (body) => body.memorySize === 3072),
  ),
  define(
    'V23',
    'UpdateFunction',
    'refuses the longest time',
    ['accepts-timeout-maximum-300'],
    refusing('UpdateFunction', (body) => body.timeout === 300),
  ),
  define(
    'V23',
    'CreateFunction',
    'refuses the shortest time',
    ['accepts-timeout-minimum-1'],
    refusing('CreateFunction', (body) => body.timeout === 1),
    { as: 'shortest' },
  ),
  define(
    'V23',
    'ListTriggers',
    'refuses the highest limit',
    ['accepts-limit-100'],
    answers(
      'ListTriggers',
      () => true,
      (answer, { query }) => {
        if (query.get('limit') === '100') refuse(answer, 'InvalidArgument')
      },
    ),
  ),
  define(
    'V29',
    'UpdateFunction',
    'takes a number in quotes',
    ['refuses-timeout-type-a-number-in-quotes'],
    fixed('UpdateFunction', 'timeout', (value) => (typeof value === 'string' ? Number(value) : value)),
  ),
  define(
    'V29',
    'CreateFunction',
    'takes a number in quotes',
    ['refuses-memorySize-type-a-number-in-quotes'],
    fixed('CreateFunction', 'memorySize', (value) => (typeof value === 'string' ? Number(value) : value)),
  ),
  define(
    'V29',
    'CreateService',
    'takes a truth in quotes',
    ['refuses-internetAccess-type-true-in-quotes'],
    fixed('CreateService', 'internetAccess', (value) => (value === 'true' ? true : value)),
  ),
  define(
    'V31',
    'UpdateFunction',
    'takes the id from the request',
    ['keeps-id-name-and-creation-time'],
    massAssigned('UpdateFunction', 'GetFunction', 'functionId'),
  ),
  define(
    'V31',
    'UpdateService',
    'takes the time of creation from the request',
    ['keeps-id-name-and-creation-time'],
    massAssigned('UpdateService', 'GetService', 'createdTime'),
  ),
  define(
    'R01',
    'CreateTrigger',
    'breaks down at JSON that breaks off',
    ['refuses-json-that-breaks-off'],
    breaking('CreateTrigger', ({ text }) => !isJson(text)),
  ),
  define(
    'R01',
    'UpdateAlias',
    'breaks down at JSON that breaks off',
    ['refuses-json-that-breaks-off'],
    breaking('UpdateAlias', ({ text }) => !isJson(text)),
  ),
  define(
    'R02',
    'CreateFunction',
    'breaks down at an empty body',
    ['refuses-an-empty-body'],
    breaking('CreateFunction', ({ text }) => text === ''),
  ),
  define(
    'R02',
    'CreateAlias',
    'breaks down at an empty body',
    ['refuses-an-empty-body'],
    breaking('CreateAlias', ({ text }) => text === ''),
  ),
  define(
    'R03',
    'CreateService',
    'breaks down at a NUL character',
    ['answers-a-nul-in-a-text'],
    breaking('CreateService', ({ text }) => text.includes('\\u0000')),
  ),
  define(
    'R03',
    'InvokeFunction',
    'breaks down at a NUL byte',
    ['runs-at-once-by-default'],
    breaking('InvokeFunction', ({ text }) => text.includes('\u0000')),
  ),
  define(
    'R04',
    'CreateAlias',
    'breaks down at bytes that are no UTF-8',
    ['answers-bytes-that-are-no-utf-8'],
    breaking('CreateAlias', ({ text }) => text.includes('\ufffd')),
  ),
  define(
    'R05',
    'UpdateFunction',
    'breaks down at a number with an exponent of hundreds',
    ['answers-a-number-beyond-every-range'],
    breaking('UpdateFunction', ({ text }) => /[eE]\+?\d{3,}/.test(text)),
  ),
  define(
    'R06',
    'CreateTrigger',
    'closes the connection at a body that is nested deeply',
    ['answers-a-body-nested-deeply'],
    breaking('CreateTrigger', ({ text }) => (text.match(/[[{]/g) ?? []).length >= 500),
  ),
  define(
    'R08',
    'ListServices',
    'closes the connection at an address of thousands of characters',
    ['answers-an-address-of-thousands-of-characters'],
    answers(
      'ListServices',
      () => true,
      (answer, { request }) => {
        if (request.url.length > 4096) answer.connection = 'reset'
      },
    ),
  ),
  define(
    'R11',
    'GetService',
    'resolves encoded slashes, and so reaches another service',
    ['takes-an-encoded-slash-for-a-part-of-the-name'],
    before('GetService', ({ path }) => ({ path: path.replace(/\/[^/]*%2F\.\.%2F/i, '/') })),
  ),
  define(
    'R12',
    'ListServices',
    'writes line breaks of the query into its headers',
    ['answers-a-parameter-with-a-line-break'],
    answers(
      'ListServices',
      () => true,
      (answer, { query }) => {
        const [, name, value] = /\r\n([\w-]+): (.*)/.exec(query.get('prefix') ?? '') ?? []
        if (name !== undefined && value !== undefined) setHeader(answer, name, value)
      },
    ),
  ),
  define(
    'R09',
    'CreateService',
    'breaks down where a key stands twice',
    [/./],
    breaking('CreateService', ({ text }) => (text.match(/"serviceName"/g) ?? []).length > 1),
  ),
  define(
    'R10',
    'CreateFunction',
    'breaks down at a key of the name __proto__',
    ['answers-a-key-of-the-name-proto'],
    breaking('CreateFunction', ({ text }) => text.includes('__proto__')),
  ),
  define(
    'R13',
    'CreateService',
    'breaks down at quotation marks',
    ['keeps-a-text-to-the-character'],
    breaking('CreateService', ({ text }) => text.includes('\\"')),
  ),
  define(
    'R13',
    'CreateAlias',
    'stores backslashes twice',
    ['keeps-a-text-to-the-character'],
    fixed('CreateAlias', 'description', (value) =>
      typeof value === 'string' ? value.replaceAll('\\', '\\\\') : value,
    ),
  ),
  define('R20', 'GetFunction', 'answers the last error once more', [/./], afterError('GetFunction')),
  define(
    'R21',
    'ListServices',
    'never answers',
    ['answers-in-the-documented-form'],
    connection('ListServices', 'hang'),
  ),
  define(
    'R21',
    'DeleteTrigger',
    'never answers',
    ['answers-in-the-documented-form'],
    connection('DeleteTrigger', 'hang'),
  ),
  define(
    'R22',
    'GetFunction',
    'closes the connection in the middle of its answer',
    ['answers-in-the-documented-form'],
    connection('GetFunction', 'cut'),
  ),
  define(
    'R22',
    'UpdateTrigger',
    'closes the connection unanswered',
    ['answers-in-the-documented-form'],
    connection('UpdateTrigger', 'reset'),
  ),
  define(
    'R22',
    'ListTriggers',
    'closes the connection in the middle of its answer',
    ['answers-in-the-documented-form'],
    connection('ListTriggers', 'cut'),
  ),
]

/** Takes a refused body without the fields that are wrong, or without any. */
function anything(operation: string): Wrap {
  return instead(operation, async (call, { forward }) => {
    const answer = await forward()
    if (answer.status !== 400) return answer
    const body = readRow({ body: call.request.body }) ?? {}
    let left = { ...body }
    for (const field of Object.keys(body)) {
      const { [field]: _, ...rest } = left
      const again = await forward({ body: { ...rest, ...(field === 'aliasName' && { aliasName: 'unnamed' }) } })
      if (again.status !== 400) return again
      if (!/aliasName|version/.test(field)) left = rest
    }
    answer.status = 200
    setJson(answer, body)
    return answer
  })
}

function filled(operation: string, fields: Row): Wrap {
  return before(operation, ({ body, request }) =>
    body === undefined ? undefined : { body: { ...fields, ...readRow({ body: request.body }) } },
  )
}

function fixed(operation: string, field: string, change: (value: unknown) => unknown): Wrap {
  return before(operation, ({ request }) => {
    const body = readRow(request)
    return body && field in body ? { body: { ...body, [field]: change(body[field]) } } : undefined
  })
}

/** Leaves a field out where it would be refused. */
function without(operation: string, field: string): Wrap {
  return instead(operation, async (call, { forward }) => {
    const answer = await forward()
    const { [field]: dropped, ...rest } = readRow(call.request) ?? {}
    return answer.status === 400 && dropped !== undefined ? await forward({ body: rest }) : answer
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

function refusing(operation: string, fits: (body: Row) => boolean): Wrap {
  return answers(
    operation,
    (status) => status < 300,
    (answer, { request }) => {
      if (fits(readRow(request) ?? {})) refuse(answer, 'InvalidArgument')
    },
  )
}

function breaking(operation: string, fits: (sent: { readonly text: string }) => boolean): Wrap {
  return answers(
    operation,
    () => true,
    (answer, { request }) => {
      if (fits({ text: Buffer.from(request.body).toString() })) refuse(answer, 'InternalServerError')
    },
  )
}

/** What an update names is what every later read answers. */
function massAssigned(update: string, read: string, field: string): Wrap {
  return (server) => {
    const taken = new Map<string, unknown>()
    return row([update, read], (body, call) => {
      const sent = readRow(call.request)?.[field]
      if (call.operation?.id === update && sent !== undefined) taken.set(call.path, sent)
      if (taken.has(call.path)) body[field] = taken.get(call.path)
    })(server)
  }
}

/** After an error, the next answer is that error again. */
function afterError(operation: string): Wrap {
  return (server) => {
    let last: Answer | undefined
    return instead(operation, async (_call, { forward }) => {
      const answer = await forward()
      const stale = last
      last = answer.status >= 400 && !stale ? answer : undefined
      return stale ?? answer
    })(server)
  }
}

function connection(operation: string, what: NonNullable<Answer['connection']>): Wrap {
  return answers(
    operation,
    () => true,
    (answer) => {
      answer.connection = what
    },
  )
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

function readField(value: unknown, field: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, field) : undefined
}
