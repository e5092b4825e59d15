/** What came of one SDK. */
export type Outcome =
  | { readonly kind: 'passed' }
  /** `details` is what the scenario printed. */
  | { readonly kind: 'failed'; readonly reason: string; readonly details: string }
  /** What it needs is not here; the reason names it. */
  | { readonly kind: 'skipped'; readonly reason: string }

/** An outcome in one line; a failure is followed by what the scenario printed, indented. */
export function toLines(name: string, outcome: Outcome, seconds: number): string {
  const head = `${outcome.kind.padEnd(7)} ${name} (${seconds.toFixed(1)} s)`
  if (outcome.kind === 'passed') return head
  const line = `${head}: ${outcome.reason}`
  if (outcome.kind === 'skipped') return line
  const details = outcome.details.trimEnd().split('\n').slice(-mostLines).map(toExcerpt)
  return [line, ...details].join('\n')
}

/** The end of a traceback says what went wrong. */
const mostLines = 30

/** Returns that are quoted may be whole documents. */
function toExcerpt(line: string): string {
  return `  ${line.length > 500 ? `${line.slice(0, 500)}…` : line}`
}

export function toSummary(outcomes: readonly Outcome[], what = 'sdks'): string {
  const count = (kind: Outcome['kind']) => outcomes.filter((outcome) => outcome.kind === kind).length
  return `${what}: ${count('passed')} passed, ${count('failed')} failed, ${count('skipped')} skipped`
}
