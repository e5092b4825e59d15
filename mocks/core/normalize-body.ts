import { openStructure, type Structure } from './body-structure.ts'
import { toFieldText } from './issues.ts'
import { addLeniency, type LeniencyList } from './leniency-list.ts'
import type { Leniency } from './request-log/entry.ts'

/**
 * Changes a parsed body in place, so that it has the names of its schema and no value that stands for an absent one. Adds
 * every change and every undocumented element to `found`. Maps and objects without a schema keep their names.
 */
export function normalizeBody(structure: Structure, body: unknown, found: LeniencyList): void {
  const path: (string | number)[] = []
  normalize(structure, body)

  function normalize(at: Structure, value: unknown): void {
    if (at.undocumentedValues?.has(value)) note('value')
    if (typeof value !== 'object' || value === null) return
    if (Array.isArray(value)) {
      for (const [index, item] of value.entries()) within(index, () => normalize(at.entries ?? openStructure, item))
      return
    }
    const members = value as Record<string, unknown> // the parser creates plain objects
    removeNulls(at, members)
    if (at.fields) renameMembers(at, members)
    for (const name of Object.keys(members)) within(name, () => normalizeMember(at, members, name))
  }

  function normalizeMember(at: Structure, members: Record<string, unknown>, name: string): void {
    const below = at.fields ? at.fields.get(name) : at.entries
    if (at.fields && !below) note('unknown')
    else if (at.fields && below?.isUndocumented) note('undocumented')
    normalize(below ?? openStructure, members[name])
    if (!below || below.required.size === 0 || at.required.has(name) || !isEmpty(members[name])) return
    note('empty')
    delete members[name]
  }

  function removeNulls(at: Structure, members: Record<string, unknown>): void {
    for (const name of Object.keys(members)) {
      if (members[name] !== null || at.fields?.get(at.names.get(name.toLowerCase()) ?? '')?.isNullable) continue
      within(name, () => note('null'))
      delete members[name]
    }
  }

  /** The exact name takes precedence over its variants, and the last variant over the others. */
  function renameMembers({ fields, names }: Structure, members: Record<string, unknown>): void {
    let given: ReadonlySet<string> | undefined
    for (const variant of Object.keys(members)) {
      const name = fields?.has(variant) ? undefined : names.get(variant.toLowerCase())
      if (name === undefined) continue
      given ??= new Set(Object.keys(members))
      within(variant, () => note('case'))
      if (!given.has(name)) members[name] = members[variant]
      delete members[variant]
    }
  }

  function within(step: string | number, run: () => void): void {
    path.push(step)
    run()
    path.pop()
  }

  function note(kind: Leniency['kind']): void {
    addLeniency(found, 'body', kind, () => toFieldText(path))
  }
}

function isEmpty(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && Object.keys(value).length === 0
}
