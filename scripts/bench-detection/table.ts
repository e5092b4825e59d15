import { type ApiResult, isFound } from './result.ts'

/** The results of all APIs as a Markdown table. */
export function toTable(results: readonly ApiResult[]): string {
  const rows = results.map(({ apiId, conforming, signed, benign, mutants, seconds }) => {
    const found = mutants.filter(isFound).length
    const share = mutants.length === 0 ? '–' : `${found} of ${mutants.length} (${toPercent(found / mutants.length)})`
    const alarms = benign.reduce((sum, { findings }) => sum + findings.length, 0)
    return [
      apiId,
      share,
      `${conforming.findings.length}, signed ${signed.findings.length}`,
      benign.length === 0 ? '–' : `${alarms} on ${benign.length}`,
      `${conforming.checks} checks, ${conforming.requests} requests, ${toSeconds(conforming.ms)} s`,
      `${seconds} s`,
    ]
  })
  const table = toMarkdown(
    [
      'API',
      'mutants found',
      'findings on the conforming server',
      'findings on benign servers',
      'whole suite',
      'all mutants',
    ],
    rows,
  )
  return [table, ...results.flatMap(toMissed)].join('\n\n')
}

/** Names every mutant that was not found. */
function toMissed({ apiId, mutants }: ApiResult): readonly string[] {
  const missed = mutants.filter((mutant) => !isFound(mutant))
  if (missed.length === 0) return []
  return [`Not found for ${apiId}: ${missed.map(({ id, what }) => `\`${id}\` (${what})`).join(', ')}.`]
}

export function toMarkdown(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

function toPercent(share: number): string {
  return `${(Math.floor(share * 1000) / 10).toFixed(1)} %`
}

function toSeconds(ms: number): string {
  return (ms / 1000).toFixed(1)
}
