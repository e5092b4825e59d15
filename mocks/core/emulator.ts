import { ControlError } from './control/control-error.ts'
import type { Controls } from './control/controls.ts'
import { answerControl, isControlPath, toJson } from './control.ts'
import { noteAnswer, toCoverage } from './coverage.ts'
import { type Captured, decode } from './decode.ts'
import type { EmulatorOptions } from './emulator-options.ts'
import { checkReply, encodeFault, encodeReply } from './encode.ts'
import { type Endpoint, toEndpoint } from './endpoint.ts'
import { Fault } from './fault.ts'
import type { AnyReply, ApiMock } from './handler.ts'
import { createRouter, type Route } from './router.ts'
import { isUnder, toServedPaths } from './served-paths.ts'
import { createStore, type Snapshot } from './store.ts'
import type { WireRequest, WireResult } from './wire.ts'

export type { EmulatorOptions } from './emulator-options.ts'

/** The emulator of some APIs. Namespaces are apart from each other; without one, `default` is meant. */
export interface Emulator extends Controls {
  readonly handle: (request: WireRequest) => WireResult | Promise<WireResult>
  readonly mocks: readonly ApiMock[]
  readonly maxBodyBytes: number
}

/**
 * Both vendors take 50 MB of code, which is 67 MB in base64. This leaves room for a package beyond that limit,
 * so that the vendor's own error is the answer.
 */
const defaultMaxBodyBytes = 80 * 1024 * 1024

/** Names the namespace of a request, for tests that run side by side: `X-Mock-Namespace`. */
const namespaceHeader = 'x-mock-namespace'

/** Compiles the routes and validators of all APIs once; `handle` answers without I/O and without global state. */
export function createEmulator(options: EmulatorOptions): Emulator {
  const { mocks, clock, ids, maxBodyBytes = defaultMaxBodyBytes, checkReplies = true } = options
  const store = createStore(options.behaviour)
  for (const { state } of mocks) state.create(options.behaviour) // what is wrong with it shows now, not in an answer
  const endpoints = mocks.flatMap((mock) =>
    Object.entries(mock.api.operations).map(([key, operation]) => toEndpoint(mock, key, operation)),
  )
  const match = createRouter(endpoints.flatMap(toRoutes))
  const served = mocks.flatMap((mock) => toServedPaths(mock.api).map((path) => ({ path, mock })))
  const reset = ({ namespace = 'default' }: { namespace?: string | undefined } = {}) => store.reset(namespace)
  const coverage = () => toCoverage(endpoints)
  const controlled = { apis: mocks.map(({ api }) => api.id), coverage, reset, token: options.controlToken }

  function handle(request: WireRequest): WireResult {
    const namespace = request.headers[namespaceHeader] ?? 'default'
    if (isControlPath(request.path)) return answerControl(controlled, request, namespace)
    const found = match(request.method, request.path)
    if (found.kind === 'found') return answer(found.target, request, found, namespace)
    const owner = served.find(({ path }) => isUnder(request.path, path))
    if (!owner) return refuseUnserved(request.path)
    const { api, state, answerAddress } = owner.mock
    const find = (of: string) => store.snapshot(of).get(state) as never // the mock's own model made it
    const addressed = answerAddress?.(request, { find, clock })
    if (addressed) return addressed
    const { codes } = api.dialect
    const fault =
      found.kind === 'unknown'
        ? new Fault(codes.unknownPath, { rule: 'no operation has this path' })
        : new Fault(codes.unsupportedMethod, { rule: `this path takes ${found.allowed.join(', ')}` })
    return encodeFault(api, fault, ids.uuid(), undefined)
  }

  function answer(endpoint: Endpoint, request: WireRequest, captured: Captured, namespace: string): WireResult {
    const { api } = endpoint.mock
    const requestId = ids.uuid()
    const cell = store.cell(namespace, endpoint.mock.state)
    const before = cell.current
    try {
      const values = decode(endpoint, request, captured, maxBodyBytes)
      const reply = endpoint.handler
        ? endpoint.handler({ ...values, ...given(request, namespace), state: cell } as never) // apiMock checked the types
        : (endpoint.example as AnyReply) // toEndpoint gives every endpoint one of the two
      if (checkReplies) checkReply(endpoint, reply)
      const result = encodeReply(endpoint, reply, requestId)
      noteAnswer(endpoint, result.status, undefined)
      return result
    } catch (thrown) {
      cell.current = before
      const fault = thrown instanceof Fault ? thrown : toInternal(thrown, endpoint)
      const result = encodeFault(api, fault, requestId, endpoint.citation)
      noteAnswer(endpoint, result.status, fault.code)
      return result
    }
  }

  function given(request: WireRequest, namespace: string) {
    return { clock, ids, fault: toFault, origin: request.origin ?? `http://${request.host}`, namespace }
  }

  function toInternal(defect: unknown, { mock, operation }: Endpoint): Fault {
    if (!options.onDefect) throw defect
    options.onDefect(defect, `${mock.api.id} ${operation.id}`)
    return new Fault(mock.api.dialect.codes.internal, { rule: 'a defect of the mock' })
  }

  function refuseUnserved(path: string): WireResult {
    const error = `nothing is served at ${path}`
    return toJson(404, { error, basePaths: served.map(({ path, mock }) => ({ path, api: mock.api.id })) })
  }

  const kept = new Map<string, { readonly namespace: string; readonly snapshot: Snapshot }>()
  const missing = () => {
    throw new ControlError('not there yet')
  }
  return {
    handle,
    mocks,
    maxBodyBytes,
    health: () => ({ status: 'ok', apis: controlled.apis }),
    ready: missing,
    reset,
    resetAll: missing,
    seed: missing,
    snapshot: ({ namespace = 'default' } = {}) => {
      const id = `snapshot-${kept.size + 1}`
      kept.set(id, { namespace, snapshot: store.snapshot(namespace) })
      return id
    },
    snapshots: () => [...kept].map(([id, { namespace }]) => ({ id, namespace })),
    restore: (id, into) => {
      const found = kept.get(id)
      if (!found) throw new ControlError(`there is no snapshot ${id}`)
      store.restore(into?.namespace ?? found.namespace, found.snapshot)
    },
    dropSnapshots: () => kept.clear(),
    fork: (to, from = 'default') => store.restore(to, store.snapshot(from)),
    journal: () => [],
    clearJournal: () => {},
    coverage,
    clearCoverage: missing,
    clock: { read: missing, set: missing, advance: missing, release: missing },
    faults: { list: () => [], add: missing, clear: () => {} },
    exportState: () => JSON.stringify([...store.snapshot('default')]),
    importState: missing,
    revision: () => 0,
  }
}

/** An operation's routes: its plain path, and the qualified one where it has one. */
function toRoutes(endpoint: Endpoint): Route<Endpoint>[] {
  const { mock, operation } = endpoint
  const paths = operation.qualifiedPath === undefined ? [operation.path] : [operation.path, operation.qualifiedPath]
  return paths.map((path) => ({
    method: operation.method.toUpperCase(),
    template: mock.api.dialect.basePath + path,
    target: endpoint,
  }))
}

/** What handlers make their faults with; their types say which codes they may use. */
function toFault(code: string, message?: string): Fault {
  return new Fault(code, message === undefined ? {} : { message })
}
