import type { Mutant } from '../../contracts/mutants/mutant.ts'
import { benignOperators } from '../../contracts/mutants/operators/benign.ts'
import { operators } from '../../contracts/mutants/operators/operators.ts'
import type { SiteKind } from '../../contracts/mutants/sites/site.ts'
import { toSites } from '../../contracts/mutants/sites/to-sites.ts'
import { subjects } from '../../contracts/mutants/subjects.ts'
import { toBenignMutants, toMutants } from '../../contracts/mutants/to-mutants.ts'
import { groupBy } from './group-by.ts'
import { isHeldOut } from './held-out.ts'
import { toMarkdown } from './to-markdown.ts'

/** Each kind of site, as a sentence. */
const kinds: Readonly<Record<SiteKind, string>> = {
  success: 'The site is a success status of an operation.',
  header: 'The site is a header of the success responses or of the error responses of an operation.',
  'response field':
    'The site is a field of the success responses of an operation, also in nested objects and in lists.',
  'request field': 'The site is a field of the request body of an operation, also in nested objects and in lists.',
  parameter: 'The site is a parameter in the query or in a header of an operation.',
  constraint: 'The site is a rule for the values of a request body.',
  error: 'The site is an error code of an operation that a request can cause.',
  resource: 'The site is an operation that creates, reads, lists, updates or removes a resource.',
  list: 'The site is a list that is read in pages.',
  signature: 'The site is an operation whose requests are signed.',
}

/** `docs/mutants.md`: a table of the operators of each kind of site, with the number of mutants of each API. */
export function renderMutantsPage(): string {
  const ids = subjects.map(({ api }) => api.id)
  const sets = subjects.map(toMutants)
  const siteCounts = subjects.map((subject) => Object.values(toSites(subject)).flat().length)
  const toRow = (operator: string) => {
    const own = sets.map((mutants) => mutants.filter((mutant) => mutant.operator === operator))
    return [`\`${operator}\``, toExample(own.flat()), ...own.map(({ length }) => String(length)), toMark(operator)]
  }
  const toSection = (kind: SiteKind) => [
    `## ${kind[0]?.toUpperCase()}${kind.slice(1)}`,
    '',
    kinds[kind],
    '',
    toMarkdown(
      ['operator', 'example', ...ids, 'held out'],
      operators[kind].map(({ id }) => toRow(id)),
    ),
    '',
  ]
  const benign = groupBy(subjects.slice(0, 1).flatMap(toBenignMutants), ({ operator }) => operator)
  const names = Object.keys(kinds) as SiteKind[] // the keys of the object above
  return [
    ...introduction,
    toMarkdown(
      ['', ...ids],
      [
        ['sites', ...siteCounts.map(String)],
        ['operators', ...sets.map((mutants) => String(new Set(mutants.map(({ operator }) => operator)).size))],
        ['mutants', ...sets.map(({ length }) => String(length))],
      ],
    ),
    '',
    ...names.flatMap(toSection),
    '## Permitted differences',
    '',
    'These operators change all responses of an operation in a way that no source forbids. The suite must not report a finding.',
    '',
    toMarkdown(
      ['operator', 'example'],
      benignOperators.map(({ id }) => [`\`${id}\``, benign.find(([operator]) => operator === id)?.[1][0]?.what ?? '']),
    ),
    '',
  ].join('\n')
}

const introduction = [
  '# Mutants',
  '',
  'A *mutant* is the emulator with one broken rule. An *operator* breaks a rule in one way. A *site* is an element of a contract, such as a field,',
  'a header or an error code. Sites are derived from `schemas/`. Each operator at each site that it can break is one mutant. The id of a mutant names',
  'both: `drop-field @ GetService 200 description`. [Benchmarks](benchmarks.md#detection) states how many mutants the suite detects.',
  '',
  'Operators that are *held out* are not in the default sample. The numbers are numbers of mutants.',
  '`npm run detection -- --list --write` writes this page. Do not edit it.',
  '',
]

/** What the mutant with the shortest id does wrong. */
function toExample(mutants: readonly Mutant[]): string {
  const [first] = mutants.toSorted((a, b) => a.id.length - b.id.length)
  return first?.what ?? ''
}

function toMark(operator: string): string {
  return isHeldOut(operator) ? 'yes' : ''
}
