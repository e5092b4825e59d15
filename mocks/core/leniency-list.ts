import { bounds } from './bounds.ts'
import { cutText } from './cut-text.ts'
import type { Leniency } from './request-log/entry.ts'

/** The leniencies of one request. The list is limited, because the request log retains it. */
export interface LeniencyList {
  readonly items: Leniency[]
  /** The number of leniencies, including those that are not in the list. */
  count: number
}

/** The list of most requests. Nothing is added to it. */
export const noLeniencies: LeniencyList = Object.freeze({ items: Object.freeze([]) as unknown as Leniency[], count: 0 })

/** `toField` is only called if the list has space. */
export function addLeniency(
  list: LeniencyList,
  place: Leniency['in'],
  kind: Leniency['kind'],
  toField: () => string,
): void {
  list.count += 1
  if (list.items.length < bounds.leniencies) list.items.push({ in: place, field: toShown(toField()), kind })
}

/** Adds a broken rule of a field in the body. */
export function addBrokenRule(list: LeniencyList, field: string, rule: string): void {
  list.count += 1
  if (list.items.length < bounds.leniencies) list.items.push({ in: 'body', field: toShown(field), kind: 'rule', rule })
}

function toShown(field: string): string {
  return cutText(field, bounds.fieldLength)
}

/** The first leniencies in one line. `suffix` follows each of them. */
export function toLeniencyText({ items, count }: LeniencyList, suffix = ''): string {
  const lines = items
    .slice(0, mostWords)
    .map(({ field, kind, rule }) => `${field}: ${rule ?? leniencyWords[kind]}${suffix}`)
  const rest = count - lines.length
  return rest > 0 ? `${lines.join('; ')}; and ${rest} more` : lines.join('; ')
}

const mostWords = 3

const leniencyWords: Readonly<Record<Leniency['kind'], string>> = {
  unknown: 'there is no field or parameter with this name',
  undocumented: 'it is undocumented',
  value: 'this value is undocumented',
  case: 'this name has the wrong case',
  null: 'null does not mean absent',
  empty: 'its required fields are absent',
  rule: 'it breaks a rule',
}
