import { define } from '../define.ts'
import type { Mutant } from '../mutant.ts'
import { toZoneless } from '../values.ts'
import { answering, entries, giving } from './edits.ts'

const form = ['response-matches-schema'] as const
const utc = ['times-are-utc']

/** Section 2: how a body writes times. */
export const timeMutants: readonly Mutant[] = [
  define(
    'B10',
    'CreateService',
    'answers the time of creation as HTTP writes dates',
    utc,
    answering('CreateService', 'createdTime', (time) => toDate(time).toUTCString()),
  ),
  define(
    'B10',
    'CreateTrigger',
    'answers day and month first',
    utc,
    giving('CreateTrigger', { createdTime: '22/11/2026 10:00:00' }),
  ),
  define(
    'B11',
    'GetFunction',
    'answers the time of creation as a number',
    form,
    answering('GetFunction', 'createdTime', toEpoch),
  ),
  define(
    'B11',
    'ListVersions',
    'answers times as numbers',
    form,
    entries('ListVersions', (entry) => {
      entry.createdTime = toEpoch(entry.createdTime)
    }),
  ),
  define(
    'B11',
    'CreateFunction',
    'answers the time of creation as seconds in a text',
    utc,
    answering('CreateFunction', 'createdTime', (value) => String(toEpoch(value))),
  ),
  define(
    'B12',
    'CreateAlias',
    'answers times without a zone',
    utc,
    answering('CreateAlias', 'createdTime', toZoneless),
  ),
  define(
    'B12',
    'CreateTrigger',
    'answers the last change without a zone',
    utc,
    answering('CreateTrigger', 'lastModifiedTime', toZoneless),
  ),
  define('B12', 'GetService', 'answers times without a zone', utc, answering('GetService', 'createdTime', toZoneless)),
]

function toEpoch(time: unknown): number {
  return toDate(time).getTime() / 1000
}

/** JavaScript knows no zone without a colon. */
function toDate(time: unknown): Date {
  return new Date(String(time).replace('+0000', 'Z'))
}
