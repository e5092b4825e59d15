import { groupBy } from './group-by.ts'
import { toMarkdown } from './to-markdown.ts'
import type { ApiResult } from './result.ts'

/** The results of all APIs as a Markdown table. */
export function toTable(results: readonly ApiResult[], { seed, heldOut }: { seed: string; heldOut: boolean }): string {
  const rows = results.map(({ apiId, population, conforming, signed, benign, mutants, seconds }) => {
    const alarms = benign.reduce((sum, { findings }) => sum + findings.length, 0)
    return [
      apiId,
      `${mutants.length} of ${population}`,
      toShare(mutants),
      ...(['documented', 'defined', 'observed'] as const).map((name) =>
        toShare(mutants.filter(({ profile }) => profile === name)),
      ),
      `${conforming.findings.length}, signed ${signed.findings.length}`,
      benign.length === 0 ? '–' : `${alarms} on ${benign.length}`,
      `${conforming.checks} checks, ${conforming.requests} requests, ${toSeconds(conforming.ms)} s`,
      `${seconds} s`,
    ]
  })
  const head = [
    'API',
    'sample',
    'detected (95 % interval)',
    'documented',
    'defined',
    'observed',
    'findings on the conforming server',
    'findings on benign servers',
    'whole suite',
    'time of the sample',
  ]
  return `${toMarkdown(head, rows)}\n\nSeed: \`${seed}\`. Operators: ${heldOut ? 'the fifth that is held out' : 'the four fifths that are not held out'}.`
}

/** The operators and sites of the missed mutants. */
export function toMissedList(results: readonly ApiResult[]): string {
  return results
    .flatMap(({ apiId, mutants }) => {
      const missed = mutants.filter(({ detectedBy }) => detectedBy === undefined)
      const groups = groupBy(missed, ({ kind, operator }) => `${kind}: ${operator}`)
      return [
        `${apiId}: ${missed.length} missed`,
        ...groups
          .toSorted(([a], [b]) => (a < b ? -1 : 1))
          .map(([name, group]) => `- ${name}: ${group.map(({ id }) => id.split(' @ ')[1]).join(', ')}`),
      ]
    })
    .join('\n')
}

/** `97 of 100 (97.0 %, 91.5–99.0)`. */
function toShare(mutants: ApiResult['mutants']): string {
  if (mutants.length === 0) return '–'
  const found = mutants.filter(({ detectedBy }) => detectedBy !== undefined).length
  const [low, high] = toInterval(found, mutants.length).map((share) => (share * 100).toFixed(1))
  return `${found} of ${mutants.length} (${((found / mutants.length) * 100).toFixed(1)} %, ${low}–${high})`
}

/** The 95 % confidence interval of a share, after Wilson. */
function toInterval(found: number, total: number): readonly [low: number, high: number] {
  const z = 1.96
  const share = found / total
  const centre = share + (z * z) / (2 * total)
  const margin = z * Math.sqrt((share * (1 - share)) / total + (z * z) / (4 * total * total))
  const scale = 1 + (z * z) / total
  return [Math.max(0, (centre - margin) / scale), Math.min(1, (centre + margin) / scale)]
}

function toSeconds(ms: number): string {
  return (ms / 1000).toFixed(1)
}
