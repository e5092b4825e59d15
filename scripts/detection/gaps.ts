import { subjects } from '../../contracts/mutants/subjects.ts'
import { toMutants } from '../../contracts/mutants/to-mutants.ts'
import type { Detection } from './detect.ts'
import { groupBy } from './group-by.ts'
import type { ApiResult } from './result.ts'
import { toMarkdown } from './to-markdown.ts'

type Place = Pick<Detection, 'operation' | 'kind'>

const toPlace = ({ operation, kind }: Place) => `${operation}, ${kind}`
const isMissed = ({ detectedBy }: Detection) => detectedBy === undefined

/**
 * What the last run did not prove of one API, as Markdown: the operators and kinds of sites with missed mutants, and the
 * operations and kinds of sites without any detected mutant.
 */
export function toGaps({ apiId, mutants }: Pick<ApiResult, 'apiId' | 'mutants'>): string {
  const byPlace = new Map(groupBy(mutants, toPlace))
  const known = subjects.filter(({ api }) => api.id === apiId).flatMap(toMutants)
  const unproven = groupBy(known, toPlace).flatMap(([place, [mutant]]) => {
    const tried = byPlace.get(place) ?? []
    return mutant && tried.every(isMissed) ? [{ ...mutant, tried: tried.length }] : []
  })
  const missed = unproven.filter(({ tried }) => tried > 0)
  const untried = groupBy(
    unproven.filter(({ tried }) => tried === 0),
    ({ kind }) => kind,
  )
  return [
    `## ${apiId}`,
    '',
    toMissedTable('operator', mutants, ({ operator }) => operator),
    '',
    toMissedTable('kind of site', mutants, ({ kind }) => kind),
    '',
    'Operations and kinds of sites of which every mutant of the sample was missed:',
    toList(missed.map((place) => `${toPlace(place)}: ${place.tried}`)),
    '',
    'Operations and kinds of sites without a mutant in the sample:',
    toList(untried.map(([kind, places]) => `${kind}: ${places.map(({ operation }) => operation).join(', ')}`)),
  ].join('\n')
}

function toMissedTable(head: string, mutants: readonly Detection[], toKey: (mutant: Detection) => string): string {
  const rows = groupBy(mutants, toKey)
    .map(([key, group]) => ({ key, total: group.length, missed: group.filter(isMissed).length }))
    .filter(({ missed }) => missed > 0)
    .toSorted((a, b) => b.missed - a.missed || (a.key < b.key ? -1 : 1))
  if (rows.length === 0) return `No ${head} has missed mutants.`
  return toMarkdown(
    [head, 'missed', 'tried'],
    rows.map(({ key, missed, total }) => [key, String(missed), String(total)]),
  )
}

function toList(items: readonly string[]): string {
  return items.length === 0 ? '- none' : items.map((item) => `- ${item}`).join('\n')
}
