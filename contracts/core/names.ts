import { randomInt } from 'node:crypto'
import { defaults } from '../settings/settings.ts'
import { toCaseSeed } from './seed.ts'

/**
 * Returns new names that contain the id of the run: short, lower case, first a letter, then letters, digits and
 * hyphens.
 */
export type Names = () => string

/** A random id of a run, of eight characters. */
export function toRunId(): string {
  return Array.from({ length: 8 }, () => alphabet[randomInt(alphabet.length)]).join('')
}

/** The names of one case: `fct-k3j9x2aa-1f3a9c-1`, then `-2`. Names of different cases differ. */
export function createNames(runId: string, caseId: string, prefix: string = defaults.namePrefix): Names {
  const mark = toCaseSeed('', caseId).toString(36).slice(-6)
  let count = 0
  return () => {
    count += 1
    return `${prefix}-${runId}-${mark}-${count}`
  }
}

const alphabet = 'abcdefghijklmnopqrstuvwxyz0123456789'
