import { type Assertion, isField } from '../core/assertions/assertion.ts'
import { isObject, type JsonObject } from '../core/assertions/expect-response.ts'
import type { Exchange } from '../core/http/exchange.ts'
import type { Sample } from './sample.ts'

/** The page contains the entry. Nothing for a later page: on another server, the entry may be on an earlier one. */
export function isListed({ resource }: Sample, { request }: Exchange, key: string): readonly Assertion[] {
  const { entries = '', paging } = resource
  if (paging && new URL(request.url).searchParams.has(paging.token)) return []
  return [isField([entries, { where: resource.key, equals: key }], { is: 'type', type: 'object' })]
}

/** No entry of the page has this key. */
export function isNotListed({ resource }: Sample, key: string): Assertion {
  return isField([resource.entries ?? '', { every: true }, resource.key], { is: 'different', value: key })
}

/** The page contains these keys in this order. Undefined if the keys are those of several pages. */
export function toOrderAssertions(
  page: JsonObject,
  actual: readonly string[],
  expected: readonly string[],
): readonly Assertion[] | undefined {
  for (const [field, list] of Object.entries(page)) {
    const rows: readonly unknown[] = Array.isArray(list) ? list : []
    const [first] = rows
    const key = Object.keys(isObject(first) ? first : {}).find(
      (name) => rows.map((row) => (isObject(row) ? String(row[name]) : '')).join() === actual.join(),
    )
    if (key === undefined) continue
    return [
      isField([field, 'length'], { is: 'equal', value: expected.length }),
      ...expected.map((value, index) => isField([field, index, key], { is: 'equal', value })),
    ]
  }
  return undefined
}
