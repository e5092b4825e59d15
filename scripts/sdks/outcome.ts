/** The outcome of one SDK or client. */
export type Outcome =
  | { readonly kind: 'passed' }
  /** `details` is the output of the scenario. */
  | { readonly kind: 'failed'; readonly reason: string; readonly details: string }
  /** A tool is missing. The reason names it. */
  | { readonly kind: 'skipped'; readonly reason: string }

/** An outcome in one line. A failure is followed by the indented output of the scenario. */
export function toLines(name: string, outcome: Outcome, seconds: number): string {
  const head = `${outcome.kind.padEnd(7)} ${name} (${seconds.toFixed(1)} s)`
  if (outcome.kind === 'passed') return head
  const line = `${head}: ${outcome.reason}`
  if (outcome.kind === 'skipped') return line
  const details = outcome.details.trimEnd().split('\n').slice(-mostLines).map(toExcerpt)
  return [line, ...details].join('\n')
}

/** The end of a traceback contains the error. */
const mostLines = 30

/** Shortens long lines, which can contain whole documents. */
function toExcerpt(line: string): string {
  return `  ${line.length > 500 ? `${line.slice(0, 500)}…` : line}`
}

export function toSummary(outcomes: readonly Outcome[], what = 'sdks'): string {
  const count = (kind: Outcome['kind']) => outcomes.filter((outcome) => outcome.kind === kind).length
  return `${what}: ${count('passed')} passed, ${count('failed')} failed, ${count('skipped')} skipped`
}
