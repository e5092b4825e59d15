import { headerOf, readText } from '../response.ts'
import { define } from '../define.ts'
import { fresh } from '../kit.ts'
import type { Mutant, Wrap } from '../mutant.ts'
import { every, refuse, refusing, success } from './edits.ts'

/** Sections 8, 10 and 11: what is refused that must be taken. */
export const strictnessMutants: readonly Mutant[] = [
  define(
    'V21',
    'ListServices',
    'breaks down at a parameter that it does not know',
    ['undocumented-parameter-is-handled'],
    every('ListServices', (response, { query }) => {
      const known = ['limit', 'nextToken', 'prefix', 'startKey']
      if ([...query.keys()].some((name) => !known.includes(name))) refuse(response, 'InternalServerError')
    }),
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
    every('ListTriggers', (response, { query }) => {
      if (query.get('limit') === '100') refuse(response)
    }),
  ),
  define(
    'N03',
    'UpdateService',
    'refuses JSON whose media type has a charset',
    ['media-type-with-charset-is-accepted'],
    picky('UpdateService', 'content-type', /charset/),
  ),
  define(
    'N07',
    'CreateTrigger',
    'returns nobody who takes any media type',
    ['media-type-with-charset-is-accepted'],
    picky('CreateTrigger', 'accept', /^\*/),
  ),
  define(
    'I01',
    'UpdateService',
    'refuses the same update a second time',
    ['repeated-update-has-same-result'],
    repeated('UpdateService'),
  ),
  define(
    'I01',
    'UpdateAlias',
    'refuses the same update a second time',
    ['repeated-update-has-same-result'],
    repeated('UpdateAlias'),
  ),
]

function picky(operation: string, name: string, value: RegExp): Wrap {
  return success(operation, (response, { request }) => {
    if (value.test(headerOf(request, name) ?? '')) refuse(response)
  })
}

/** Refuses a request that is, byte for byte, the last one to its path. */
function repeated(operation: string): Wrap {
  return fresh(() => {
    const last = new Map<string, string>()
    return every(operation, (response, { path, request }) => {
      const body = readText(request)
      if (last.get(path) === body && response.status < 300) refuse(response)
      last.set(path, body)
    })
  })
}
