import { decodePercent } from '../../schemas/core/lib/percent.ts'
import type { z } from 'zod'
import type { Shape } from '../../schemas/core/operation.ts'
import { toIssueText } from './issues.ts'

/** A parameter of a path, query or header group, ready to read its text. */
export interface Parameter {
  readonly name: string
  readonly schema: z.ZodType
  readonly toValue: (text: string) => unknown
}

export function toParameters(shape: Shape): Parameter[] {
  return Object.entries(shape).map(([name, schema]) => ({ name, schema, toValue: toReader(schema) }))
}

export type Reading = { readonly value: unknown } | { readonly breach: string }

/** The typed value of a parameter's text, or what is wrong with it. */
export function readParameter({ name, schema, toValue }: Parameter, text: string | undefined): Reading {
  const given = text === undefined ? undefined : toValue(text)
  const result = schema.safeParse(given)
  return result.success ? { value: result.data } : { breach: toIssueText(result.error.issues, given, name) }
}

/** Text that is not exactly a number or a boolean stays text, and the schema says what it should have been. */
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

/** The kind of value under the wrappers for optional and default. */
function toKind(schema: z.ZodType): string {
  // Every schema of zod 4 has these; its types show them only per class.
  const { type, innerType, values } = schema.def as { type: string; innerType?: z.ZodType; values?: readonly unknown[] }
  if (innerType) return toKind(innerType)
  return type === 'literal' && values?.every((value) => typeof value === 'number') ? 'number' : type
}

/**
 * The raw values of the query's parameters that an operation declares; the first wins where one is repeated.
 * A value whose percent-encoding is broken comes back as `undefined` under its name.
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
