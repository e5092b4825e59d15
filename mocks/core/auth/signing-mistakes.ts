import type { Signing, SigningMistake } from './signing.ts'

/** Some parts of a string to sign as a client may have got them wrong. */
export interface Alternative<Parts> {
  readonly hint: string
  readonly parts: Partial<Parts>
}

/** The strings that come of one slip, then of any two that touch different parts. */
export function* combineMistakes<Parts extends object>(
  right: Parts,
  alternatives: readonly Alternative<Parts>[],
  toSigning: (parts: Parts) => Signing,
): Generator<SigningMistake> {
  for (const { hint, parts } of alternatives) yield { hint, ...toSigning({ ...right, ...parts }) }
  for (const [at, first] of alternatives.entries()) {
    for (const second of alternatives.slice(at + 1)) {
      if (Object.keys(first.parts).some((name) => Object.hasOwn(second.parts, name))) continue
      const hint = `${first.hint}; ${second.hint}`
      yield { hint, ...toSigning({ ...right, ...first.parts, ...second.parts }) }
    }
  }
}
