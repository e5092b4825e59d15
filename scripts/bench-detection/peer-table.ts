import { boundSeconds, type PeerRow } from './peers/compare.ts'
import { type ApiResult, isFound } from './result.ts'
import { toMarkdown } from './table.ts'

/** Our suite and the peers on the same sample of mutants, as Markdown. */
export function toPeerTable(rows: readonly PeerRow[], ours: ApiResult | undefined): string {
  const [first] = rows
  if (!first) return ''
  const sample = [...first.detected, ...first.missed]
  const own = ours?.mutants.filter(({ id }) => sample.includes(id)) ?? []
  const ownRow = [
    'this suite',
    'the page’s rules',
    `${own.filter(isFound).length} of ${own.length}`,
    String(ours?.conforming.findings.length ?? '–'),
    String(ours?.conforming.requests ?? '–'),
    ours ? (ours.conforming.ms / 1000).toFixed(0) : '–',
  ]
  const peerRows = rows.map(
    ({ peer, version, configuration, notes, detected, missed, falseAlarms, requests, seconds }) => [
      `${peer} ${version}, ${configuration}`,
      notes,
      `${detected.length} of ${detected.length + missed.length}`,
      String(falseAlarms.length),
      String(requests),
      String(seconds),
    ],
  )
  const head = ['tool', 'set up with', 'mutants found', 'findings on the unbroken server', 'requests to it', 'seconds']
  const cut = rows.map(
    ({ peer, configuration, cut: stopped, runs }) => `${peer}, ${configuration}: ${stopped} of ${runs}`,
  )
  return [
    toMarkdown(head, [...(own.length > 0 ? [ownRow] : []), ...peerRows]),
    '',
    `The sample: ${sample.join(', ')}. A peer was run on the operations that have the tag of the broken one, at low priority, and interrupted`,
    `after ${boundSeconds} seconds; so ended ${cut.join('; ')} runs. Only kinds of finding that the unbroken server does not meet count as found.`,
    `Commands: ${[...new Set(rows.map(({ command }) => `\`${command}\``))].join('; ')}.`,
  ].join('\n')
}
