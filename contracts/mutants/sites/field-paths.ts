import { isMap, type SchemaNode } from '../../../schemas/core/json-schema.ts'
import type { Provenance } from '../../../schemas/core/provenance.ts'
import type { Path } from './site.ts'

export interface FieldPath {
  readonly path: Path
  readonly node: SchemaNode
  readonly isRequired: boolean
  readonly provenance: Provenance
}

/** Every field below a node, also in nested objects, in lists and in maps. */
export function toFieldPaths(node: SchemaNode, path: Path = [], provenance: Provenance = 'documented'): FieldPath[] {
  const below = (step: string | number, child: SchemaNode, isRequired: boolean): FieldPath[] => {
    const own: Provenance = provenance === 'documented' ? (child['x-provenance'] ?? 'documented') : provenance
    const at = [...path, step]
    const field = { path: at, node: child, isRequired, provenance: own }
    return [...(typeof step === 'string' && step !== '*' ? [field] : []), ...toFieldPaths(child, at, own)]
  }
  return [
    ...Object.entries(node.properties ?? {}).flatMap(([name, child]) =>
      below(name, child, node.required?.includes(name) ?? false),
    ),
    ...(node.items ? below(0, node.items, true) : []),
    ...(isMap(node) ? below('*', node.additionalProperties, false) : []),
  ]
}

/** `functions[].code.zipFile`. */
export function toPathText(path: Path): string {
  return path.reduce<string>((text, step) => {
    if (typeof step === 'number') return `${text}[]`
    return text === '' ? step : `${text}.${step}`
  }, '')
}

const remove = Symbol('remove')

/** A result of {@link mapAt} that removes the value. */
export const removed: unknown = remove

/** Copies a JSON value and maps the values at a path. Values that do not exist are not added. */
export function mapAt(value: unknown, path: Path, change: (value: unknown) => unknown): unknown {
  const [step, ...rest] = path
  if (step === undefined) return change(value)
  if (typeof value !== 'object' || value === null) return value
  if (typeof step === 'number') {
    return Array.isArray(value)
      ? value.map((item) => mapAt(item, rest, change)).filter((item) => item !== remove)
      : value
  }
  if (Array.isArray(value)) return value
  return Object.fromEntries(
    Object.entries(value)
      .map(([name, item]) => [name, step === '*' || name === step ? mapAt(item, rest, change) : item] as const)
      .filter(([, item]) => item !== remove),
  )
}

/** The values at a path. */
export function readAt(value: unknown, path: Path): unknown[] {
  const found: unknown[] = []
  mapAt(value, path, (item) => {
    found.push(item)
    return item
  })
  return found
}

/** Sets the value at a path and adds missing objects. Lists and maps are not extended. */
export function setAt(value: unknown, path: Path, set: unknown): unknown {
  const [step, ...rest] = path
  if (step === undefined) return set
  if (typeof step === 'number' || step === '*') return mapAt(value, [step], (item) => setAt(item, rest, set))
  const object = typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {}
  return { ...object, [step]: setAt(Reflect.get(object, step), rest, set) }
}
