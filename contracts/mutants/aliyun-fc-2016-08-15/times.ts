import { define } from '../define.ts'
import type { Mutant } from '../mutant.ts'
import { toZoneless } from '../values.ts'
import { editEntries, mapResponseField, setResponseFields } from './edits.ts'

const schema = ['response-matches-schema'] as const
const utc = ['times-are-utc']

/** Section 2 of the catalogue: the format of times. */
export const timeMutants: readonly Mutant[] = [
  define(
    'B10',
    'CreateService',
    'returns createdTime as an HTTP date',
    utc,
    mapResponseField('CreateService', 'createdTime', (time) => toDate(time).toUTCString()),
  ),
  define(
    'B10',
    'CreateTrigger',
    'returns createdTime with day and month first',
    utc,
    setResponseFields('CreateTrigger', { createdTime: '22/11/2026 10:00:00' }),
  ),
  define(
    'B11',
    'GetFunction',
    'returns createdTime as a number',
    schema,
    mapResponseField('GetFunction', 'createdTime', toEpoch),
  ),
  define(
    'B11',
    'ListVersions',
    'returns times as numbers',
    schema,
    editEntries('ListVersions', (entry) => {
      entry.createdTime = toEpoch(entry.createdTime)
    }),
  ),
  define(
    'B11',
    'CreateFunction',
    'returns createdTime as seconds in a string',
    utc,
    mapResponseField('CreateFunction', 'createdTime', (value) => String(toEpoch(value))),
  ),
  define(
    'B12',
    'CreateAlias',
    'returns times without a zone',
    utc,
    mapResponseField('CreateAlias', 'createdTime', toZoneless),
  ),
  define(
    'B12',
    'CreateTrigger',
    'returns lastModifiedTime without a zone',
    utc,
    mapResponseField('CreateTrigger', 'lastModifiedTime', toZoneless),
  ),
  define(
    'B12',
    'GetService',
    'returns times without a zone',
    utc,
    mapResponseField('GetService', 'createdTime', toZoneless),
  ),
]

function toEpoch(time: unknown): number {
  return toDate(time).getTime() / 1000
}

/** JavaScript does not parse a time zone without a colon. */
function toDate(time: unknown): Date {
  return new Date(String(time).replace('+0000', 'Z'))
}
