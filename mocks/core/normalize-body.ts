import { openStructure, type Structure } from './body-structure.ts'
import { toFieldText } from './issues.ts'
import { addLeniency, type LeniencyList } from './leniency-list.ts'
import type { Leniency } from './request-log/entry.ts'

/**
 * Changes a parsed body in place, so that it has the names of its schema and no value that stands for an absent one. Adds
 * every change and every undocumented element to `found`. Maps and objects without a schema keep their names.
 */
export function normalizeBody(structure: Structure, body: unknown, found: LeniencyList): void {
  normalize(structure, body, { path: [], found })
}

/** The place in the body, and the leniencies so far. */
interface Walk {
  readonly path: (string | number)[]
  readonly found: LeniencyList
}

function normalize(at: Structure, value: unknown, walk: Walk): void {
  if (at.undocumentedValues?.has(value)) note(walk, 'value')
  if (typeof value !== 'object' || value === null) return
  if (Array.isArray(value)) normalizeItems(at.entries ?? openStructure, value, walk)
  else normalizeMembers(at, value as Record<string, unknown>, walk) // the parser creates plain objects
}

function normalizeItems(at: Structure, items: readonly unknown[], walk: Walk): void {
  for (const [index, item] of items.entries()) {
    walk.path.push(index)
    normalize(at, item, walk)
    walk.path.pop()
  }
}

function normalizeMembers(at: Structure, members: Record<string, unknown>, walk: Walk): void {
  if (needsChange(at, members)) {
    removeNulls(at, members, walk)
    renameMembers(at, members, walk)
  }
  for (const name of Object.keys(members)) {
    walk.path.push(name)
    normalizeMember(at, members, name, walk)
    walk.path.pop()
  }
}

/** Whether a member is null or has a name that the schema does not have. Most objects have none. */
function needsChange({ fields }: Structure, members: Record<string, unknown>): boolean {
  for (const name in members) {
    if (members[name] === null || (fields && !fields.has(name))) return true
  }
  return false
}

function normalizeMember(at: Structure, members: Record<string, unknown>, name: string, walk: Walk): void {
  const below = at.fields ? at.fields.get(name) : at.entries
  if (at.fields && !below) note(walk, 'unknown')
  else if (at.fields && below?.isUndocumented) note(walk, 'undocumented')
  normalize(below ?? openStructure, members[name], walk)
  if (!below || below.required.size === 0 || at.required.has(name) || !isEmpty(members[name])) return
  note(walk, 'empty')
  delete members[name]
}

function removeNulls(at: Structure, members: Record<string, unknown>, walk: Walk): void {
  for (const name of Object.keys(members)) {
    if (members[name] !== null || at.fields?.get(at.names.get(name.toLowerCase()) ?? '')?.isNullable) continue
    noteMember(walk, name, 'null')
    delete members[name]
  }
}

/** The exact name takes precedence over its variants, and the last variant over the others. */
function renameMembers({ fields, names }: Structure, members: Record<string, unknown>, walk: Walk): void {
  if (!fields) return
  let given: ReadonlySet<string> | undefined
  for (const variant of Object.keys(members)) {
    const name = fields.has(variant) ? undefined : names.get(variant.toLowerCase())
    if (name === undefined) continue
    given ??= new Set(Object.keys(members))
    noteMember(walk, variant, 'case')
    if (!given.has(name)) members[name] = members[variant]
    delete members[variant]
  }
}

function noteMember(walk: Walk, name: string, kind: Leniency['kind']): void {
  walk.path.push(name)
  note(walk, kind)
  walk.path.pop()
}

function note({ path, found }: Walk, kind: Leniency['kind']): void {
  addLeniency(found, 'body', kind, () => toFieldText(path))
}

function isEmpty(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && Object.keys(value).length === 0
}
