import { z } from 'zod'
import type { LocalFunction } from './local-function.ts'

/** The values that a rule can match. */
export interface Invocation {
  readonly service: string
  readonly function: string
  readonly handler: string
  readonly runtime: string
  /** Empty if the function has none. */
  readonly initializer: string
  /** A version id, or LATEST. */
  readonly version: string
}

/** An exact text, or a prefix. */
const TextMatch = z.union([z.string(), z.strictObject({ prefix: z.string() })])

/** A media type, as in the header Content-Type. */
const contentType = z
  .string()
  .max(200)
  .regex(/^[\x21-\x7e][\x20-\x7e]*$/, { error: 'must be a media type' })
  .optional()

/** A failing function returns `{"errorMessage": message}`, or a text of any form. */
const failure = <const Kind extends string>(kind: Kind) =>
  z
    .strictObject({
      kind: z.literal(kind),
      message: z.string().optional(),
      text: z.string().optional(),
      contentType,
    })
    .refine(({ message, text }) => (message === undefined) !== (text === undefined), {
      error: 'must have either message or text',
    })

/**
 * The response to an invocation, because no code of a function is run. `echo` returns the event, `counter` returns the number of the
 * invocation of its function, starting with `start`.
 */
const InvocationResponse = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('echo'), contentType }),
  z.strictObject({ kind: z.literal('text'), text: z.string(), contentType }),
  z.strictObject({ kind: z.literal('json'), value: z.json(), contentType }),
  z.strictObject({ kind: z.literal('bytes'), base64: z.base64(), contentType }),
  z.strictObject({ kind: z.literal('counter'), start: z.int().optional(), contentType }),
  failure('handledError'),
  failure('unhandledError'),
])

/** The longest timeout of a function, from the response table of source 003. */
const longestRunMs = 600_000

export const HttpResponse = z.strictObject({
  status: z.int().min(200).max(599).optional(),
  headers: z.record(z.string().regex(/^[\w-]+$/), z.string().regex(/^[\x20-\x7e]*$/)).optional(),
})

/** One rule of a seed. Absent conditions always match. Unknown keys are rejected. */
export const InvocationRule = z.strictObject({
  answer: z.never({ error: 'a function is possible only in the option behaviour' }).optional(),
  service: TextMatch.optional(),
  function: TextMatch.optional(),
  handler: TextMatch.optional(),
  runtime: TextMatch.optional(),
  /** The initializer of the function. It is empty if the function has none. */
  initializer: TextMatch.optional(),
  version: TextMatch.optional(),
  response: InvocationResponse,
  /** Status and headers of the response to a request through an HTTP trigger. */
  http: HttpResponse.optional(),
  /** The duration of the invocation. If it exceeds the timeout of the function, the result is an unhandled error. */
  delayMs: z.int().min(0).max(longestRunMs).optional(),
  /** The log of the invocation. */
  log: z.string().optional(),
})
export type InvocationRule = z.input<typeof InvocationRule>

/** A rule that runs a function of this process. */
export type LocalRule = Omit<InvocationRule, 'answer' | 'response'> & {
  readonly answer: LocalFunction
  readonly response?: undefined
}

/** A rule of a seed or of the option `behaviour`. */
export type AnyRule = InvocationRule | LocalRule

const BehaviourRule = z
  .strictObject({
    ...InvocationRule.shape,
    response: InvocationResponse.optional(),
    answer: z.custom<LocalFunction>((value) => typeof value === 'function', 'must be a function').optional(),
  })
  .refine(({ answer: local, response }) => (local === undefined) !== (response === undefined), {
    error: 'must have either "response" or "answer"',
    path: ['response'],
  })

const FcBehaviour = z.strictObject({ invocations: z.array(BehaviourRule).optional() })

/** Undocumented behaviour of Function Compute: the value of `aliyun-fc` in the `behaviour` option of the emulator. */
export type FcBehaviour = { readonly invocations?: readonly AnyRule[] | undefined }

/** Validates the invocation rules of the option `behaviour`. Throws a `TypeError` that describes an invalid rule. */
export function toInvocationRules(behaviour: unknown = {}): readonly AnyRule[] {
  const { data, error } = FcBehaviour.safeParse(behaviour)
  if (error) throw new TypeError(`behaviour of aliyun-fc: ${z.prettifyError(error)}`)
  return (data.invocations ?? []) as readonly AnyRule[] // a rule has one of the two
}

/** The first rule that matches. Without a match, the event is returned. */
export function findRule(rules: Iterable<AnyRule>, invocation: Invocation): AnyRule {
  for (const rule of rules) if (conditions.every((name) => fits(rule[name], invocation[name]))) return rule
  return echo
}

const conditions = ['service', 'function', 'handler', 'runtime', 'initializer', 'version'] as const

function fits(match: z.input<typeof TextMatch> | undefined, text: string): boolean {
  if (match === undefined) return true
  return typeof match === 'string' ? match === text : text.startsWith(match.prefix)
}

const echo: InvocationRule = { response: { kind: 'echo' } }
