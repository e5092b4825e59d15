import { isMap, type SchemaNode } from '../../schemas/core/json-schema.ts'

/** The parts of a body's schema that the decoder needs, read once. */
export interface Structure {
  /** The field is undocumented. */
  readonly isUndocumented: boolean
  /** Undocumented values of the field. */
  readonly undocumentedValues: ReadonlySet<unknown> | undefined
  /** By name; `undefined` if any name is valid. */
  readonly fields: ReadonlyMap<string, Structure> | undefined
  /** The name of each field by its lower-case form. If two fields differ only in case, the first one. */
  readonly names: ReadonlyMap<string, string>
  readonly required: ReadonlySet<string>
  /** Of the items of a list, or of the values of a map. */
  readonly entries: Structure | undefined
  /** `null` is a value of its own. */
  readonly isNullable: boolean
}

/**
 * A mark on an object with fields describes where its shape comes from: the source documents the field but not its
 * contents. So the field is documented, and nothing inside it counts as undocumented.
 */
export function toStructure(node: SchemaNode, isInside = false): Structure {
  const forms = [node, ...(node.anyOf ?? [])]
  const shape = forms.find(({ properties }) => properties)
  const entries = forms.map(({ items }) => items).find((items) => items) ?? forms.find(isMap)?.additionalProperties
  const values = Object.keys(node['x-enum-provenance'] ?? {})
  const fields = shape && Object.entries(shape.properties ?? {})
  const isMarked = node['x-provenance'] !== undefined
  const toInner = (inner: SchemaNode) => toStructure(inner, isInside || (isMarked && shape !== undefined))
  return {
    isUndocumented: isMarked && !isInside && !shape,
    undocumentedValues: values.length === 0 ? undefined : new Set(values),
    fields: fields && new Map(fields.map(([name, child]) => [name, toInner(child)])),
    names: new Map((fields ?? []).map(([name]) => [name.toLowerCase(), name] as const).reverse()),
    required: new Set(shape?.required),
    entries: entries && toInner(entries),
    isNullable: forms.some(({ type }) => type === 'null' || type?.includes('null')),
  }
}

/** The structure of a value without a schema. */
export const openStructure: Structure = toStructure({})
