import type { Context } from '../core/handler.ts'
import { put } from '../core/sorted-map.ts'
import type { Cell } from '../core/store.ts'
import type { Operation } from '../../schemas/core/operation.ts'
import { regionId, toAccountId } from './account.ts'
import { invoke, type Outcome } from './invocation.ts'
import { type AnyRule, findRule } from './invocation-rules.ts'
import type { Content } from './content.ts'
import { type FunctionContext, type HttpRequest, logLevels } from './local-function.ts'
import type { InvokedFunction } from './on-demand.ts'
import { type FcState, putService } from './state.ts'
import type { ServiceContent, StoredFunction } from './stored.ts'

/** The part of a handler's context that an invocation needs. */
export type RunWork = Pick<Context<Operation, FcState>, 'state' | 'clock' | 'behaviour' | 'namespace' | 'requestId'>

/** An invocation through an HTTP trigger. */
export interface HttpInvocation {
  readonly request: HttpRequest
  /** Converts the result of a local function. */
  readonly toContent: (value: unknown) => Content
}

/** One invocation of a function. */
export interface Run {
  readonly service: ServiceContent
  readonly stored: StoredFunction
  readonly names: InvokedFunction
  /** The version that runs: a version id, or LATEST. */
  readonly versionId: string
  readonly event: Uint8Array
  readonly http: HttpInvocation | undefined
}

/** Finds the rule of an invocation. `run` applies the rule to the event. Only local functions are run, no other code. */
export function prepareRun(
  work: RunWork,
  run: Run,
): { readonly isLocal: boolean; readonly run: () => Outcome | Promise<Outcome> } {
  const { names, stored, versionId, event } = run
  const { handler, runtime, initializer = '', timeout } = stored.settings
  const { serviceName: service, functionName } = names
  // The state model validated the rules of the option.
  const rules = [...work.state.current.invocationRules, ...(work.behaviour as readonly AnyRule[])]
  const rule = findRule(rules, { service, function: functionName, handler, runtime, initializer, version: versionId })
  const circumstances = {
    timeoutSeconds: timeout,
    count: () => countInvocation(work.state, service, stored.functionId),
    toContext: (lines: string[]) => toContext(work, run, lines),
    toContent: run.http?.toContent,
  }
  return { isLocal: rule.response === undefined, run: () => invoke(rule, event, circumstances) }
}

/** Counts one invocation of a function in any version. Returns the count. */
function countInvocation(state: Cell<FcState>, serviceName: string, functionId: string): number {
  const service = state.current.services.get(serviceName)
  if (!service) return 0 // the service exists, because the function was just found in it
  const count = (service.counts.get(functionId) ?? 0) + 1
  putService(state, { ...service, counts: put(service.counts, functionId, count) })
  return count
}

function toContext(
  { clock, namespace, requestId }: RunWork,
  { service, stored, names, versionId, http }: Run,
  lines: string[],
): FunctionContext {
  const { handler, memorySize, timeout, environmentVariables = {} } = stored.settings
  const { project = '', logstore = '' } = service.settings.logConfig ?? {}
  const toLine = (level: string, values: readonly unknown[]) =>
    `${new Date(clock.now()).toISOString()} ${requestId} [${level}] ${values.map(toLogText).join(' ')}`
  const methods = logLevels.map((level) => [
    level,
    (...values: readonly unknown[]) => void lines.push(toLine(level, values)),
  ])
  return {
    requestId,
    credentials: { accessKeyId: '', accessKeySecret: '', securityToken: '' },
    function: { name: names.functionName, handler, memory: memorySize, timeout },
    service: {
      name: names.serviceName,
      logProject: project,
      logStore: logstore,
      qualifier: names.qualifier,
      versionId,
    },
    region: regionId,
    accountId: toAccountId(namespace),
    logger: Object.fromEntries(methods),
    environmentVariables,
    ...(http && { http: http.request }),
  }
}

function toLogText(value: unknown): string {
  if (typeof value !== 'object' || value instanceof Error) return String(value)
  try {
    return JSON.stringify(value)
  } catch {
    return '[an object without a JSON form]'
  }
}
