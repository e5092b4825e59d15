import type { z } from 'zod'
import { decodePercent } from '../../schemas/core/lib/percent.ts'
import type { Shape } from '../../schemas/core/operation.ts'
import { type ToInvalidValueText, toIssueText } from './issues.ts'

/** A path, query or header parameter that can parse its text. */
export interface Parameter {
  readonly name: string
  readonly schema: z.ZodType
  /** True for a list of texts. A query repeats its name, or numbers it: `ids.1`, `ids.2`. */
  readonly isList: boolean
  readonly toValue: (text: string) => unknown
}

/** The text of a parameter, or the texts of a list. */
export type ParameterText = string | readonly string[]

export function toParameters(shape: Shape): Parameter[] {
  return Object.entries(shape).map(([name, schema]) => {
    const isList = toKind(schema) === 'array'
    return { name, schema, isList, toValue: toReader(schema) }
  })
}

export type Reading = { readonly value: unknown } | { readonly breach: string }

/** The typed value of a parameter, or the reason why its text is invalid. */
export function readParameter(
  { name, schema, toValue }: Parameter,
  text: ParameterText | undefined,
  toInvalidValueText?: ToInvalidValueText,
): Reading {
  const given = typeof text === 'string' ? toValue(text) : text
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
      // Python SDKs send the text of Python, with a capital letter. It is a leniency.
      return (text) => (/^[Tt]rue$/.test(text) ? true : /^[Ff]alse$/.test(text) ? false : text)
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
 * The raw values of an operation's query parameters. The first value wins if a parameter that is no list is repeated. The
 * value is `undefined` if its percent-encoding is broken.
 */
export function readQuery(query: string, declared: readonly Parameter[]): Map<string, ParameterText | undefined> {
  const values = new Map<string, ParameterText | undefined>()
  if (query === '' || declared.length === 0) return values
  for (const pair of query.split('&')) {
    const cut = pair.indexOf('=')
    const name = decodeFormText(cut === -1 ? pair : pair.slice(0, cut))
    const parameter = name === undefined ? undefined : declared.find((item) => isNameOf(item, name))
    if (!parameter) continue
    const before = values.get(parameter.name)
    if (values.has(parameter.name) && typeof before !== 'object') continue
    const text = cut === -1 ? '' : decodeFormText(pair.slice(cut + 1))
    values.set(parameter.name, parameter.isList && text !== undefined ? [...(before ?? []), text] : text)
  }
  return values
}

/** Whether a name in a query belongs to a parameter. */
export function isNameOf({ name, isList }: Pick<Parameter, 'name' | 'isList'>, sent: string): boolean {
  if (sent === name) return true
  return isList && sent.startsWith(`${name}.`) && /^[1-9]\d*$/.test(sent.slice(name.length + 1))
}

function decodeFormText(text: string): string | undefined {
  return decodePercent(text.replaceAll('+', ' '))
}
