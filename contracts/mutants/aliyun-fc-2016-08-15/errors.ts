import { define } from '../define.ts'
import { headerOf, readRow, setHeader, setJson, setText } from '../kit.ts'
import type { Mutant, Wrap } from '../mutant.ts'
import { answers, instead, refusal, refuse, success } from './kit.ts'

const missing = (thing: string) => [`refuses-a-${thing}-that-does-not-exist`]

/** Section 9: bodies of errors; section 8: media types and methods; section 10: requests that come twice. */
export const errorMutants: readonly Mutant[] = [
  define(
    'E01',
    'GetFunction',
    'answers errors as it likes',
    missing('function'),
    shaped('GetFunction', { error: { kind: 'missing' } }),
  ),
  define(
    'E01',
    'CreateService',
    'answers errors as a text',
    ['rejects-a-duplicate-name'],
    shaped('CreateService', 'ServiceAlreadyExists'),
  ),
  define('E02', 'DeleteAlias', 'answers errors in HTML', missing('alias'), toHtml('DeleteAlias')),
  define(
    'E02',
    'UpdateFunction',
    'answers errors in plain text',
    missing('function'),
    refusal('UpdateFunction', undefined, (answer) => {
      setHeader(answer, 'Content-Type', 'text/plain')
      setText(answer, 'not found')
    }),
  ),
  define(
    'E03',
    'UpdateService',
    'says that the function is missing',
    missing('service'),
    recoded('UpdateService', 404, 'FunctionNotFound'),
  ),
  define(
    'E03',
    'DeleteFunction',
    'says that the service is missing',
    missing('function'),
    recoded('DeleteFunction', 404, 'ServiceNotFound'),
  ),
  define(
    'E03',
    'CreateTrigger',
    'says that the function exists',
    ['rejects-a-duplicate-name'],
    recoded('CreateTrigger', 409, 'FunctionAlreadyExists'),
  ),
  define(
    'E03',
    'DeleteVersion',
    'says that the alias is missing',
    missing('version'),
    recoded('DeleteVersion', 404, 'AliasNotFound'),
  ),
  define(
    'E04',
    'GetAlias',
    'answers the right code with 400',
    missing('alias'),
    refusal('GetAlias', 404, (answer) => {
      answer.status = 400
    }),
  ),
  define(
    'E04',
    'PublishVersion',
    'answers the right code with 400',
    ['answers-for-a-version-of-what-has-not-changed'],
    refusal('PublishVersion', 409, (answer) => {
      answer.status = 400
    }),
  ),
  define(
    'E05',
    'ListFunctions',
    "answers errors in another vendor's form",
    missing('service'),
    shaped('ListFunctions', { error_code: 'FSS.1051', error_msg: 'not found' }),
  ),
  define(
    'E05',
    'DeleteVersion',
    "answers another vendor's code",
    missing('version'),
    shaped('DeleteVersion', {
      ErrorCode: 'FSS.1052',
      errorCode: 'FSS.1052',
      ErrorMessage: 'none',
      errorMessage: 'none',
    }),
  ),
  define(
    'E08',
    'GetTrigger',
    'answers null for the message',
    missing('trigger'),
    refusal('GetTrigger', undefined, (answer) => {
      setJson(answer, { ...readRow(answer), ErrorMessage: null, errorMessage: null })
    }),
  ),
  define(
    'E14',
    'GetFunctionCode',
    'has a code of its own for a missing function',
    missing('function'),
    recoded('GetFunctionCode', 404, 'InvalidArgument', 404),
  ),
  define(
    'E18',
    'CreateTrigger',
    'answers 415 for JSON that breaks off',
    ['refuses-json-that-breaks-off'],
    instead('CreateTrigger', async (call, { forward }) => {
      const answer = await forward()
      if (call.body === undefined && answer.status === 400) answer.status = 415
      return answer
    }),
  ),
  define(
    'N03',
    'UpdateService',
    'refuses JSON whose media type has a charset',
    ['takes-a-charset-with-the-media-type'],
    picky('UpdateService', 'content-type', /charset/),
  ),
  define(
    'N07',
    'CreateTrigger',
    'answers nobody who takes any media type',
    ['takes-a-charset-with-the-media-type'],
    picky('CreateTrigger', 'accept', /^\*/),
  ),
  define(
    'N08',
    'GetService',
    'compresses though nobody asked',
    ['answers-in-the-documented-form'],
    success('GetService', (answer) => {
      setHeader(answer, 'Content-Encoding', 'gzip')
      setText(answer, '\u001f\u008b')
    }),
  ),
  define(
    'N10',
    'ListServices',
    'answers a method that no operation has',
    ['answers-for-a-method-that-no-operation-has'],
    answers(
      undefined,
      () => true,
      (answer, call) => {
        if (call.request.method !== 'PATCH') return
        answer.status = 200
        setJson(answer, { services: [] })
      },
    ),
  ),
  define('N18', 'CreateService', 'takes JSON with a comma too many', [/refuses-json/], lenient('CreateService')),
  define('N18', 'UpdateFunction', 'takes JSON with comments', [/refuses-json/], lenient('UpdateFunction')),
  define(
    'I01',
    'UpdateService',
    'refuses the same update a second time',
    ['makes-the-same-of-the-same-update-twice'],
    repeated('UpdateService'),
  ),
  define(
    'I01',
    'UpdateAlias',
    'refuses the same update a second time',
    ['makes-the-same-of-the-same-update-twice'],
    repeated('UpdateAlias'),
  ),
  define(
    'I02',
    'DeleteService',
    'breaks down at the second deletion',
    ['refuses-a-second-time'],
    recoded('DeleteService', 404, 'InternalServerError'),
  ),
  define(
    'I02',
    'DeleteVersion',
    'breaks down at the second deletion',
    ['refuses-a-second-time'],
    recoded('DeleteVersion', 404, 'InternalServerError'),
  ),
  define(
    'I03',
    'DeleteFunction',
    'answers 204 for what is missing',
    ['refuses-a-second-time', ...missing('function')],
    toDone('DeleteFunction'),
  ),
  define(
    'I03',
    'DeleteAlias',
    'answers 204 for what is missing',
    ['refuses-a-second-time', ...missing('alias')],
    toDone('DeleteAlias'),
  ),
  ...(['CreateAlias', 'CreateTrigger', 'CreateService', 'CreateFunction'] as const).map((operation) =>
    define(
      'I04',
      operation,
      'overwrites a duplicate',
      ['rejects-a-duplicate-name', 'keeps-the-first-of-two-of-one-name'],
      overwriting(operation),
    ),
  ),
]

function shaped(operation: string, body: unknown): Wrap {
  return refusal(operation, undefined, (answer) => setJson(answer, body))
}

function toHtml(operation: string): Wrap {
  return refusal(operation, undefined, (answer) => {
    setHeader(answer, 'Content-Type', 'text/html')
    setText(answer, '<h1>Not Found</h1>')
  })
}

function recoded(operation: string, from: number, code: Parameters<typeof refuse>[1], status?: number): Wrap {
  return refusal(operation, from, (answer) => refuse(answer, code, status))
}

function picky(operation: string, name: string, value: RegExp): Wrap {
  return success(operation, (answer, { request }) => {
    if (value.test(headerOf(request, name) ?? '')) refuse(answer, 'InvalidArgument')
  })
}

/** Reads JSON as JavaScript: commas at the end and comments pass. */
function lenient(operation: string): Wrap {
  return instead(operation, async (call, { forward }) => {
    const text = Buffer.from(call.request.body).toString()
    const mended = text.replaceAll(/\/\*.*?\*\//g, '').replaceAll(/,\s*(?=[}\]])/g, '')
    return await forward({ bytes: Buffer.from(mended) })
  })
}

/** Refuses a request that is, byte for byte, the last one to its path. */
function repeated(operation: string): Wrap {
  return (server) => {
    const last = new Map<string, string>()
    return instead(operation, async (call, { forward }) => {
      const answer = await forward()
      const body = Buffer.from(call.request.body).toString()
      if (last.get(call.path) === body && answer.status < 300) refuse(answer, 'InvalidArgument')
      last.set(call.path, body)
      return answer
    })(server)
  }
}

function toDone(operation: string): Wrap {
  return refusal(operation, 404, (answer) => {
    answer.status = 204
    answer.headers = answer.headers.filter(([name]) => name.toLowerCase() !== 'content-type')
    setText(answer, '')
  })
}

/** Makes a duplicate by deleting what is there. */
function overwriting(operation: string): Wrap {
  return instead(operation, async (call, { forward, ask }) => {
    const answer = await forward()
    const [, name] =
      Object.entries(readRow({ body: call.request.body }) ?? {}).find(([field]) =>
        /^(alias|trigger|service|function)Name$/.test(field),
      ) ?? []
    if (answer.status !== 409 || typeof name !== 'string') return answer
    await ask('DELETE', `${call.path}/${name}`)
    return await forward()
  })
}
