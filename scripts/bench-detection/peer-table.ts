import type { Comparison, PeerRow } from './peers/compare.ts'
import { toMarkdown } from './table.ts'

/** This suite and the peers on the same sample of mutants, as Markdown. */
export function toPeerTable({ rows, ...extent }: Comparison): string {
  const { sample, population, benign, benignTag, boundSeconds } = extent
  const head = [
    'tool',
    'set up with',
    'mutants found',
    'findings on the unbroken server',
    `findings on ${benign.length} benign servers`,
    'requests',
    'seconds',
  ]
  const cuts = rows.filter(({ cut }) => cut !== undefined && cut > 0)
  return [
    toMarkdown(head, rows.map(toCells)),
    '',
    `The sample is ${sample.length} of the ${population} mutants that need no signature, which no peer can make, each kind of rule with its share:`,
    `${sample.map((id) => `\`${id}\``).join(', ')}.`,
    'All tools have the same document, cut down to the operations that share the tag of the broken one, and run one at a time at low priority.',
    `A run of a peer is interrupted ${boundSeconds} seconds after its first request and counts with what it has reported by then${toCuts(cuts)}.`,
    'A mutant is found where a finding names the operation at fault and is not among those on the unbroken server, with the same seed.',
    `Findings on benign servers (${benign.map((id) => `\`${id}\``).join(', ')}; the peers on the operations of ${benignTag}) are those beyond that.`,
    'Requests and seconds are those of the unbroken server, all five tags together; the machine was busy with other work.',
    '',
    'What was run:',
    '',
    ...rows.map(({ command, ...row }) => `- ${toName(row)}: \`${command}\``),
    '',
    ...limits,
  ].join('\n')
}

function toCells(row: PeerRow): readonly string[] {
  const { notes, detected, missed, falseAlarms, benignAlarms, requests, seconds } = row
  return [
    toName(row),
    notes,
    `${detected.length} of ${detected.length + missed.length}`,
    String(falseAlarms.length),
    String(benignAlarms.length),
    String(requests),
    String(seconds),
  ]
}

function toName({ peer, version, configuration }: Pick<PeerRow, 'peer' | 'version' | 'configuration'>): string {
  return version === '' ? peer : `${peer} ${version}, ${configuration}`
}

function toCuts(rows: readonly PeerRow[]): string {
  if (rows.length === 0) return ''
  return ` (${rows.map((row) => `${toName(row)}: ${row.cut} of ${row.runs}`).join('; ')})`
}

/** What no configuration of ours could make the tools say. */
const limits = [
  'What they cannot express: Schemathesis and Specmatic make up values for `nextToken` and `If-Match`, which only the server can give, and count the',
  'refusal; none of the three compares what was created with what is read, pages of a list with each other, or an error code with its cause. Dredd takes',
  'no path parameter without an example, which is where its default stops, and knows one request for each status. Specmatic makes several creations',
  'from one example, all with one name. Schemathesis sums its findings up by kind: a fault of a kind that the unbroken server has, too, does not show.',
]
