import type { Check } from './check.ts'
import type { Contract } from './contract.ts'
import { WrongUseError } from './exit-codes.ts'
import type { Level } from './outcome.ts'

/** Which checks of a contract to run; all of them where nothing is said. */
export interface Selection {
  /** The operation's id, whatever its case. */
  readonly operation?: string
  /** Part of the check's id, `CreateFunction › rejects-a-duplicate-name`, whatever its case. */
  readonly grep?: string
  readonly level?: Level
}

/** Throws {@link WrongUseError} where the selection fits no check, or names an operation that the API does not have. */
export function selectChecks({ api, checks }: Contract, { operation, grep, level }: Selection): readonly Check[] {
  const ids = Object.values(api.operations).map(({ id }) => id)
  if (operation !== undefined && !ids.some((id) => isSame(id, operation))) {
    throw new WrongUseError(`${api.id} has no operation ${JSON.stringify(operation)}; it has ${ids.join(', ')}`)
  }
  const selected = checks.filter(
    (check) =>
      (operation === undefined || isSame(check.operation, operation)) &&
      (grep === undefined || check.id.toLowerCase().includes(grep.toLowerCase())) &&
      (level === undefined || check.level === level),
  )
  if (selected.length > 0 || checks.length === 0) return selected
  const asked = Object.entries({ operation, grep, level }).filter(([, value]) => value !== undefined)
  const words = asked.map(([name, value]) => `${name} ${JSON.stringify(value)}`).join(' and ')
  throw new WrongUseError(`no check of ${api.id} fits ${words}`)
}

function isSame(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase()
}
