import type { Report } from './model.ts'
import type { Errored, Failed } from './outcome.ts'

/** Violations that probably have one cause: they expect and found the same. */
export interface Cause {
  /** Anchor in the page: `cause-1`. */
  readonly id: string
  readonly expected: string
  readonly actual: string
  readonly operations: readonly string[]
  readonly failed: readonly Failed[]
}

/** The violations of a report by cause, the most frequent cause first. */
export function toCauses({ outcomes }: Pick<Report, 'outcomes'>): readonly Cause[] {
  const failed = outcomes.filter((outcome): outcome is Failed => outcome.status === 'failed')
  const groups = [
    ...groupBy(failed, ({ violation }) => [violation.expected, violation.actual].map(toKey).join('\n')).values(),
  ]
  return groups
    .toSorted((a, b) => b.length - a.length)
    .map((group, index) => ({
      id: `cause-${index + 1}`,
      expected: toTitle(group.map(({ violation }) => violation.expected)),
      actual: toTitle(group.map(({ violation }) => violation.actual)),
      operations: [...new Set(group.map(({ violation }) => violation.operation))],
      failed: group,
    }))
}

/** Checks without a verdict, by reason. */
export function toReasons({ outcomes }: Pick<Report, 'outcomes'>): ReadonlyMap<string, readonly Errored[]> {
  const errored = outcomes.filter((outcome): outcome is Errored => outcome.status === 'errored')
  return groupBy(errored, ({ cause, reason }) => `${cause}: ${reason}`)
}

/** The text of the first violation. Messages of the target are left out if they differ. */
function toTitle(texts: readonly string[]): string {
  const [first = ''] = texts
  return texts.every((text) => text === first) ? first : withoutMessage(first)
}

/**
 * A text without messages of the target. The message of an error stands in brackets after its code. The body of an
 * unexpected success stands at the end. A regular expression would take quadratic time for many opening brackets.
 */
function withoutMessage(text: string): string {
  const [open, close, body] = [text.indexOf(' ('), text.lastIndexOf(')'), text.indexOf(' with the body ')]
  if (open === -1 || close < open || (body !== -1 && body < open)) return body === -1 ? text : text.slice(0, body)
  return text.slice(0, open) + withoutMessage(text.slice(close + 1))
}

/** Messages, quoted values, generated names and numbers differ between violations with one cause. Statuses have three digits. */
function toKey(text: string): string {
  return withoutMessage(text)
    .replaceAll(/"[^"]*"/g, '""')
    .replaceAll(/\b[a-z][a-z0-9]*(?:-[a-z0-9]+){2,}\b/gi, '-')
    .replaceAll(/\b(?!\d{3}\b)\d+\b/g, '0')
}

function groupBy<T>(items: readonly T[], toGroup: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const key = toGroup(item)
    const group = groups.get(key)
    if (group) group.push(item)
    else groups.set(key, [item])
  }
  return groups
}
