import { z } from 'zod'
import type { FaultOptions } from '../injected-faults/fault-options.ts'
import { toIssueText } from '../issues.ts'
import { readNamespaceName } from '../namespace-name.ts'
import type { Names } from '../names.ts'
import { filterNames, type RequestLogEntry, type RequestLogFilter } from '../request-log/entry.ts'
import type { WireRequest } from '../wire.ts'
import { ControlError } from './control-error.ts'
import type { Controls } from './controls.ts'
import type { Scope } from './scope.ts'

export type CommandMethod = 'GET' | 'POST' | 'DELETE'

/** An operation of the control API. */
export interface Command {
  /** Needs no token. */
  readonly isOpen?: boolean
  /** Takes its body as text. */
  readonly takesText?: boolean
  /** Returns the JSON value of the response, its JSON text, or a promise of the value. */
  readonly run: (controls: Controls, input: CommandInput) => unknown
}

/** The parts of a control request. */
export interface CommandInput {
  readonly body: unknown
  readonly query: URLSearchParams
  readonly request: WireRequest
}

export type Commands = Readonly<Partial<Record<CommandMethod, Command>>>

/** All commands, by their path below the path of the control API and by method. */
export const commands: ReadonlyMap<string, Commands> = new Map<string, Commands>([
  ['/health', { GET: { isOpen: true, run: (controls) => controls.health() } }],
  ['/ready', { GET: { isOpen: true, run: (controls) => controls.ready() } }],
  ['/reset', { POST: { run: reset } }],
  ['/seed', { POST: { run: seed } }],
  [
    '/snapshot',
    {
      GET: { run: (controls) => ({ snapshots: controls.snapshots() }) },
      POST: { run: snapshot },
      DELETE: {
        run(controls, { query }) {
          controls.dropSnapshots(query.get('id') ?? undefined)
          return { status: 'dropped' }
        },
      },
    },
  ],
  ['/restore', { POST: { run: restore } }],
  ['/fork', { POST: { run: fork } }],
  [
    '/request-log',
    {
      GET: { run: (controls, input) => ({ entries: controls.requestLog(readFilter(input.query)) }) },
      DELETE: {
        run(controls) {
          controls.clearRequestLog()
          return { status: 'cleared' }
        },
      },
    },
  ],
  ['/requests/verify', { POST: { run: verifyRequests } }],
  [
    '/outbox',
    {
      GET: { run: (controls, input) => ({ entries: controls.outbox(readScope(input)) }) },
      DELETE: {
        run(controls, input) {
          controls.clearOutbox(readScope(input))
          return { status: 'cleared' }
        },
      },
    },
  ],
  ['/namespaces', { GET: { run: (controls) => ({ namespaces: controls.namespaces() }) } }],
  ['/resources', { GET: { run: (controls, input) => ({ accounts: controls.resources(readScope(input)) }) } }],
  [
    '/coverage',
    {
      GET: { run: (controls) => ({ apis: controls.coverage() }) },
      DELETE: {
        run(controls) {
          controls.clearCoverage()
          return { status: 'cleared' }
        },
      },
    },
  ],
  [
    '/clock',
    {
      GET: { run: (controls, input) => controls.clock.read(readScope(input)) },
      POST: { run: setClock },
      DELETE: { run: (controls, input) => controls.clock.release(readScope(input)) },
    },
  ],
  [
    '/faults',
    {
      GET: { run: (controls) => ({ faults: controls.faults.list() }) },
      // `add` validates the options.
      POST: { run: (controls, { body }) => controls.faults.add(body as FaultOptions) },
      DELETE: {
        run(controls, { query }) {
          controls.faults.clear(query.get('id') ?? undefined)
          return { status: 'cleared' }
        },
      },
    },
  ],
  [
    '/state',
    {
      GET: { run: (controls) => controls.exportState() },
      POST: {
        takesText: true,
        run(controls, { body }) {
          controls.importState(String(body ?? ''))
          return { status: 'imported' }
        },
      },
    },
  ],
])

function reset(controls: Controls, input: CommandInput): unknown {
  const body = readBody(input, { ...scopeShape, all: z.boolean().optional() })
  if (body.all) {
    controls.resetAll()
    return { status: 'reset', all: true }
  }
  const scope = readScope(input)
  controls.reset(scope)
  return { status: 'reset', ...scope }
}

function seed(controls: Controls, input: CommandInput): unknown {
  const scope = readScope({ ...input, body: undefined }) // the body is the seed
  controls.seed(input.body as Names['seed'], scope) // `seed` validates the seed
  return { status: 'seeded', ...scope }
}

function snapshot(controls: Controls, input: CommandInput): unknown {
  readBody(input, { namespace: scopeShape.namespace })
  const { namespace } = readScope(input)
  return { snapshot: controls.snapshot({ namespace }), namespace }
}

/** Restores into the namespace of the snapshot, or into the namespace in the body. The header is ignored. */
function restore(controls: Controls, input: CommandInput): unknown {
  const body = readBody(input, { snapshot: z.string(), namespace: scopeShape.namespace })
  controls.restore(body.snapshot, { namespace: body.namespace })
  return { status: 'restored', ...body }
}

function fork(controls: Controls, input: CommandInput): unknown {
  const { from = readNamespaceName(input.request), to } = readBody(input, {
    from: z.string().optional(),
    to: z.string(),
  })
  controls.fork(to, from)
  return { status: 'forked', from, to }
}

/** Waits for the requests if the body has `timeoutMs`. */
function verifyRequests(controls: Controls, input: CommandInput): unknown {
  const { request, timeoutMs, ...count } = readBody(input, {
    request: patternModel,
    times: z.number().optional(),
    atLeast: z.number().optional(),
    atMost: z.number().optional(),
    timeoutMs: z.number().max(longestWaitMs).optional(),
  })
  const toResult = (entries: readonly RequestLogEntry[]) => ({
    status: 'verified',
    matched: entries.map(({ id }) => id),
  })
  if (timeoutMs === undefined) return toResult(controls.requests.expect(request, count))
  return controls.requests.waitFor(request, { ...count, timeoutMs }).then(toResult)
}

const longestWaitMs = 60_000
const texts = z.record(z.string(), z.string())
const patternModel = z.strictObject({
  ...Object.fromEntries(
    (['api', 'operation', 'purpose', 'namespace', 'method', 'path', 'code'] as const).map((name) => [
      name,
      z.string().optional(),
    ]),
  ),
  query: texts.optional(),
  headers: texts.optional(),
  body: z.unknown().optional(),
  status: z.number().optional(),
})

function setClock(controls: Controls, input: CommandInput): unknown {
  const { set, advance } = readBody(input, {
    namespace: scopeShape.namespace,
    set: z.union([z.number(), z.string()]).optional(),
    advance: z.number().optional(),
  })
  const scope = readScope(input)
  if (set !== undefined && advance === undefined) return controls.clock.set(set, scope)
  if (advance !== undefined && set === undefined) return controls.clock.advance(advance, scope)
  throw new ControlError('the clock needs either set (a date) or advance (milliseconds)')
}

const scopeShape = { namespace: z.string().optional(), account: z.string().optional() }

/** The namespace and account in the body, in the query or in the header, in this order. */
function readScope({ body, query, request }: CommandInput): Scope & { readonly namespace: string } {
  const { namespace, account } = z.object(scopeShape).safeParse(body ?? {}).data ?? {}
  const chosen = account ?? query.get('account') ?? undefined
  return {
    namespace: namespace ?? query.get('namespace') ?? readNamespaceName(request),
    ...(chosen !== undefined && { account: chosen }),
  }
}

function readBody<S extends z.ZodRawShape>({ body = {} }: CommandInput, shape: S): z.output<z.ZodObject<S>> {
  const result = z.strictObject(shape).safeParse(body)
  if (result.error) throw new ControlError(toIssueText(result.error.issues, body, 'body'))
  return result.data
}

function readFilter(query: URLSearchParams): RequestLogFilter {
  const unknown = [...query.keys()].find((name) => !Object.hasOwn(filterNames, name))
  if (unknown !== undefined)
    throw new ControlError(`${unknown}: the request log can be filtered by ${Object.keys(filterNames).join(', ')}`)
  const texts = Object.fromEntries(query)
  const since = texts.since
  return {
    ...texts,
    status: readNumber(texts.status, 'status'),
    limit: readNumber(texts.limit, 'limit'),
    since: since !== undefined && /^\d+$/.test(since) ? Number(since) : since,
  }
}

function readNumber(text: string | undefined, name: string): number | undefined {
  if (text === undefined) return undefined
  if (!/^\d+$/.test(text)) throw new ControlError(`${name}: must be a whole number`)
  return Number(text)
}
