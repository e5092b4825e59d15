import { z } from 'zod'

const name = z.string()
const statuses = z.array(z.int()).readonly()

const ValueTestModel = z.discriminatedUnion('is', [
  z.object({ is: z.literal('absent') }),
  z.object({ is: z.literal('present') }).describe('Neither absent nor empty.'),
  z.object({ is: z.literal('equal'), value: z.unknown() }),
  z.object({ is: z.literal('different'), value: z.unknown() }),
  z.object({ is: z.literal('same-time'), value: z.string() }).describe('Another text of the same time is equal.'),
  z.object({ is: z.literal('type'), type: z.enum(['string', 'number', 'int', 'boolean', 'array', 'object']) }),
  z.object({ is: z.literal('one-of'), values: z.array(z.unknown()).readonly() }),
  z.object({ is: z.literal('match'), pattern: z.string().describe('A regular expression of JavaScript.') }),
  z.object({
    is: z.enum(['at-least', 'at-most']),
    of: z.enum(['value', 'length']),
    limit: z.number(),
  }),
])

const PathModel = z
  .array(
    z.union([
      name,
      z.int().describe('Place in a list.'),
      z.object({ every: z.literal(true) }).describe('Every entry of a list.'),
      z.object({ where: name, equals: z.string() }).describe('The entry of a list whose field has this value.'),
    ]),
  )
  .readonly()

/** What a program can test in one response. */
export const AssertionModel = z.discriminatedUnion('about', [
  z.object({ about: z.literal('response') }).describe('There is a complete response.'),
  z.object({ about: z.literal('status'), statuses }),
  z.object({ about: z.literal('status-below'), below: z.int() }),
  z
    .object({
      about: z.literal('error'),
      errors: z.array(z.object({ status: z.int(), code: z.string() })).readonly(),
      fields: z.array(name).readonly().describe('The fields that may contain the code.'),
      others: statuses.describe('Statuses that pass with any body.'),
    })
    .describe('One of the errors.'),
  z.object({ about: z.literal('header'), name, test: ValueTestModel }),
  z.object({ about: z.literal('body'), is: z.enum(['empty', 'json']) }),
  z.object({
    about: z.literal('field'),
    path: PathModel,
    test: ValueTestModel,
    optional: z.literal(true).optional().describe('An absent first field passes.'),
  }),
])

export type Assertion = z.infer<typeof AssertionModel>
export type ValueTest = z.infer<typeof ValueTestModel>
export type AssertionPath = z.infer<typeof PathModel>

/** A test of a value in the body. */
export function isField(path: AssertionPath, test: ValueTest): Assertion {
  return { about: 'field', path, test }
}

export function isHeader(name: string, test: ValueTest): Assertion {
  return { about: 'header', name, test }
}

export const isNoServerError: Assertion = { about: 'status-below', below: 500 }

/** The test that an issue of zod stands for. Undefined if a program cannot test it without the schema. */
export function toValueTest(issue: z.core.$ZodIssue): ValueTest | undefined {
  switch (issue.code) {
    case 'invalid_type': {
      const type = issue.expected === 'record' ? 'object' : issue.expected
      const test = ValueTestModel.safeParse({ is: 'type', type })
      return test.success ? test.data : undefined
    }
    case 'invalid_value':
      return { is: 'one-of', values: issue.values }
    case 'invalid_format':
      return issue.pattern === undefined
        ? undefined
        : { is: 'match', pattern: issue.pattern.replace(/^\/|\/[a-z]*$/g, '') }
    case 'too_small':
    case 'too_big': {
      const limit = Number(issue.code === 'too_small' ? issue.minimum : issue.maximum)
      if (issue.inclusive === false) return undefined
      const of = ['number', 'int'].includes(issue.origin) ? 'value' : 'length'
      return { is: issue.code === 'too_small' ? 'at-least' : 'at-most', of, limit }
    }
    default:
      return undefined
  }
}
