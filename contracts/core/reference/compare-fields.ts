import type { SchemaNode } from '../../../schemas/core/json-schema.ts'
import { covers } from '../assertions/covers.ts'
import { isSame, toText } from '../assertions/expect.ts'
import { isObject, type JsonObject } from '../assertions/expect-response.ts'
import { type Memory, type Sides, toKey } from './memory.ts'
import type { ChosenFields, PathValues } from './reference.ts'

/** What differs between two responses, and whether a page decides which of them is right. */
export interface FieldDifference {
  /** `description`, `functions[demo].memorySize`. */
  readonly place: string
  readonly expected: string
  readonly actual: string
  readonly isOpen?: true
  /** The target contradicts its own response in what no list shows. */
  readonly isContradiction?: true
}

export interface FieldSettings {
  readonly memory: Memory
  readonly chosen: ChosenFields
  /** The resource whose fields these are. */
  readonly path: PathValues
  /** Values that the page names as defaults of these fields. */
  readonly defaults: JsonObject
}

/**
 * Compares the documented fields of two objects. A field may be left out, unless a request gave it its value; a value
 * that no request gave, no page names and no rule computes is the server's own.
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
  // What comes from nowhere is a remnant where a request once sent it; a value that says little may be a default.
  if (reference === undefined)
    return isTelling(target) && memory.isSent(path, field, target, 'any') ? differ(false) : []
  if (isObject(target) && isObject(reference) && node.properties)
    return compareInner(field, { target, reference }, node, settings)
  if (covers(target, reference, node)) return []
  const isDecided =
    memory.isSent(path, field, reference, 'present') ||
    (isTelling(target) && memory.isSent(path, field, target, 'any')) ||
    chosen.derived.includes(field) ||
    isSame(defaults[field], reference)
  return differ(!isDecided)
}

function compareInner(field: string, objects: Sides<JsonObject>, node: SchemaNode, settings: FieldSettings) {
  return compareFields(objects, node, settings).map((found) => ({ ...found, place: `${field}.${found.place}` }))
}

function isChosen({ ids, names, created, modified }: ChosenFields, field: string): boolean {
  return field in names || [ids, created, modified].some((fields) => fields.includes(field))
}

/** Values of the server's choice must tell the same things apart on both sides, and stay where they must stay. */
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
    // What a version or an alias shows is its own matter: no page says whether it has the id of the present state.
    if ('qualifier' in path) return []
    const first = memory.settle(`${field} ${place} ${lives}`, target)
    if (first !== target) return contradict(first)
    // One that was deleted may leave its id to the next of the same name.
    if (memory.settle(`${field} of ${toText(target)}`, place) === place) return []
    return [{ place: field, expected: 'a value of its own', actual: `${toText(target)}, which is that of another` }]
  }
  const parent = Object.fromEntries((chosen.names[field] ?? []).map((name) => [name, path[name] ?? '']))
  if (memory.pair(`${field} ${toKey(parent)} ${memory.lives(parent)}`, values)) return []
  const expected = `the value that stands for the model's ${toText(values.reference)}`
  return [{ place: field, expected, actual: toText(target) }]
}

/** One operation may tell a time in milliseconds and another in seconds, and a zone can be written in several ways. */
function isSameTime(a: unknown, b: unknown): boolean {
  const [one, other] = [a, b].map((time) => Date.parse(String(time).replace(/([+-]\d\d)(\d\d)$/, '$1:$2')))
  if (one === undefined || other === undefined || Number.isNaN(one - other)) return isSame(a, b)
  return Math.abs(one - other) < 1000
}

/** A text or an object with something in it: hardly what a server says of its own accord. */
function isTelling(value: unknown): boolean {
  return (typeof value === 'string' && value !== '') || (isObject(value) && Object.keys(value).length > 0)
}
