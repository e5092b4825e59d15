import { toCount } from '../../schemas/core/lib/count.ts'
import type { z } from 'zod'

/** The message of the vendor for a value that is not in the list of valid values. */
export type ToInvalidValueText = (field: string, allowed: readonly string[], actual: string) => string

/** One line that names each invalid field: `memorySize: must be at most 3072`. */
export function toIssueText(
  issues: readonly z.core.$ZodIssue[],
  input: unknown,
  root: string,
  toInvalidValueText?: ToInvalidValueText,
): string {
  const lines = issues.slice(0, mostIssues).map((issue) => {
    if (toInvalidValueText && issue.code === 'invalid_value') {
      const value = readAt(input, issue.path)
      const field = issue.path.findLast((part) => typeof part !== 'number') ?? root // an item has the name of its list
      if (value !== undefined) return toInvalidValueText(String(field), issue.values.map(String), toPlainText(value))
    }
    return `${toFieldText(issue.path) || root}: ${toWords(issue, input)}`
  })
  return lines.join('; ')
}

/** Longer lists would not be read, and one wrong type can cause dozens of issues. */
const mostIssues = 3

/** `mountPoints[0].serverAddr`. Empty for the whole value. */
export function toFieldText(path: readonly PropertyKey[]): string {
  let text = ''
  for (const [at, part] of path.entries()) {
    text += typeof part === 'number' ? `[${part}]` : `${at === 0 ? '' : '.'}${String(part)}`
  }
  return text
}

/** The name of a field without list indexes, as dialects use it: `mount_config.func_mounts.mount_type`. */
export function toFieldName(path: readonly PropertyKey[]): string {
  return path.filter((part) => typeof part !== 'number').join('.')
}

function toWords(issue: z.core.$ZodIssue, input: unknown): string {
  // Zod reports an absent value as a wrong type. The message should say which it is.
  if (readAt(input, issue.path) === undefined) return 'must be present'
  switch (issue.code) {
    case 'invalid_type':
      return `must be ${typeWords[issue.expected] ?? issue.expected}`
    case 'invalid_value':
      return `must be ${issue.values.length === 1 ? '' : 'one of '}${issue.values.map(String).join(', ')}`
    case 'not_multiple_of':
      return `must be a multiple of ${issue.divisor}`
    case 'too_small':
      return toLimit(issue.origin, issue.inclusive === false ? 'more than' : 'at least', issue.minimum)
    case 'too_big':
      return toLimit(issue.origin, issue.inclusive === false ? 'less than' : 'at most', issue.maximum)
    case 'invalid_format':
      if (issue.format !== 'regex') return `must have the format ${issue.format}`
      // A schema can have a message of its own. The default message of zod starts with this word.
      return issue.message.startsWith('Invalid') ? `must match ${issue.pattern}` : issue.message
    case 'unrecognized_keys':
      return `must not have ${issue.keys.join(', ')}`
    case 'invalid_union':
      return 'must have one of the documented forms'
    default:
      return issue.message
  }
}

const typeWords: Readonly<Record<string, string>> = {
  string: 'a string',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
}

function toLimit(origin: string, comparison: string, limit: number | bigint): string {
  if (origin === 'string' && comparison === 'at least' && limit === 1) return 'must not be empty'
  if (origin === 'string') return `must have ${comparison} ${toCount(limit, 'character')}`
  if (origin === 'array') return `must have ${comparison} ${toCount(limit, 'item')}`
  return `must be ${comparison} ${limit}`
}

function readAt(input: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((at, part) => {
    // The input comes from JSON, so every object is a plain object.
    return typeof at === 'object' && at !== null ? (at as Record<PropertyKey, unknown>)[part] : undefined
  }, input)
}

/** Objects may have fields with the names of the methods that String calls. */
function toPlainText(value: unknown): string {
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}
