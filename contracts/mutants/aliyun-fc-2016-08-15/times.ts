import { define } from '../define.ts'
import type { Mutant } from '../mutant.ts'
import { toZoneless } from '../values.ts'
import { returning, entries, setResponseFields } from './edits.ts'

const form = ['response-matches-schema'] as const
const utc = ['times-are-utc']

/** Section 2: how a body writes times. */
export const timeMutants: readonly Mutant[] = [
  define(
    'B10',
    'CreateService',
    'returns the time of creation as HTTP writes dates',
    utc,
    returning('CreateService', 'createdTime', (time) => toDate(time).toUTCString()),
  ),
  define(
    'B10',
    'CreateTrigger',
    'returns day and month first',
    utc,
    setResponseFields('CreateTrigger', { createdTime: '22/11/2026 10:00:00' }),
  ),
  define(
    'B11',
    'GetFunction',
    'returns the time of creation as a number',
    form,
    returning('GetFunction', 'createdTime', toEpoch),
  ),
  define(
    'B11',
    'ListVersions',
    'returns times as numbers',
    form,
    entries('ListVersions', (entry) => {
      entry.createdTime = toEpoch(entry.createdTime)
    }),
  ),
  define(
    'B11',
    'CreateFunction',
    'returns the time of creation as seconds in a text',
    utc,
    returning('CreateFunction', 'createdTime', (value) => String(toEpoch(value))),
  ),
  define(
    'B12',
    'CreateAlias',
    'returns times without a zone',
    utc,
    returning('CreateAlias', 'createdTime', toZoneless),
  ),
  define(
    'B12',
    'CreateTrigger',
    'returns the last change without a zone',
    utc,
    returning('CreateTrigger', 'lastModifiedTime', toZoneless),
  ),
  define('B12', 'GetService', 'returns times without a zone', utc, returning('GetService', 'createdTime', toZoneless)),
]

function toEpoch(time: unknown): number {
  return toDate(time).getTime() / 1000
}

/** JavaScript knows no zone without a colon. */
function toDate(time: unknown): Date {
  return new Date(String(time).replace('+0000', 'Z'))
}
