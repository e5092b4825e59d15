import type { z } from 'zod'
import { decodePercent } from '../../schemas/core/lib/percent.ts'
import type { Shape } from '../../schemas/core/operation.ts'
import { type ToInvalidValueText, toIssueText } from './issues.ts'

/** A path, query or header parameter that can parse its text. */
export interface Parameter {
  readonly name: string
  readonly schema: z.ZodType
  readonly toValue: (text: string) => unknown
}

export function toParameters(shape: Shape): Parameter[] {
  return Object.entries(shape).map(([name, schema]) => ({ name, schema, toValue: toReader(schema) }))
}

export type Reading = { readonly value: unknown } | { readonly breach: string }

/** The typed value of a parameter, or the reason why its text is invalid. */
export function readParameter(
  { name, schema, toValue }: Parameter,
  text: string | undefined,
  toInvalidValueText?: ToInvalidValueText,
): Reading {
  const given = text === undefined ? undefined : toValue(text)
  const result = schema.safeParse(given)
  return result.success
    ? { value: result.data }
    : { breach: toIssueText(result.error.issues, given, name, toInvalidValueText) }
}

/** Text that is not exactly a number or a boolean stays text. The schema then reports the expected type. */
function toReader(schema: z.ZodType): (text: string) => unknown {
  switch (toKind(schema)) {
    case 'number':
      return (text) => (/^(?:0|-?[1-9]\d*)(?:\.\d+)?$/.test(text) ? Number(text) : text)
    case 'boolean':
      return (text) => (text === 'true' ? true : text === 'false' ? false : text)
    default:
      return (text) => text
  }
}

/** The type of a schema. Unwraps optional and default. */
function toKind(schema: z.ZodType): string {
  // Every zod 4 schema has these, but the types show them only for some classes.
  const { type, innerType, values } = schema.def as { type: string; innerType?: z.ZodType; values?: readonly unknown[] }
  if (innerType) return toKind(innerType)
  return type === 'literal' && values?.every((value) => typeof value === 'number') ? 'number' : type
}

/**
 * The raw values of an operation's query parameters. The first value wins if a parameter is repeated. The value is
 * `undefined` if its percent-encoding is broken.
 */
export function readQuery(query: string, declared: readonly Parameter[]): Map<string, string | undefined> {
  const values = new Map<string, string | undefined>()
  if (query === '' || declared.length === 0) return values
  for (const pair of query.split('&')) {
    const cut = pair.indexOf('=')
    const name = decodeFormText(cut === -1 ? pair : pair.slice(0, cut))
    if (name === undefined || values.has(name) || !declared.some((parameter) => parameter.name === name)) continue
    values.set(name, cut === -1 ? '' : decodeFormText(pair.slice(cut + 1)))
  }
  return values
}

function decodeFormText(text: string): string | undefined {
  return decodePercent(text.replaceAll('+', ' '))
}
