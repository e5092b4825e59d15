import type { Command } from 'commander'
import { WrongUseError } from '../../contracts/core/exit-codes.ts'

/** Flags that may be given several times. The flags of settings are added to them. */
export const repeatableFlags = new Set(['--credentials', '--token'])

/**
 * Throws {@link WrongUseError} for a flag without its value (`--deterministic --port 1`), because commander would use
 * the next flag as the value, and for a flag that is given twice but has one value, because commander would ignore the
 * first.
 */
export function checkFlagValues(command: Command, words: readonly string[]): void {
  const seen = new Set<string>()
  for (const [index, word] of words.entries()) {
    if (word === '--') return
    const [flag = '', inline] = word.split('=')
    const option = command.options.find(({ long, required }) => long === flag && required)
    if (!option) continue
    const next = words[index + 1]
    if (inline === undefined && next?.startsWith('--'))
      throw new WrongUseError(`${flag} needs a value before ${next}; if this is the value, write ${flag}=${next}`)
    if (seen.has(flag) && !repeatableFlags.has(flag))
      throw new WrongUseError(`${flag} is given twice, but has one value; remove one of them`)
    seen.add(flag)
  }
}
