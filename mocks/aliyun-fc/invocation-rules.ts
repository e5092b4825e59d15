import { z } from 'zod'

/** What a rule looks at: which function is invoked, and in which version. */
export interface Invocation {
  readonly service: string
  readonly function: string
  readonly handler: string
  readonly runtime: string
  /** A version id, or LATEST. */
  readonly version: string
}

/** An exact text, or what it begins with. */
const TextMatch = z.union([z.string(), z.strictObject({ prefix: z.string() })])

/**
 * What an invocation returns, since no code is run. `echo` gives the event back, `counter` the number of the
 * invocation of its function, from 1; a failing function returns `{"errorMessage": message}`.
 */
const InvocationResponse = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('echo') }),
  z.strictObject({ kind: z.literal('text'), text: z.string() }),
  z.strictObject({ kind: z.literal('json'), value: z.json() }),
  z.strictObject({ kind: z.literal('bytes'), base64: z.base64() }),
  z.strictObject({ kind: z.literal('counter') }),
  z.strictObject({ kind: z.literal('handledError'), message: z.string() }),
  z.strictObject({ kind: z.literal('unhandledError'), message: z.string() }),
])

/** The longest time that a function may run at all, by the response table of page 003. */
const longestRunMs = 600_000

/** One rule. Conditions that are absent hold always; a key that is misspelled is refused. */
export const InvocationRule = z.strictObject({
  service: TextMatch.optional(),
  function: TextMatch.optional(),
  handler: TextMatch.optional(),
  runtime: TextMatch.optional(),
  version: TextMatch.optional(),
  response: InvocationResponse,
  /** How long the function runs. Beyond its timeout it is ended, which is an unhandled error. */
  delayMs: z.int().min(0).max(longestRunMs).optional(),
  /** What the function writes to its log. */
  log: z.string().optional(),
})
export type InvocationRule = z.input<typeof InvocationRule>

const FcBehaviour = z.strictObject({ invocations: z.array(InvocationRule).optional() })

/** How Function Compute shall behave beyond the pages: the value of `aliyun-fc` in the emulator's `behaviour`. */
export type FcBehaviour = { readonly invocations?: readonly InvocationRule[] | undefined }

/** The rules of a user's data. Throws a `TypeError` that names what is wrong. */
export function toInvocationRules(behaviour: unknown): readonly InvocationRule[] {
  const { data, error } = FcBehaviour.safeParse(behaviour ?? {})
  if (error) throw new TypeError(`behaviour of aliyun-fc: ${z.prettifyError(error)}`)
  return data.invocations ?? []
}

/** The first rule that fits; an invocation that none fits is returned by echo. */
export function findRule(rules: readonly InvocationRule[], invocation: Invocation): InvocationRule {
  return rules.find((rule) => conditions.every((name) => fits(rule[name], invocation[name]))) ?? echo
}

const conditions = ['service', 'function', 'handler', 'runtime', 'version'] as const

function fits(match: z.input<typeof TextMatch> | undefined, text: string): boolean {
  if (match === undefined) return true
  return typeof match === 'string' ? match === text : text.startsWith(match.prefix)
}

const echo: InvocationRule = { response: { kind: 'echo' } }
