import { type MutableResponse, readText, setHeader } from '../response.ts'
import { withConnection } from '../changes.ts'
import { define } from '../define.ts'
import { fresh } from '../kit.ts'
import type { Mutant, Wrap } from '../mutant.ts'
import { before, every, instead, refuse, sending } from './edits.ts'

const form = ['response-matches-schema'] as const

/** Section 11: what a server breaks down at. */
export const robustnessMutants: readonly Mutant[] = [
  define(
    'R01',
    'CreateTrigger',
    'breaks down at JSON that breaks off',
    ['truncated-json-is-rejected'],
    breaking('CreateTrigger', (text) => !isJson(text)),
  ),
  define(
    'R01',
    'UpdateAlias',
    'breaks down at JSON that breaks off',
    ['truncated-json-is-rejected'],
    breaking('UpdateAlias', (text) => !isJson(text)),
  ),
  define(
    'R02',
    'CreateFunction',
    'breaks down at an empty body',
    ['empty-body-is-rejected'],
    breaking('CreateFunction', (text) => text === ''),
  ),
  define(
    'R02',
    'CreateAlias',
    'breaks down at an empty body',
    ['empty-body-is-rejected'],
    breaking('CreateAlias', (text) => text === ''),
  ),
  define(
    'R03',
    'CreateService',
    'breaks down at a NUL character',
    ['nul-character-is-handled'],
    breaking('CreateService', (text) => text.includes('\\u0000')),
  ),
  define(
    'R03',
    'InvokeFunction',
    'breaks down at a NUL byte',
    ['invocation-is-synchronous-by-default'],
    breaking('InvokeFunction', (text) => text.includes('\u0000')),
  ),
  define(
    'R04',
    'CreateAlias',
    'breaks down at bytes that are no UTF-8',
    ['invalid-utf-8-is-handled'],
    breaking('CreateAlias', (text) => text.includes('\ufffd')),
  ),
  define(
    'R05',
    'UpdateFunction',
    'breaks down at a number with an exponent of hundreds',
    ['out-of-range-number-is-handled'],
    breaking('UpdateFunction', (text) => /[eE]\+?\d{3,}/.test(text)),
  ),
  define(
    'R06',
    'CreateTrigger',
    'closes the connection at a body that is nested deeply',
    ['deeply-nested-body-is-handled'],
    breaking('CreateTrigger', (text) => (text.match(/[[{]/g) ?? []).length >= 500),
  ),
  define(
    'R08',
    'ListServices',
    'closes the connection at an address of thousands of characters',
    ['very-long-url-is-handled'],
    every('ListServices', (response, { request }) => {
      if (request.url.length > 4096) response.connection = 'reset'
    }),
  ),
  define(
    'R09',
    'CreateService',
    'breaks down where a key stands twice',
    [/./],
    breaking('CreateService', (text) => (text.match(/"serviceName"/g) ?? []).length > 1),
  ),
  define(
    'R10',
    'CreateFunction',
    'breaks down at a key of the name __proto__',
    ['proto-key-is-handled'],
    breaking('CreateFunction', (text) => text.includes('__proto__')),
  ),
  define(
    'R11',
    'GetService',
    'resolves encoded slashes, and so reaches another service',
    ['encoded-slash-is-part-of-the-name'],
    before('GetService', ({ path }) => ({ path: path.replace(/\/[^/]*%2F\.\.%2F/i, '/') })),
  ),
  define(
    'R12',
    'ListServices',
    'writes line breaks of the query into its headers',
    ['parameter-with-line-break-is-handled'],
    every('ListServices', (response, { query }) => {
      const [, name, value] = /\r\n([\w-]+): (.*)/.exec(query.get('prefix') ?? '') ?? []
      if (name !== undefined && value !== undefined) setHeader(response, name, value)
    }),
  ),
  define(
    'R13',
    'CreateService',
    'breaks down at quotation marks',
    ['text-is-stored-exactly'],
    breaking('CreateService', (text) => text.includes('\\"')),
  ),
  define(
    'R13',
    'CreateAlias',
    'stores backslashes twice',
    ['text-is-stored-exactly'],
    sending('CreateAlias', 'description', (value) =>
      typeof value === 'string' ? value.replaceAll('\\', '\\\\') : value,
    ),
  ),
  define('R20', 'GetFunction', 'returns the last error once more', [/./], afterError('GetFunction')),
  define('R21', 'ListServices', 'never returns', form, every('ListServices', withConnection('hang'))),
  define('R21', 'DeleteTrigger', 'never returns', form, every('DeleteTrigger', withConnection('hang'))),
  define(
    'R22',
    'GetFunction',
    'closes the connection in the middle of its response',
    form,
    every('GetFunction', withConnection('cut')),
  ),
  define(
    'R22',
    'UpdateTrigger',
    'closes the connection without a response',
    form,
    every('UpdateTrigger', withConnection('reset')),
  ),
  define(
    'R22',
    'ListTriggers',
    'closes the connection in the middle of its response',
    form,
    every('ListTriggers', withConnection('cut')),
  ),
]

function breaking(operation: string, fits: (sent: string) => boolean): Wrap {
  return every(operation, (response, { request }) => {
    if (fits(readText(request))) refuse(response, 'InternalServerError')
  })
}

/** After an error, the next response is that error again. */
function afterError(operation: string): Wrap {
  return fresh(() => {
    let last: MutableResponse | undefined
    return instead(operation, async (_call, { forward }) => {
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
