import type { Signing, SigningMistake } from './signing.ts'

/** Parts of a string to sign that a client may have got wrong. */
export interface Alternative<Parts> {
  readonly hint: string
  readonly parts: Partial<Parts>
}

/** Strings to sign with one mistake, then with two mistakes in different parts. */
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
