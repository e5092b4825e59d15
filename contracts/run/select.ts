import { suggest } from '../../schemas/core/lib/suggest.ts'
import type { Check } from '../core/check.ts'
import type { Contract } from '../core/contract.ts'
import { WrongUseError } from '../core/exit-codes.ts'
import { toCaseSeed } from '../core/seed.ts'
import type { SettingsInput } from '../settings/settings.ts'

/** Which checks of a contract to run; every setting narrows the selection down. */
export type Selection = Pick<SettingsInput, 'operation' | 'grep' | 'level' | 'replay' | 'shard'>

/**
 * The selected checks, in their order. Every shard has the passive checks, because each judges the responses of its own
 * shard. A setting with several values selects the checks of each. Throws {@link
 * WrongUseError} for an operation or a check that the API does not have, and for a selection without any check.
 */
export function selectChecks({ api, checks }: Contract, selection: Selection): readonly Check[] {
  const { level } = selection
  const [operations, greps, replays] = [selection.operation, selection.grep, selection.replay].map(toList)
  const inShard = toShard(selection.shard)
  const known = Object.values(api.operations).map(({ id }) => id)
  for (const operation of operations ?? []) {
    if (known.some((id) => isSame(id, operation))) continue
    const hint = suggest(operation, known) || `; to list its operations: faas-contracts list ${api.id}`
    throw new WrongUseError(`${api.id} has no operation ${JSON.stringify(operation)}${hint}`)
  }
  const ids = checks.map(({ id }) => id)
  for (const replay of replays ?? []) {
    if (ids.includes(replay)) continue
    const hint = suggest(replay, ids) || `; to list its checks: faas-contracts verify ${api.id} --dry-run`
    throw new WrongUseError(`${api.id} has no check ${JSON.stringify(replay)}${hint}`)
  }
  const selected = checks.filter(
    (check) =>
      (operations?.some((operation) => isSame(check.operation, operation)) ?? true) &&
      (greps?.some((grep) => contains(check, grep)) ?? true) &&
      (level === undefined || check.level === level) &&
      (replays?.includes(check.id) ?? true),
  )
  const isAlone = selected.length > 0 && selected.every(({ isPassive }) => isPassive)
  if (isAlone && checks.some(({ isPassive }) => !isPassive))
    throw new WrongUseError(
      `${JSON.stringify(selected[0]?.id)} judges the responses to other checks, so it cannot run alone: run them, too`,
    )
  if (selected.length > 0 || checks.length === 0)
    return selected.filter(({ id, isPassive }) => isPassive || inShard(id))
  const given = Object.entries({ operation: operations, grep: greps, level: toList(level), replay: replays })
  const words = given.flatMap(([name, values]) =>
    values ? [`--${name} ${values.map((value) => JSON.stringify(value)).join(' or ')}`] : [],
  )
  throw new WrongUseError(
    `no check of ${api.id} matches ${words.join(' and ')}; to list the checks: faas-contracts verify ${api.id} --dry-run`,
  )
}

function toList(given: string | readonly string[] | undefined): readonly string[] | undefined {
  return given === undefined ? undefined : [given].flat()
}

/** Whether a text is part of the id of a check or of its clause. Case does not count, and hyphens count as spaces. */
function contains({ id, clause }: Check, text: string): boolean {
  const toWords = (one: string) => one.toLowerCase().replaceAll('-', ' ')
  return [id, clause].some((one) => toWords(one).includes(toWords(text)))
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
