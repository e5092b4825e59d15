import { randomInt } from 'node:crypto'
import { toCaseSeed } from './seed.ts'
import { defaults } from '../settings/settings.ts'

/** Invents names that carry the run's id: short, in lower case, a letter first, letters, digits and hyphens only. */
export type Names = () => string

/** The marks of one run, in eight characters; two runs at once have different ones. */
export function toRunId(): string {
  return Array.from({ length: 8 }, () => alphabet[randomInt(alphabet.length)]).join('')
}

/** The names of one case: `fct-k3j9x2aa-1f3a9c-1`, then `-2`. Cases never share one. */
export function createNames(runId: string, caseId: string, prefix: string = defaults.namePrefix): Names {
  const mark = toCaseSeed('', caseId).toString(36).slice(-6)
  let count = 0
  return () => {
    count += 1
    return `${prefix}-${runId}-${mark}-${count}`
  }
}

const alphabet = 'abcdefghijklmnopqrstuvwxyz0123456789'
