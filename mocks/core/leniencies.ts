import { toJsonSchema } from '../../schemas/core/json-schema.ts'
import type { Operation, Shape } from '../../schemas/core/operation.ts'
import { toQueryPairs } from './auth/percent.ts'
import { openStructure, type Structure, toStructure } from './body-structure.ts'
import type { CheckLaterRules } from './handler.ts'
import { addBrokenRule, addLeniency, type LeniencyList } from './leniency-list.ts'
import { normalizeBody } from './normalize-body.ts'
import { isNameOf, toParameters } from './parameters.ts'
import { mockQueryNames } from './preference.ts'

/** Adds the leniencies of a request to a list. */
export interface LeniencyFinder {
  /** Changes the body in place, so that it matches its schema. */
  readonly inBody: (body: unknown, found: LeniencyList) => void
  /** Takes the query as it was sent, and its decoded values. */
  readonly inQuery: (query: string, values: Readonly<Record<string, unknown>>, found: LeniencyList) => void
  readonly inHeaders: (values: Readonly<Record<string, unknown>>, found: LeniencyList) => void
}

/** Reads the structure and the marks of an operation's schemas once. */
export function toLeniencyFinder({ params, body }: Operation, checkLaterRules?: CheckLaterRules): LeniencyFinder {
  const structure = body ? toStructure(toJsonSchema(body.schema)) : openStructure
  const lists = toParameters(params.query).filter(({ isList }) => isList)
  const [queryMarks, headerMarks] = [toGroupMarks(params.query), toGroupMarks(params.header)]
  return {
    inBody: (value, found) => {
      normalizeBody(structure, value, found)
      if (!checkLaterRules || typeof value !== 'object' || value === null || Array.isArray(value)) return
      checkLaterRules(value as Record<string, unknown>, (field, rule) => addBrokenRule(found, field, rule)) // from JSON
    },
    inQuery: (query, values, found) => {
      if (query === '') return
      const pairs = toQueryPairs(query)
      for (const name of new Set(pairs.map(([sent]) => sent))) {
        const isKnown = queryMarks.has(name) || mockQueryNames.has(name) || lists.some((list) => isNameOf(list, name))
        if (!isKnown) addLeniency(found, 'query', 'unknown', () => name)
      }
      for (const [name, text] of pairs) {
        const isOtherCase = typeof values[name] === 'boolean' && text !== text.toLowerCase()
        if (isOtherCase) addLeniency(found, 'query', 'value', () => name)
      }
      findInGroup('query', queryMarks, values, found)
    },
    // Clients, proxies and browsers add headers. Only headers that the operation declares are checked.
    inHeaders: (values, found) => findInGroup('header', headerMarks, values, found),
  }
}

function toGroupMarks(shape: Shape): ReadonlyMap<string, Structure> {
  return new Map(Object.entries(shape).map(([name, schema]) => [name, toStructure(toJsonSchema(schema))]))
}

function findInGroup(
  group: 'query' | 'header',
  marks: ReadonlyMap<string, Structure>,
  values: Readonly<Record<string, unknown>>,
  found: LeniencyList,
): void {
  for (const [name, mark] of marks) {
    const value = values[name]
    if (value === undefined) continue
    if (mark.isUndocumented) addLeniency(found, group, 'undocumented', () => name)
    else if (mark.undocumentedValues?.has(value)) addLeniency(found, group, 'value', () => name)
  }
}
