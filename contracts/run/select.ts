import type { Check } from '../core/check.ts'
import type { Contract } from '../core/contract.ts'
import { WrongUseError } from '../core/exit-codes.ts'
import { toCaseSeed } from '../core/seed.ts'
import type { Settings } from '../settings/settings.ts'
import { suggest } from '../settings/suggest.ts'

/** Which checks of a contract to run; every setting narrows the selection down. */
export type Selection = Pick<Settings, 'operation' | 'grep' | 'level' | 'replay' | 'shard'>

/**
 * The selected checks, in their order. Throws {@link WrongUseError} for an operation or a check that the API does not
 * have, and for a selection without any check.
 */
export function selectChecks({ api, checks }: Contract, selection: Selection): readonly Check[] {
  const { operation, grep, level, replay } = selection
  const inShard = toShard(selection.shard)
  const operations = Object.values(api.operations).map(({ id }) => id)
  if (operation !== undefined && !operations.some((id) => isSame(id, operation))) {
    const hint = suggest(operation, operations) || `; to list its operations: faas-contracts list ${api.id}`
    throw new WrongUseError(`${api.id} has no operation ${JSON.stringify(operation)}${hint}`)
  }
  const ids = checks.map(({ id }) => id)
  if (replay !== undefined && !ids.includes(replay)) {
    const hint = suggest(replay, ids) || `; to list its checks: faas-contracts verify ${api.id} --dry-run`
    throw new WrongUseError(`${api.id} has no check ${JSON.stringify(replay)}${hint}`)
  }
  const selected = checks.filter(
    (check) =>
      (operation === undefined || isSame(check.operation, operation)) &&
      (grep === undefined || check.id.toLowerCase().includes(grep.toLowerCase())) &&
      (level === undefined || check.level === level) &&
      (replay === undefined || check.id === replay),
  )
  if (selected.length > 0 || checks.length === 0) return selected.filter(({ id }) => inShard(id))
  const given = Object.entries({ operation, grep, level, replay }).filter(([, value]) => value !== undefined)
  const words = given.map(([name, value]) => `${name} ${JSON.stringify(value)}`).join(' and ')
  throw new WrongUseError(`no check of ${api.id} matches ${words}`)
}

function isSame(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase()
}

function toShard(shard: string | undefined): (id: string) => boolean {
  if (shard === undefined) return () => true
  const [index = 0, count = 0] = (/^(\d{1,4})\/(\d{1,4})$/.exec(shard) ?? []).slice(1).map(Number)
  if (index < 1 || index > count)
    throw new WrongUseError(`a shard must be like 1/3 or 3/3, not ${JSON.stringify(shard)}`)
  // The part of a check depends on its id alone.
  return (id) => toCaseSeed('shard', id) % count === index - 1
}
