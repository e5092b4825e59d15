import { withHeader, withoutHeader } from '../changes.ts'
import { define } from '../define.ts'
import { perServer } from '../kit.ts'
import type { Mutant, Wrap } from '../mutant.ts'
import { headerOf, readText, setBytes, setHeader, setText } from '../response.ts'
import { editAllResponses, editErrors, editRequest, editSuccess } from './edits.ts'

const schema = ['response-matches-schema'] as const
const hasHeaders = ['response-has-documented-headers'] as const
const requestId = 'X-Fc-Request-Id'
const hasRequestId = ['response-has-request-id'] as const

/** Sections 3 and 8 of the catalogue: headers and content negotiation. */
export const headerMutants: readonly Mutant[] = [
  define('H01', 'CreateTrigger', 'returns no ETag', hasHeaders, editSuccess('CreateTrigger', withoutHeader('etag'))),
  define(
    'H02',
    'GetService',
    'returns no request id with an error',
    ['error-has-request-id'],
    editErrors('GetService', undefined, withoutHeader('x-fc-request-id')),
  ),
  define(
    'H03',
    'CreateService',
    'returns an empty ETag',
    hasHeaders,
    editSuccess('CreateService', withHeader('Etag', '')),
  ),
  define(
    'H03',
    'PublishVersion',
    'returns an empty ETag',
    hasHeaders,
    editSuccess('PublishVersion', withHeader('Etag', '')),
  ),
  define(
    'H04',
    'GetAlias',
    'returns JSON as text/plain',
    schema,
    editSuccess('GetAlias', withHeader('Content-Type', 'text/plain')),
  ),
  define(
    'H04',
    'ListServices',
    'returns JSON as text/html',
    schema,
    editSuccess('ListServices', withHeader('Content-Type', 'text/html')),
  ),
  define(
    'H05',
    'UpdateTrigger',
    'returns no Content-Type',
    schema,
    editSuccess('UpdateTrigger', withoutHeader('content-type')),
  ),
  define(
    'H05',
    'GetFunction',
    'returns no Content-Type',
    schema,
    editSuccess('GetFunction', withoutHeader('content-type')),
  ),
  define(
    'H06',
    'UpdateService',
    'returns UTF-16',
    schema,
    editSuccess('UpdateService', (response) => {
      setHeader(response, 'Content-Type', 'application/json; charset=utf-16')
      setBytes(response, Buffer.from(readText(response), 'utf16le'))
    }),
  ),
  define('H10', 'GetFunction', 'returns no ETag', hasHeaders, editSuccess('GetFunction', withoutHeader('etag'))),
  define('H10', 'UpdateAlias', 'returns no ETag', hasHeaders, editSuccess('UpdateAlias', withoutHeader('etag'))),
  define(
    'H11',
    'UpdateService',
    'returns the same ETag for every state',
    ['update-changes-etag'],
    editSuccess(['CreateService', 'GetService', 'UpdateService'], withHeader('Etag', 'the tag')),
  ),
  define(
    'H11',
    'UpdateTrigger',
    'returns the same ETag for every state',
    ['update-changes-etag'],
    editSuccess(['CreateTrigger', 'GetTrigger', 'UpdateTrigger'], withHeader('Etag', 'the tag')),
  ),
  define(
    'H13',
    'GetAlias',
    'returns a new ETag for every read',
    ['unchanged-state-keeps-its-etag'],
    numberHeader('GetAlias', (count) => ['Etag', `tag-${count}`]),
  ),
  define(
    'H13',
    'GetFunction',
    'returns a new ETag for every read',
    ['unchanged-state-keeps-its-etag'],
    numberHeader('GetFunction', (count) => ['Etag', `tag-${count}`]),
  ),
  define(
    'H16',
    'UpdateAlias',
    'returns the same request id for every request',
    hasRequestId,
    editSuccess('UpdateAlias', withHeader(requestId, 'the id')),
  ),
  define(
    'H16',
    'DeleteTrigger',
    'returns the same request id for every request',
    hasRequestId,
    editSuccess('DeleteTrigger', withHeader(requestId, 'the id')),
  ),
  define(
    'H16',
    'InvokeFunction',
    'returns each request id twice',
    hasRequestId,
    numberHeader('InvokeFunction', (count) => [requestId, `id-${Math.floor(count / 2)}`]),
  ),
  define(
    'H18',
    'GetFunction',
    'returns a Content-Length that is too high',
    schema,
    addToContentLength('GetFunction', 7),
  ),
  define(
    'H18',
    'ListVersions',
    'returns a Content-Length that is too low',
    schema,
    addToContentLength('ListVersions', -2),
  ),
  define(
    'H19',
    'GetService',
    'returns two ETags',
    ['CreateService › etag-equals-etag-of-read'],
    editSuccess('GetService', (response) => {
      response.headers.push(['Etag', 'another'])
    }),
    { alsoNamed: ['CreateService'] },
  ),
  define(
    'H27',
    'UpdateFunction',
    'recognizes If-Match only in lower case',
    ['unknown-etag-is-rejected'],
    editRequest('UpdateFunction', ({ request }) =>
      request.headers.some(([name]) => name === 'If-Match') ? { headers: { 'if-match': undefined } } : undefined,
    ),
  ),
  define(
    'N08',
    'GetService',
    'compresses responses without Accept-Encoding',
    ['response-matches-schema'],
    editSuccess('GetService', (response) => {
      setHeader(response, 'Content-Encoding', 'gzip')
      setText(response, '\u001f\u008b')
    }),
  ),
]

function numberHeader(operation: string, toHeader: (count: number) => readonly [string, string]): Wrap {
  return perServer(() => {
    let count = 0
    return editAllResponses(operation, (response) => {
      count += 1
      const [name, value] = toHeader(count)
      if (headerOf(response, name.toLowerCase()) !== undefined) setHeader(response, name, value)
    })
  })
}

function addToContentLength(operation: string, more: number): Wrap {
  return editSuccess(operation, (response) =>
    setHeader(response, 'Content-Length', String(response.body.length + more)),
  )
}
