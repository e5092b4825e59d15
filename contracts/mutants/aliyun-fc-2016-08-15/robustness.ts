import { withConnection } from '../changes.ts'
import { define } from '../define.ts'
import { perServer } from '../kit.ts'
import type { Mutant, Wrap } from '../mutant.ts'
import { type MutableResponse, readText, setHeader } from '../response.ts'
import { editAllResponses, editRequest, intercept, mapRequestField, setError } from './edits.ts'

const schema = ['response-matches-schema'] as const

/** Section 11 of the catalogue: robustness. */
export const robustnessMutants: readonly Mutant[] = [
  define(
    'R01',
    'CreateTrigger',
    'returns 500 for truncated JSON',
    ['truncated-json-is-rejected'],
    failWhenBody('CreateTrigger', (text) => !isJson(text)),
  ),
  define(
    'R01',
    'UpdateAlias',
    'returns 500 for truncated JSON',
    ['truncated-json-is-rejected'],
    failWhenBody('UpdateAlias', (text) => !isJson(text)),
  ),
  define(
    'R02',
    'CreateFunction',
    'returns 500 for an empty body',
    ['empty-body-is-rejected'],
    failWhenBody('CreateFunction', (text) => text === ''),
  ),
  define(
    'R02',
    'CreateAlias',
    'returns 500 for an empty body',
    ['empty-body-is-rejected'],
    failWhenBody('CreateAlias', (text) => text === ''),
  ),
  define(
    'R03',
    'CreateService',
    'returns 500 for a NUL character',
    ['nul-character-is-handled'],
    failWhenBody('CreateService', (text) => text.includes('\\u0000')),
  ),
  define(
    'R03',
    'InvokeFunction',
    'returns 500 for a NUL byte',
    ['invocation-is-synchronous-by-default'],
    failWhenBody('InvokeFunction', (text) => text.includes('\u0000')),
  ),
  define(
    'R04',
    'CreateAlias',
    'returns 500 for invalid UTF-8',
    ['invalid-utf-8-is-handled'],
    failWhenBody('CreateAlias', (text) => text.includes('\ufffd')),
  ),
  define(
    'R05',
    'UpdateFunction',
    'returns 500 for an out-of-range number',
    ['out-of-range-number-is-handled'],
    failWhenBody('UpdateFunction', (text) => /[eE]\+?\d{3,}/.test(text)),
  ),
  define(
    'R06',
    'CreateTrigger',
    'returns 500 for a deeply nested body',
    ['deeply-nested-body-is-handled'],
    failWhenBody('CreateTrigger', (text) => (text.match(/[[{]/g) ?? []).length >= 500),
  ),
  define(
    'R08',
    'ListServices',
    'closes the connection for a very long URL',
    ['very-long-url-is-handled'],
    editAllResponses('ListServices', (response, { request }) => {
      if (request.url.length > 4096) response.connection = 'reset'
    }),
  ),
  define(
    'R09',
    'CreateService',
    'returns 500 for a duplicate key',
    [/./],
    failWhenBody('CreateService', (text) => (text.match(/"serviceName"/g) ?? []).length > 1),
  ),
  define(
    'R10',
    'CreateFunction',
    'returns 500 for a __proto__ key',
    ['proto-key-is-handled'],
    failWhenBody('CreateFunction', (text) => text.includes('__proto__')),
  ),
  define(
    'R11',
    'GetService',
    'resolves encoded slashes and returns another service',
    ['encoded-slash-is-part-of-the-name'],
    editRequest('GetService', ({ path }) => ({ path: path.replace(/\/[^/]*%2F\.\.%2F/i, '/') })),
  ),
  define(
    'R12',
    'ListServices',
    'copies line breaks of the query into its headers',
    ['parameter-with-line-break-is-handled'],
    editAllResponses('ListServices', (response, { query }) => {
      const [, name, value] = /\r\n([\w-]+): (.*)/.exec(query.get('prefix') ?? '') ?? []
      if (name !== undefined && value !== undefined) setHeader(response, name, value)
    }),
  ),
  define(
    'R13',
    'CreateService',
    'returns 500 for quotation marks',
    ['text-is-stored-exactly'],
    failWhenBody('CreateService', (text) => text.includes('\\"')),
  ),
  define(
    'R13',
    'CreateAlias',
    'doubles backslashes',
    ['text-is-stored-exactly'],
    mapRequestField('CreateAlias', 'description', (value) =>
      typeof value === 'string' ? value.replaceAll('\\', '\\\\') : value,
    ),
  ),
  define('R20', 'GetFunction', 'returns the previous error again', [/./], repeatError('GetFunction')),
  define('R21', 'ListServices', 'never responds', schema, editAllResponses('ListServices', withConnection('hang'))),
  define('R21', 'DeleteTrigger', 'never responds', schema, editAllResponses('DeleteTrigger', withConnection('hang'))),
  define(
    'R22',
    'GetFunction',
    'closes the connection after half of its response',
    schema,
    editAllResponses('GetFunction', withConnection('cut')),
  ),
  define(
    'R22',
    'UpdateTrigger',
    'closes the connection without a response',
    schema,
    editAllResponses('UpdateTrigger', withConnection('reset')),
  ),
  define(
    'R22',
    'ListTriggers',
    'closes the connection after half of its response',
    schema,
    editAllResponses('ListTriggers', withConnection('cut')),
  ),
]

function failWhenBody(operation: string, fits: (sent: string) => boolean): Wrap {
  return editAllResponses(operation, (response, { request }) => {
    if (fits(readText(request))) setError(response, 'InternalServerError')
  })
}

/** Returns an error a second time for the next request. */
function repeatError(operation: string): Wrap {
  return perServer(() => {
    let last: MutableResponse | undefined
    return intercept(operation, async (_call, { forward }) => {
      const response = await forward()
      const stale = last
      last = response.status >= 400 && !stale ? response : undefined
      return stale ?? response
    })
  })
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
