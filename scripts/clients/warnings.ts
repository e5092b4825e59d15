/** A warning that a generator prints of our documents, and why it stands. */
interface KnownWarning {
  /** The client's id. */
  readonly client: string
  readonly pattern: RegExp
  readonly reason: string
}

/** Each has been read: what it warns of is right for us, or harmless. One that is printed no more must go. */
export const knownWarnings: readonly KnownWarning[] = []

/** The warnings that nobody has read, and the known ones that the generator does not print, in a line each. */
export function findSurprises(
  client: string,
  printed: string,
  known: readonly KnownWarning[] = knownWarnings,
): readonly string[] {
  const mine = known.filter((warning) => warning.client === client)
  const warnings = printed.split('\n').filter((line) => isWarning.test(line))
  const unread = warnings.filter((line) => !mine.some(({ pattern }) => pattern.test(line)))
  const stale = mine.filter(({ pattern }) => !warnings.some((line) => pattern.test(line)))
  return [...new Set(unread), ...stale.map(({ pattern }) => `no longer printed, so no longer known: ${pattern}`)]
}

const isWarning = /\b(warn(ing)?|error|unsupported|not supported|ignor(ed|ing)|skipp(ed|ing)|fail(ed|ure))\b/i
