import { readText, setText } from '../response.ts'
import { withBytes, withJson, withText } from '../changes.ts'
import { define } from '../define.ts'
import type { Mutant } from '../mutant.ts'
import { toListOfOne, toNothing, toWrapped } from '../values.ts'
import { before, list, success } from './edits.ts'

const form = ['response-matches-schema'] as const
const undocumented = ['response-has-no-undocumented-properties']
const page = '<html><body>It works</body></html>'

/** Section 2: whether a body is JSON, and what that JSON is as a whole. */
export const jsonMutants: readonly Mutant[] = [
  define('B25', 'GetTrigger', 'returns a list of one', form, success('GetTrigger', withJson(toListOfOne))),
  define('B25', 'UpdateService', 'returns a list of one', form, success('UpdateService', withJson(toListOfOne))),
  define('B26', 'ListAliases', 'returns one entry without a list', form, list('ListAliases', toOne)),
  define('B26', 'ListFunctions', 'returns one entry without a list', form, list('ListFunctions', toOne)),
  define(
    'B27',
    'ListTriggers',
    'returns null for an empty list',
    ['empty-list-has-no-entries'],
    list('ListTriggers', toNull),
  ),
  define(
    'B27',
    'ListServices',
    'returns null for an empty list',
    ['empty-list-has-no-entries'],
    list('ListServices', toNull),
  ),
  define(
    'B34',
    'ListFunctions',
    'returns JSON that breaks off',
    form,
    success(
      'ListFunctions',
      withBytes((body) => body.subarray(0, -2)),
    ),
  ),
  define(
    'B34',
    'GetAlias',
    'returns JSON that breaks off',
    form,
    success(
      'GetAlias',
      withBytes((body) => body.subarray(0, 10)),
    ),
  ),
  define('B35', 'UpdateFunction', 'returns nothing with 200', form, success('UpdateFunction', withBytes(toNothing))),
  define('B35', 'GetService', 'returns nothing with 200', form, success('GetService', withBytes(toNothing))),
  define(
    'B36',
    'CreateAlias',
    'returns two JSON texts',
    form,
    success(
      'CreateAlias',
      withBytes((body) => Buffer.concat([body, body])),
    ),
  ),
  define(
    'B37',
    'ListVersions',
    'begins with a byte order mark',
    form,
    success(
      'ListVersions',
      withBytes((body) => Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), body])),
    ),
  ),
  define(
    'B37',
    'CreateService',
    'stores UTF-8 as Latin-1',
    ['text-is-stored-exactly'],
    before('CreateService', ({ request }) => ({ bytes: Buffer.from(Buffer.from(request.body).toString('latin1')) })),
  ),
  define(
    'B39',
    'GetFunction',
    'returns NaN',
    form,
    success('GetFunction', (response) =>
      setText(response, readText(response).replace(/"timeout":\d+/, '"timeout":NaN')),
    ),
  ),
  define('B40', 'GetFunction', 'wraps its response', undocumented, success('GetFunction', withJson(toWrapped))),
  define('B40', 'ListServices', 'wraps its response', undocumented, success('ListServices', withJson(toWrapped))),
  define(
    'B41',
    'GetFunctionCode',
    'responds in the form of 2021-04-06',
    undocumented,
    success(
      'GetFunctionCode',
      withJson((body) => ({ Checksum: body?.checksum, Url: body?.url, RequestId: '1' })),
    ),
  ),
  define('B42', 'GetTrigger', 'returns HTML', form, success('GetTrigger', withText('text/html', page))),
  define('B42', 'ListServices', 'returns HTML', form, success('ListServices', withText('text/html', page))),
]

function toOne(found: readonly unknown[]): unknown {
  return found.length === 1 ? found[0] : found
}

function toNull(found: readonly unknown[]): unknown {
  return found.length === 0 ? null : found
}
