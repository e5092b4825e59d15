import { headerOf, readText, setBytes, setHeader, setText } from '../response.ts'
import { withHeader, withoutHeader } from '../changes.ts'
import { define } from '../define.ts'
import { fresh } from '../kit.ts'
import type { Mutant, Wrap } from '../mutant.ts'
import { before, every, refusal, success } from './edits.ts'

const form = ['response-matches-schema'] as const
const hasHeaders = ['response-has-documented-headers'] as const
const requestId = 'X-Fc-Request-Id'
const hasRequestId = ['response-has-request-id'] as const

/** Section 3: headers, and what they say of a body (section 8). */
export const headerMutants: readonly Mutant[] = [
  define('H01', 'CreateTrigger', 'answers no ETag', hasHeaders, success('CreateTrigger', withoutHeader('etag'))),
  define(
    'H02',
    'GetService',
    'answers no request id with an error',
    ['error-has-request-id'],
    refusal('GetService', undefined, withoutHeader('x-fc-request-id')),
  ),
  define('H03', 'CreateService', 'answers an empty ETag', hasHeaders, success('CreateService', withHeader('Etag', ''))),
  define(
    'H03',
    'PublishVersion',
    'answers an empty ETag',
    hasHeaders,
    success('PublishVersion', withHeader('Etag', '')),
  ),
  define(
    'H04',
    'GetAlias',
    'says that JSON is plain text',
    form,
    success('GetAlias', withHeader('Content-Type', 'text/plain')),
  ),
  define(
    'H04',
    'ListServices',
    'says that JSON is HTML',
    form,
    success('ListServices', withHeader('Content-Type', 'text/html')),
  ),
  define(
    'H05',
    'UpdateTrigger',
    'does not say what its body is',
    form,
    success('UpdateTrigger', withoutHeader('content-type')),
  ),
  define(
    'H05',
    'GetFunction',
    'does not say what its body is',
    form,
    success('GetFunction', withoutHeader('content-type')),
  ),
  define(
    'H06',
    'UpdateService',
    'answers in UTF-16',
    form,
    success('UpdateService', (answer) => {
      setHeader(answer, 'Content-Type', 'application/json; charset=utf-16')
      setBytes(answer, Buffer.from(readText(answer), 'utf16le'))
    }),
  ),
  define('H10', 'GetFunction', 'answers no ETag', hasHeaders, success('GetFunction', withoutHeader('etag'))),
  define('H10', 'UpdateAlias', 'answers no ETag', hasHeaders, success('UpdateAlias', withoutHeader('etag'))),
  define(
    'H11',
    'UpdateService',
    'has one ETag for every state',
    ['update-changes-etag'],
    success(['CreateService', 'GetService', 'UpdateService'], withHeader('Etag', 'the tag')),
  ),
  define(
    'H11',
    'UpdateTrigger',
    'has one ETag for every state',
    ['update-changes-etag'],
    success(['CreateTrigger', 'GetTrigger', 'UpdateTrigger'], withHeader('Etag', 'the tag')),
  ),
  define(
    'H13',
    'GetAlias',
    'answers another ETag each time',
    ['unchanged-state-keeps-its-etag'],
    counting('GetAlias', (count) => ['Etag', `tag-${count}`]),
  ),
  define(
    'H13',
    'GetFunction',
    'answers another ETag each time',
    ['unchanged-state-keeps-its-etag'],
    counting('GetFunction', (count) => ['Etag', `tag-${count}`]),
  ),
  define(
    'H16',
    'UpdateAlias',
    'gives one request id to all',
    hasRequestId,
    success('UpdateAlias', withHeader(requestId, 'the id')),
  ),
  define(
    'H16',
    'DeleteTrigger',
    'gives one request id to all',
    hasRequestId,
    success('DeleteTrigger', withHeader(requestId, 'the id')),
  ),
  define(
    'H16',
    'InvokeFunction',
    'gives each request id twice',
    hasRequestId,
    counting('InvokeFunction', (count) => [requestId, `id-${Math.floor(count / 2)}`]),
  ),
  define('H18', 'GetFunction', 'announces more bytes than come', form, withLength('GetFunction', 7)),
  define('H18', 'ListVersions', 'announces fewer bytes than come', form, withLength('ListVersions', -2)),
  define(
    'H19',
    'GetService',
    'answers two ETags',
    ['CreateService › etag-equals-etag-of-read'],
    success('GetService', (answer) => {
      answer.headers.push(['Etag', 'another'])
    }),
    { alsoNamed: ['CreateService'] },
  ),
  define(
    'H27',
    'UpdateFunction',
    'hears If-Match in lower case alone',
    ['unknown-etag-is-rejected'],
    before('UpdateFunction', ({ request }) =>
      request.headers.some(([name]) => name === 'If-Match') ? { headers: { 'if-match': undefined } } : undefined,
    ),
  ),
  define(
    'N08',
    'GetService',
    'compresses though nobody asked',
    ['response-matches-schema'],
    success('GetService', (answer) => {
      setHeader(answer, 'Content-Encoding', 'gzip')
      setText(answer, '\u001f\u008b')
    }),
  ),
]

function counting(operation: string, toHeader: (count: number) => readonly [string, string]): Wrap {
  return fresh(() => {
    let count = 0
    return every(operation, (answer) => {
      count += 1
      const [name, value] = toHeader(count)
      if (headerOf(answer, name.toLowerCase()) !== undefined) setHeader(answer, name, value)
    })
  })
}

function withLength(operation: string, more: number): Wrap {
  return success(operation, (answer) => setHeader(answer, 'Content-Length', String(answer.body.length + more)))
}
