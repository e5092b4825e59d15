import { z } from 'zod'
import { WrongUseError } from '../core/exit-codes.ts'
import { type Settings, type SettingsInput, SettingsModel } from './settings.ts'
import { suggest } from './suggest.ts'

/** Fills in the defaults. Throws {@link WrongUseError} for an unknown or invalid setting. */
export function toSettings(given: SettingsInput): Settings {
  return parse(SettingsModel, given, 'settings')
}

/** Parses a value. Throws {@link WrongUseError} with one line that names every wrong key; `where` begins the line. */
export function parse<T extends z.ZodType>(model: T, value: unknown, where: string): z.output<T> {
  const result = model.safeParse(value)
  if (result.success) return result.data
  const problems = result.error.issues.flatMap((issue) => toProblems(model, issue))
  throw new WrongUseError(`${where}: ${problems.join('; ')}`)
}

function toProblems(model: z.ZodType, issue: z.core.$ZodIssue): readonly string[] {
  if (issue.code === 'unrecognized_keys') {
    const names = toKeys(model, issue.path)
    return issue.keys.map(
      (key) => `unknown key ${JSON.stringify([...issue.path, key].join('.'))}${suggest(key, names)}`,
    )
  }
  // A union has one branch per form: the form that the value has gives the useful message.
  const [branch = []] = issue.code === 'invalid_union' ? issue.errors.filter((issues) => issues[0]?.path.length) : []
  if (branch.length > 0) {
    return branch.flatMap((inner) => toProblems(model, { ...inner, path: [...issue.path, ...inner.path] }))
  }
  return [issue.path.length > 0 ? `${issue.path.map(String).join('.')} ${issue.message}` : issue.message]
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
