import { withBytes, withJson, withText } from '../changes.ts'
import { define } from '../define.ts'
import type { Mutant } from '../mutant.ts'
import { readText, setText } from '../response.ts'
import { toEmptyBytes, toListOfOne, toWrapped } from '../values.ts'
import { editList, editRequest, editSuccess } from './edits.ts'

const schema = ['response-matches-schema'] as const
const undocumented = ['response-has-no-undocumented-properties']
const page = '<html><body>It works</body></html>'

/** Section 2 of the catalogue: the JSON format of bodies. */
export const jsonMutants: readonly Mutant[] = [
  define(
    'B25',
    'GetTrigger',
    'returns its object in an array',
    schema,
    editSuccess('GetTrigger', withJson(toListOfOne)),
  ),
  define(
    'B25',
    'UpdateService',
    'returns its object in an array',
    schema,
    editSuccess('UpdateService', withJson(toListOfOne)),
  ),
  define('B26', 'ListAliases', 'returns a single entry without an array', schema, editList('ListAliases', toOne)),
  define('B26', 'ListFunctions', 'returns a single entry without an array', schema, editList('ListFunctions', toOne)),
  define(
    'B27',
    'ListTriggers',
    'returns null for an empty list',
    ['empty-list-has-no-entries'],
    editList('ListTriggers', toNull),
  ),
  define(
    'B27',
    'ListServices',
    'returns null for an empty list',
    ['empty-list-has-no-entries'],
    editList('ListServices', toNull),
  ),
  define(
    'B34',
    'ListFunctions',
    'returns truncated JSON',
    schema,
    editSuccess(
      'ListFunctions',
      withBytes((body) => body.subarray(0, -2)),
    ),
  ),
  define(
    'B34',
    'GetAlias',
    'returns truncated JSON',
    schema,
    editSuccess(
      'GetAlias',
      withBytes((body) => body.subarray(0, 10)),
    ),
  ),
  define(
    'B35',
    'UpdateFunction',
    'returns 200 with an empty body',
    schema,
    editSuccess('UpdateFunction', withBytes(toEmptyBytes)),
  ),
  define(
    'B35',
    'GetService',
    'returns 200 with an empty body',
    schema,
    editSuccess('GetService', withBytes(toEmptyBytes)),
  ),
  define(
    'B36',
    'CreateAlias',
    'returns two JSON documents',
    schema,
    editSuccess(
      'CreateAlias',
      withBytes((body) => Buffer.concat([body, body])),
    ),
  ),
  define(
    'B37',
    'ListVersions',
    'returns JSON with a byte order mark',
    schema,
    editSuccess(
      'ListVersions',
      withBytes((body) => Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), body])),
    ),
  ),
  define(
    'B37',
    'CreateService',
    'stores UTF-8 as Latin-1',
    ['text-is-stored-exactly'],
    editRequest('CreateService', ({ request }) => ({
      bytes: Buffer.from(Buffer.from(request.body).toString('latin1')),
    })),
  ),
  define(
    'B39',
    'GetFunction',
    'returns NaN',
    schema,
    editSuccess('GetFunction', (response) =>
      setText(response, readText(response).replace(/"timeout":\d+/, '"timeout":NaN')),
    ),
  ),
  define(
    'B40',
    'GetFunction',
    'wraps its response body in another object',
    undocumented,
    editSuccess('GetFunction', withJson(toWrapped)),
  ),
  define(
    'B40',
    'ListServices',
    'wraps its response body in another object',
    undocumented,
    editSuccess('ListServices', withJson(toWrapped)),
  ),
  define(
    'B41',
    'GetFunctionCode',
    'returns the response format of 2021-04-06',
    undocumented,
    editSuccess(
      'GetFunctionCode',
      withJson((body) => ({ Checksum: body?.checksum, Url: body?.url, RequestId: '1' })),
    ),
  ),
  define('B42', 'GetTrigger', 'returns HTML', schema, editSuccess('GetTrigger', withText('text/html', page))),
  define('B42', 'ListServices', 'returns HTML', schema, editSuccess('ListServices', withText('text/html', page))),
]

function toOne(found: readonly unknown[]): unknown {
  return found.length === 1 ? found[0] : found
}

function toNull(found: readonly unknown[]): unknown {
  return found.length === 0 ? null : found
}
