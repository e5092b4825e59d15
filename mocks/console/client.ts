import type { ApiCoverage } from '../core/coverage.ts'
import type { ClockReading, Readiness, SnapshotSummary } from '../core/control/controls.ts'
import type { AccountResources } from '../core/control/resources.ts'
import type { FaultOptions, InjectedFault } from '../core/injected-faults/fault-options.ts'
import type { RequestLogEntry } from '../core/request-log/entry.ts'

const tokenKey = 'faas-contracts control token'

/** The control API requires its token. */
export class TokenNeeded extends Error {
  override readonly name = 'TokenNeeded'
}

export function setToken(token: string): void {
  sessionStorage.setItem(tokenKey, token)
}

/** The headers of requests to the control API. The token stays in this tab of the browser. */
function toHeaders(namespace?: string): Record<string, string> {
  const token = sessionStorage.getItem(tokenKey)
  return {
    ...(token !== null && { 'X-Mock-Token': token }),
    ...(namespace !== undefined && { 'X-Mock-Namespace': namespace }),
  }
}

/** Sends a request to the control API. Rejects with the message of the mock. */
async function send<T>(
  method: string,
  path: string,
  { body, namespace }: { body?: object; namespace?: string } = {},
): Promise<T> {
  const response = await fetch(`/_mock/${path}`, {
    method,
    headers: { ...toHeaders(namespace), ...(body && { 'Content-Type': 'application/json' }) },
    ...(body && { body: JSON.stringify(body) }),
  })
  if (response.status === 401) throw new TokenNeeded('The control API requires its token.')
  const value = (await response.json()) as T & { readonly error?: string } // the control API always responds with JSON
  if (!response.ok) throw new Error(value.error ?? `status ${response.status}`)
  return value
}

/** Every part of the control API that the console uses. */
export const control = {
  ready: () => send<Readiness>('GET', 'ready'),
  requests: async (since: number) =>
    (await send<{ entries: RequestLogEntry[] }>('GET', `request-log?since=${since}`)).entries,
  clearRequests: () => send('DELETE', 'request-log'),
  namespaces: async () => (await send<{ namespaces: string[] }>('GET', 'namespaces')).namespaces,
  resources: async (namespace: string) =>
    (await send<{ accounts: AccountResources[] }>('GET', 'resources', { namespace })).accounts,
  reset: (namespace: string) => send('POST', 'reset', { namespace }),
  coverage: async () => (await send<{ apis: ApiCoverage[] }>('GET', 'coverage')).apis,
  clearCoverage: () => send('DELETE', 'coverage'),
  faults: async () => (await send<{ faults: InjectedFault[] }>('GET', 'faults')).faults,
  addFault: (fault: FaultOptions) => send<InjectedFault>('POST', 'faults', { body: fault }),
  removeFault: (id: string) => send('DELETE', `faults?id=${encodeURIComponent(id)}`),
  clock: (namespace: string) => send<ClockReading>('GET', 'clock', { namespace }),
  changeClock: (namespace: string, change: { set: string } | { advance: number }) =>
    send<ClockReading>('POST', 'clock', { namespace, body: change }),
  releaseClock: (namespace: string) => send<ClockReading>('DELETE', 'clock', { namespace }),
  snapshots: async () => (await send<{ snapshots: SnapshotSummary[] }>('GET', 'snapshot')).snapshots,
  takeSnapshot: (namespace: string) => send<{ snapshot: string }>('POST', 'snapshot', { namespace }),
  dropSnapshot: (id: string) => send('DELETE', `snapshot?id=${encodeURIComponent(id)}`),
  restore: (snapshot: string) => send('POST', 'restore', { body: { snapshot } }),
  fork: (from: string, to: string) => send('POST', 'fork', { body: { from, to } }),
}

/** Calls `onChange` after every change in the mock until `signal` aborts. Rejects if the connection ends. */
export async function listen(onOpen: () => void, onChange: () => void, signal: AbortSignal): Promise<never> {
  const response = await fetch('/_mock/events', { headers: toHeaders(), signal })
  if (response.status === 401) throw new TokenNeeded('The control API requires its token.')
  if (!response.ok || !response.body) throw new Error(`status ${response.status}`)
  onOpen()
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader()
  for (;;) {
    const { done, value } = await reader.read()
    if (done) throw new Error('the mock has ended the connection')
    if (value.includes('event: change')) onChange()
  }
}
