import type { z } from 'zod'
import { toCount } from './lib/count.ts'

/** The rule that a value breaks, without the value: `must be at most 3072`. */
export function toIssueWords(issue: z.core.$ZodIssue, value: unknown): string {
  // Zod reports an absent value as a wrong type. The message should say which it is.
  if (value === undefined) return 'must be present'
  switch (issue.code) {
    case 'invalid_type':
      if (issue.expected === 'never') return issue.message
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
