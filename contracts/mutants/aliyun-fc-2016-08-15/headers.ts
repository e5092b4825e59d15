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
  define('H01', 'CreateTrigger', 'returns no ETag', hasHeaders, success('CreateTrigger', withoutHeader('etag'))),
  define(
    'H02',
    'GetService',
    'returns no request id with an error',
    ['error-has-request-id'],
    refusal('GetService', undefined, withoutHeader('x-fc-request-id')),
  ),
  define('H03', 'CreateService', 'returns an empty ETag', hasHeaders, success('CreateService', withHeader('Etag', ''))),
  define(
    'H03',
    'PublishVersion',
    'returns an empty ETag',
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
    'responds in UTF-16',
    form,
    success('UpdateService', (response) => {
      setHeader(response, 'Content-Type', 'application/json; charset=utf-16')
      setBytes(response, Buffer.from(readText(response), 'utf16le'))
    }),
  ),
  define('H10', 'GetFunction', 'returns no ETag', hasHeaders, success('GetFunction', withoutHeader('etag'))),
  define('H10', 'UpdateAlias', 'returns no ETag', hasHeaders, success('UpdateAlias', withoutHeader('etag'))),
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
    'returns another ETag each time',
    ['unchanged-state-keeps-its-etag'],
    counting('GetAlias', (count) => ['Etag', `tag-${count}`]),
  ),
  define(
    'H13',
    'GetFunction',
    'returns another ETag each time',
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
    'returns two ETags',
    ['CreateService › etag-equals-etag-of-read'],
    success('GetService', (response) => {
      response.headers.push(['Etag', 'another'])
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
    success('GetService', (response) => {
      setHeader(response, 'Content-Encoding', 'gzip')
      setText(response, '\u001f\u008b')
    }),
  ),
]

function counting(operation: string, toHeader: (count: number) => readonly [string, string]): Wrap {
  return fresh(() => {
    let count = 0
    return every(operation, (response) => {
      count += 1
      const [name, value] = toHeader(count)
      if (headerOf(response, name.toLowerCase()) !== undefined) setHeader(response, name, value)
    })
  })
}

function withLength(operation: string, more: number): Wrap {
  return success(operation, (response) => setHeader(response, 'Content-Length', String(response.body.length + more)))
}
