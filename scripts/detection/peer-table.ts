import type { Comparison } from './peers/compare.ts'
import type { PeerRow } from './peers/measure-peer.ts'
import { toMarkdown } from './to-markdown.ts'

/** This suite and the peers on the same sample of mutants, as Markdown. */
export function toPeerTable({ rows, ...extent }: Comparison): string {
  const { sample, population, benign, benignTag, boundSeconds } = extent
  const head = [
    'tool',
    'setup',
    'mutants found',
    'findings on the conforming server',
    `findings on ${benign.length} benign servers`,
    'requests',
    'seconds',
  ]
  const cuts = rows.filter(({ cut }) => cut !== undefined && cut > 0)
  return [
    toMarkdown(head, rows.map(toCells)),
    '',
    `The sample has ${sample.length} of the ${population} mutants without signatures (the peers sign requests only with custom code), spread over the operators:`,
    `${sample.map((id) => `\`${id}\``).join(', ')}.`,
    'All tools use the same document, reduced to the operations with the tag of the broken operation, and run one at a time.',
    `A run of a peer is interrupted ${boundSeconds} seconds after its first request; findings reported until then count${toCuts(cuts)}.`,
    'A mutant is found if a finding names the broken operation and the same test passed on the conforming server with the same seed. Schemathesis does not',
    'report passed tests, so a finding counts if the conforming server has no finding of this kind.',
    `Findings on benign servers (${benign.map((id) => `\`${id}\``).join(', ')}; for the peers only the operations of ${benignTag}) exclude findings that the conforming server has, too.`,
    'Requests and seconds are those of the conforming server for all five tags; the machine was busy with other work.',
    ...toLeft(rows),
    '',
    'Commands:',
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

/** Configurations that were not run. */
function toLeft(rows: readonly PeerRow[]): readonly string[] {
  const left = ['Dredd', 'Specmatic', 'Schemathesis'].flatMap((peer) =>
    ['best effort', 'default']
      .filter((name) => !rows.some((row) => row.peer === peer && row.configuration === name))
      .map((name) => `${peer}, ${name}`),
  )
  return left.length === 0 ? [] : [`Not run: ${left.join('; ')}.`]
}

/** Limits of the peers in any configuration that was tried. */
const limits = [
  'Limits of the peers: Schemathesis and Specmatic generate a `nextToken`, and Specmatic an `If-Match`, although only the server can issue them, and report the',
  'rejection as a failure. None of the three compares created fields with the fields that a read returns, pages of a list with each other, or the',
  'code of an error with its cause. Dredd requires an example for each path parameter, so its default configuration stops before the first request; it',
  'sends one request per status and requires every field of an example. Specmatic sends several creates from one example, all with the same name.',
  'Findings of Schemathesis are distinguished by operation, kind and status, so a finding that the conforming server has is not counted for a mutant.',
]
