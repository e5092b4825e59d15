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
    `The sample is ${sample.length} of the ${population} mutants that need no signature (the peers sign only with code of their user’s), each kind of rule with its share:`,
    `${sample.map((id) => `\`${id}\``).join(', ')}.`,
    'All tools have the same document, cut down to the operations that share the tag of the broken one, and run one at a time.',
    `A run of a peer is interrupted ${boundSeconds} seconds after its first request and counts with what it has reported by then${toCuts(cuts)}.`,
    'A mutant is found where a finding names the operation at fault, and the test passed on the unbroken server with the same seed; Schemathesis does not',
    'say what passed, so there it is a kind of finding that the unbroken server did not meet.',
    `Findings on benign servers (${benign.map((id) => `\`${id}\``).join(', ')}; the peers on the operations of ${benignTag}) are those beyond that.`,
    'Requests and seconds are those of the unbroken server, all five tags together; the machine was busy with other work.',
    ...toLeft(rows),
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

/** Configurations that the comparison has not come to. */
function toLeft(rows: readonly PeerRow[]): readonly string[] {
  const left = ['Dredd', 'Specmatic', 'Schemathesis'].flatMap((peer) =>
    ['best effort', 'default']
      .filter((name) => !rows.some((row) => row.peer === peer && row.configuration === name))
      .map((name) => `${peer}, ${name}`),
  )
  return left.length === 0 ? [] : [`Not run to this extent: ${left.join('; ')}.`]
}

/** What no configuration of ours could make the tools say. */
const limits = [
  'What they cannot express: Schemathesis and Specmatic make up a `nextToken`, and Specmatic an `If-Match`, which only the server can give, and count the',
  'refusal as a fault. None of the three compares the fields that were created with those that are read, the pages of a list with each other, or the',
  'code of an error with its cause. Dredd takes no path parameter without an example, which is where its default stops before the first request; it',
  'knows one request for each status, and asks for every field of an example. Specmatic makes several creations from one example, all with one name.',
  'Findings of Schemathesis are told apart by operation, kind and status: what the unbroken server has already does not show a second time.',
]
