import { toIssueWords } from '../../schemas/core/issue-words.ts'
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
    return `${toFieldText(issue.path) || root}: ${toIssueWords(issue, readAt(input, issue.path))}`
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
