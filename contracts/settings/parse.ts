import { z } from 'zod'
import { suggest } from '../../schemas/core/lib/suggest.ts'
import { WrongUseError } from '../core/exit-codes.ts'
import { type Settings, type SettingsInput, SettingsModel } from './settings.ts'

/** Fills in the defaults. Throws {@link WrongUseError} for an unknown or invalid setting. */
export function toSettings(given: SettingsInput): Settings {
  return parse(SettingsModel, given, 'settings')
}

/** Parses a value. Throws {@link WrongUseError} with one line that names every wrong key; `where` begins the line. */
export function parse<T extends z.ZodType>(model: T, value: unknown, where: string): z.output<T> {
  const result = model.safeParse(value, { error: toRule })
  if (result.success) return result.data
  // The first problem of a key is enough: a value of the wrong type also has the wrong length.
  const issues = [...new Map(result.error.issues.toReversed().map((issue) => [issue.path.join('.'), issue])).values()]
  const problems = issues.reverse().flatMap((issue) => toProblems(model, value, issue))
  const rest = problems.length > 5 ? [`and ${problems.length - 5} more`] : []
  throw new WrongUseError(`${where}: ${[...problems.slice(0, 5), ...rest].join('; ')}`)
}

/** What a value must be, for schemas without a message of their own. */
function toRule(issue: z.core.$ZodRawIssue): string {
  if (issue.code === 'invalid_type') return `must be ${typeWords[issue.expected] ?? issue.expected}`
  if (issue.code === 'invalid_value') return `must be ${issue.values.map((one) => JSON.stringify(one)).join(' or ')}`
  return 'has the wrong form'
}

const typeWords: Readonly<Record<string, string>> = {
  object: 'an object',
  record: 'an object',
  array: 'a list',
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
}

function toProblems(model: z.ZodType, value: unknown, issue: z.core.$ZodIssue): readonly string[] {
  if (issue.code === 'unrecognized_keys') {
    const names = toKeys(model, issue.path)
    return issue.keys.map((key) => {
      const known = names.length > 0 ? `; the keys are ${names.join(', ')}` : ''
      return `unknown key ${JSON.stringify([...issue.path, key].join('.'))}${suggest(key, names) || known}`
    })
  }
  // A union has one branch per form: the form that the value has gives the useful message.
  const [branch = []] = issue.code === 'invalid_union' ? issue.errors.filter((issues) => issues[0]?.path.length) : []
  if (branch.length > 0) {
    return branch.flatMap((inner) => toProblems(model, value, { ...inner, path: [...issue.path, ...inner.path] }))
  }
  const given = issue.path.reduce(
    (parent: unknown, key) => (Object(parent) as Record<PropertyKey, unknown>)[key],
    value,
  )
  const key = issue.path.length > 0 ? issue.path.map(String).join('.') : 'the content'
  return [
    given === undefined ? `${key} is missing; it ${issue.message}` : `${key} ${issue.message}, not ${toText(given)}`,
  ]
}

/** A value as JSON of at most 60 characters. */
function toText(value: unknown): string {
  const text = JSON.stringify(toShallow(value, 60)) ?? String(value)
  return text.length > 60 ? `${text.slice(0, 59)}…` : text
}

/** Without deeper levels, which would exhaust the stack. Each level takes a character of the text. */
function toShallow(value: unknown, levels: number): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (levels === 0) return null
  if (Array.isArray(value)) return value.map((item) => toShallow(item, levels - 1))
  return Object.fromEntries(Object.entries(value).map(([key, field]) => [key, toShallow(field, levels - 1)]))
}

/** The keys of the object at a path of a model. */
function toKeys(model: z.ZodType, path: readonly PropertyKey[]): readonly string[] {
  const inner = unwrap(model)
  if (!(inner instanceof z.ZodObject)) return []
  const [first, ...rest] = path
  const next: z.ZodType | undefined = first === undefined ? undefined : inner.shape[String(first)]
  return next ? toKeys(next, rest) : Object.keys(inner.shape)
}

/** A schema without its wrappers: `default`, `optional`, `readonly` and so on. */
export function unwrap(schema: z.ZodType): z.ZodType {
  const { innerType } = schema.def as { readonly innerType?: z.ZodType } // the wrappers of zod have it
  return innerType ? unwrap(innerType) : schema
}
