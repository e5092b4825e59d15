import type { SchemaNode } from '../../../schemas/core/json-schema.ts'
import { covers } from '../assertions/covers.ts'
import { isSame, toText } from '../assertions/expect.ts'
import { isObject, type JsonObject } from '../assertions/expect-response.ts'
import { type Memory, type Sides, toKey } from './memory.ts'
import type { PathValues, ServerFields } from './reference.ts'

/** A difference between two responses, and whether a source decides which of them is right. */
export interface FieldDifference {
  /** `description`, `functions[demo].memorySize`. */
  readonly place: string
  readonly expected: string
  readonly actual: string
  readonly isOpen?: true
  /** The target contradicts its own earlier response. */
  readonly isContradiction?: true
}

export interface FieldSettings {
  readonly memory: Memory
  readonly chosen: ServerFields
  /** The resource whose fields these are. */
  readonly path: PathValues
  /** The documented defaults of these fields. */
  readonly defaults: JsonObject
}

/**
 * Compares the documented fields of two objects. A field may be absent, unless a request set it. A value that no request
 * set, no source documents and no rule computes is implementation-defined.
 */
export function compareFields(
  objects: Sides<JsonObject>,
  node: SchemaNode,
  settings: FieldSettings,
): FieldDifference[] {
  const fields = new Set([...Object.keys(objects.reference), ...Object.keys(objects.target)])
  return [...fields].flatMap((field) => {
    const child = node.properties?.[field]
    if (!child || child['x-provenance'] || settings.chosen.free.includes(field)) return []
    const values = { target: objects.target[field] ?? undefined, reference: objects.reference[field] ?? undefined }
    return compareField(field, values, child, settings)
  })
}

function compareField(
  field: string,
  values: Sides<unknown>,
  node: SchemaNode,
  settings: FieldSettings,
): FieldDifference[] {
  const { target, reference } = values
  const { memory, chosen, defaults, path } = settings
  const differ = (isOpen: boolean): FieldDifference[] => [
    { place: field, expected: toText(reference), actual: toText(target), ...(isOpen && { isOpen: true }) },
  ]
  if (isChosen(chosen, field)) {
    if (target === undefined || reference === undefined) return []
    return compareChosen(field, values, settings)
  }
  if (target === undefined)
    return reference !== undefined && memory.isSent(path, field, reference, 'present') ? differ(false) : []
  // An unexpected value that a request once set is a remnant. An empty or short value may be a default.
  if (reference === undefined)
    return isSpecific(target) && memory.isSent(path, field, target, 'any') ? differ(false) : []
  if (isObject(target) && isObject(reference) && node.properties)
    return compareInner(field, { target, reference }, node, settings)
  if (covers(target, reference, node)) return []
  const isDecided =
    memory.isSent(path, field, reference, 'present') ||
    (isSpecific(target) && memory.isSent(path, field, target, 'any')) ||
    chosen.derived.includes(field) ||
    isSame(defaults[field], reference)
  return differ(!isDecided)
}

function compareInner(field: string, objects: Sides<JsonObject>, node: SchemaNode, settings: FieldSettings) {
  return compareFields(objects, node, settings).map((found) => ({ ...found, place: `${field}.${found.place}` }))
}

function isChosen({ ids, names, created, modified }: ServerFields, field: string): boolean {
  return field in names || [ids, created, modified].some((fields) => fields.includes(field))
}

/** Implementation-defined values must distinguish the same resources on both sides, and stay constant. */
function compareChosen(
  field: string,
  values: Sides<unknown>,
  { memory, chosen, path }: FieldSettings,
): FieldDifference[] {
  const lives = memory.lives(path)
  const place = toKey(path)
  const { target } = values
  const contradict = (first: unknown): FieldDifference[] => [
    { place: field, expected: `${toText(first)}, as before`, actual: toText(target) },
  ]
  if (chosen.created.includes(field) || chosen.modified.includes(field)) {
    const since = chosen.modified.includes(field) ? ` ${memory.epoch()}` : ''
    const first = memory.settle(`${field} ${place} ${lives}${since}`, target)
    return isSameTime(first, target) ? [] : contradict(first)
  }
  if (chosen.ids.includes(field)) {
    // No source states whether a version or an alias shows the id of the present state.
    if ('qualifier' in path) return []
    const first = memory.settle(`${field} ${place} ${lives}`, target)
    if (first !== target) return contradict(first)
    // A new resource may have the id of a deleted one with the same name.
    if (memory.settle(`${field} of ${toText(target)}`, place) === place) return []
    return [{ place: field, expected: 'a unique value', actual: `${toText(target)}, which another resource has` }]
  }
  const parent = Object.fromEntries((chosen.names[field] ?? []).map((name) => [name, path[name] ?? '']))
  if (memory.pair(`${field} ${toKey(parent)} ${memory.lives(parent)}`, values)) return []
  const expected = `the value that corresponds to ${toText(values.reference)}`
  return [{ place: field, expected, actual: toText(target) }]
}

/** Times may have a resolution of milliseconds or seconds, and time zones have several notations. */
function isSameTime(a: unknown, b: unknown): boolean {
  const [one, other] = [a, b].map((time) => Date.parse(String(time).replace(/([+-]\d\d)(\d\d)$/, '$1:$2')))
  if (one === undefined || other === undefined || Number.isNaN(one - other)) return isSame(a, b)
  return Math.abs(one - other) < 1000
}

/** A string or an object that is not empty is unlikely to be a default. */
function isSpecific(value: unknown): boolean {
  return (typeof value === 'string' && value !== '') || (isObject(value) && Object.keys(value).length > 0)
}
