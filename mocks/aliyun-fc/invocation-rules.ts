import { z } from 'zod'

/** The values that a rule can match. */
export interface Invocation {
  readonly service: string
  readonly function: string
  readonly handler: string
  readonly runtime: string
  /** A version id, or LATEST. */
  readonly version: string
}

/** An exact text, or a prefix. */
const TextMatch = z.union([z.string(), z.strictObject({ prefix: z.string() })])

/**
 * The response to an invocation, because no code is run. `echo` returns the event, `counter` returns the number of the
 * invocation of its function, starting with 1. A failing function returns `{"errorMessage": message}`.
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

/** The longest timeout of a function, from the response table of source 003. */
const longestRunMs = 600_000

/** One rule. Absent conditions always match. Unknown keys are rejected. */
export const InvocationRule = z.strictObject({
  service: TextMatch.optional(),
  function: TextMatch.optional(),
  handler: TextMatch.optional(),
  runtime: TextMatch.optional(),
  version: TextMatch.optional(),
  response: InvocationResponse,
  /** The duration of the invocation. If it exceeds the timeout of the function, the result is an unhandled error. */
  delayMs: z.int().min(0).max(longestRunMs).optional(),
  /** The log of the invocation. */
  log: z.string().optional(),
})
export type InvocationRule = z.input<typeof InvocationRule>

const FcBehaviour = z.strictObject({ invocations: z.array(InvocationRule).optional() })

/** Undocumented behaviour of Function Compute: the value of `aliyun-fc` in the `behaviour` option of the emulator. */
export type FcBehaviour = { readonly invocations?: readonly InvocationRule[] | undefined }

/** Validates the invocation rules. Throws a `TypeError` that describes an invalid rule. */
export function toInvocationRules(behaviour: unknown): readonly InvocationRule[] {
  const { data, error } = FcBehaviour.safeParse(behaviour ?? {})
  if (error) throw new TypeError(`behaviour of aliyun-fc: ${z.prettifyError(error)}`)
  return data.invocations ?? []
}

/** The first rule that matches. Without a match, the event is returned. */
export function findRule(rules: readonly InvocationRule[], invocation: Invocation): InvocationRule {
  return rules.find((rule) => conditions.every((name) => fits(rule[name], invocation[name]))) ?? echo
}

const conditions = ['service', 'function', 'handler', 'runtime', 'version'] as const

function fits(match: z.input<typeof TextMatch> | undefined, text: string): boolean {
  if (match === undefined) return true
  return typeof match === 'string' ? match === text : text.startsWith(match.prefix)
}

const echo: InvocationRule = { response: { kind: 'echo' } }
