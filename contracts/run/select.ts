import type { Check } from '../core/check.ts'
import type { Contract } from '../core/contract.ts'
import { WrongUseError } from '../core/exit-codes.ts'
import type { Level } from '../core/report/outcome.ts'
import { toCaseSeed } from '../core/seed.ts'

/** Which checks of a contract to run; all of them where nothing is said. */
export interface Selection {
  /** The operation's id, whatever its case. */
  readonly operation?: string
  /** Part of the check's id, `CreateFunction › duplicate-name-is-rejected`, whatever its case. */
  readonly grep?: string
  readonly level?: Level
  /** The whole id of one check. */
  readonly replay?: string
  /** One part of the checks: `2/3` is the second of three. Which part a check is in follows from its id alone. */
  readonly shard?: string
}

/** Throws {@link WrongUseError} where the selection fits no check, or names an operation that the API does not have. */
export function selectChecks({ api, checks }: Contract, selection: Selection): readonly Check[] {
  const { operation, grep, level, replay } = selection
  const inShard = toShard(selection.shard)
  const ids = Object.values(api.operations).map(({ id }) => id)
  if (operation !== undefined && !ids.some((id) => isSame(id, operation))) {
    throw new WrongUseError(`${api.id} has no operation ${JSON.stringify(operation)}; it has ${ids.join(', ')}`)
  }
  const selected = checks.filter(
    (check) =>
      (operation === undefined || isSame(check.operation, operation)) &&
      (grep === undefined || check.id.toLowerCase().includes(grep.toLowerCase())) &&
      (level === undefined || check.level === level) &&
      (replay === undefined || check.id === replay),
  )
  if (selected.length > 0 || checks.length === 0) return selected.filter(({ id }) => inShard(id))
  const asked = Object.entries({ operation, grep, level, replay }).filter(([, value]) => value !== undefined)
  const words = asked.map(([name, value]) => `${name} ${JSON.stringify(value)}`).join(' and ')
  throw new WrongUseError(`no check of ${api.id} fits ${words}`)
}

function isSame(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase()
}

function toShard(shard: string | undefined): (id: string) => boolean {
  if (shard === undefined) return () => true
  const [index = 0, count = 0] = (/^(\d{1,4})\/(\d{1,4})$/.exec(shard) ?? []).slice(1).map(Number)
  if (index < 1 || index > count) throw new WrongUseError(`a shard is like 1/3 or 3/3, not ${JSON.stringify(shard)}`)
  return (id) => toCaseSeed('shard', id) % count === index - 1
}
