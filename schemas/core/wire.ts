import { z } from 'zod'
import { parseJson } from './lib/json.ts'

/**
 * Wire types that zod can check but that need metadata for the document. All values are plain JSON: no transforms, dates
 * or bigints.
 */

/** An integer that must be a multiple of `step`. */
export function multipleOf<S extends z.ZodNumber>(schema: S, step: number): S {
  return schema.multipleOf(step).meta({ multipleOf: step })
}

/** A 32-bit integer. */
export function int32(): z.ZodNumber {
  return z.int().meta({ format: 'int32' })
}

/** A 64-bit integer. JSON parsers with double-precision numbers are exact up to 2^53. */
export function int64(): z.ZodNumber {
  return z.int().meta({ format: 'int64' })
}

/**
 * An integer enumeration. `unit` is the prefix of the names in generated clients, because a name cannot be a number.
 */
export function intEnum<const V extends number>(values: readonly [V, ...V[]], unit: string): z.ZodLiteral<V> {
  const names = values.map((value) => `${unit}${value}`)
  return z.literal(values).meta({ type: 'integer', enum: [...values], 'x-enum-varnames': names })
}

/** Bytes in base64, in a JSON string. */
export function base64(): z.ZodString {
  return z.string().meta({ format: 'byte' })
}

/** The text of a JSON object. `models` are the names of the models that describe the object; OpenAPI 3.0 has no place for them. */
export function jsonText(models: readonly [string, ...string[]]): z.ZodString {
  const [first, ...others] = models.map((name) => ({ $ref: `#/components/schemas/${name}` }))
  return z
    .string()
    .refine((text) => isJsonObject(parseJson(text)), { error: 'must be the text of a JSON object' })
    .meta({
      contentMediaType: 'application/json',
      contentSchema: others.length > 0 ? { anyOf: [first, ...others] } : first,
    })
}

function isJsonObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Adds a default. The document generator reads the default of a model only from its metadata. */
export function withDefault<S extends z.ZodType>(schema: S, value: z.util.NoUndefined<z.output<S>>): z.ZodDefault<S> {
  return schema.meta({ default: value }).default(value)
}

/** A map from any name to values of one type. */
export function mapOf<V extends z.ZodType>(values: V): z.ZodRecord<z.ZodString, V> {
  return z.record(z.string(), values)
}

/** An object with undocumented fields. */
export function openObject(): z.ZodRecord<z.ZodString, z.ZodUnknown> {
  return z.record(z.string(), z.unknown())
}

/**
 * A closed list of values. The governing source states the `documented` values. All other values carry a mark in
 * `x-enum-provenance`, and the profile `documented` does not accept them.
 */
export function enumOf<const D extends string, const O extends string = never>(
  documented: readonly [D, ...D[]],
  spec: { readonly defined?: readonly O[]; readonly observed?: readonly O[] } = {},
): z.ZodEnum<{ [K in D | O]: K }> {
  const marked = (['defined', 'observed'] as const).flatMap((mark) =>
    (spec[mark] ?? []).map((value) => [value, mark] as const),
  )
  // zod derives the type of the entries from the type of the list, which a spread widens.
  const schema = z.enum([...documented, ...marked.map(([value]) => value)]) as unknown as z.ZodEnum<{
    [K in D | O]: K
  }>
  return marked.length === 0 ? schema : schema.meta({ 'x-enum-provenance': Object.fromEntries(marked) })
}

/** A name that is a segment of a path. No source states that it must not be empty, but a path could not contain it. */
export function pathName(): z.ZodString {
  return z
    .string()
    .min(1)
    .meta({ 'x-keyword-provenance': { minLength: 'inferred' } })
}
