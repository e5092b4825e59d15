import type { Mutant } from './mutant.ts'

type Extras = Partial<Pick<Mutant, 'alsoNamed' | 'auth'>> & {
  /** Suffix of the id if a line has several mutants of one operation. */
  readonly as?: string
}

/** Creates a mutant. Its id consists of line and operation: `define('S05', 'ListServices', …)` gets `S05-list-services`. */
export function define(
  line: string,
  operation: string,
  what: string,
  caughtBy: Mutant['caughtBy'],
  wrap: Mutant['wrap'],
  { as, ...extras }: Extras = {},
): Mutant {
  const words = operation.replaceAll(/(?<=[a-z])(?=[A-Z])/g, '-').toLowerCase()
  return { id: [line, words, ...(as ? [as] : [])].join('-'), line, operation, what, caughtBy, wrap, ...extras }
}
