import type { MockOptions } from '../options.ts'
import type { Scenario, SuiteResponse, SuiteRequest, Vendor } from './shared-suite/scenario.ts'

/** Sends one request and waits for all of its response; what never comes is status 0. */
export type Send = (request: SuiteRequest) => Promise<SuiteResponse>

export interface OpenAdapter {
  readonly send: Send
  readonly close: () => Promise<void> | void
}

/** A way into a fresh mock. */
export type OpenSuiteAdapter = (options: MockOptions) => Promise<OpenAdapter> | OpenAdapter

/** What came back of each step, by the step's name. */
export type Transcript = Readonly<Record<string, SuiteResponse>>

/** Sends a scenario's requests to a mock of its own. Nothing is judged here. */
export async function runScenario(scenario: Scenario, open: OpenSuiteAdapter): Promise<Transcript> {
  const adapter = await open(toOptions(scenario))
  const responses: Record<string, SuiteResponse> = {}
  const responseTo = (name: string) => {
    const response = responses[name]
    if (!response) throw new Error(`${scenario.name}: no step before has the name ${name}`)
    return response
  }
  try {
    for (const { name, request } of scenario.steps) {
      responses[name] = await adapter.send(typeof request === 'function' ? request({ responseTo }) : request)
    }
    return responses
  } finally {
    await adapter.close()
  }
}

/**
 * What a scenario's mock is made with: its ids and times are the same behind every adapter, and so is the account, which
 * not every client can name.
 */
export function toOptions({ options }: Scenario): MockOptions {
  return { deterministic: 1, defaultAccount: suiteAccount, ...options }
}

/** The account that every adapter's requests are for. */
const suiteAccount = '123456789012'

/** The vendors' own hosts. */
export const vendorHosts: Readonly<Record<Vendor, string>> = {
  fc: `${suiteAccount}.cn-hangzhou.fc.aliyuncs.com`,
  functiongraph: 'functiongraph.cn-north-4.myhuaweicloud.com',
}

export function toVendorOrigin(vendor: Vendor = 'fc'): string {
  return `https://${vendorHosts[vendor]}`
}

/** What stands in responses for the address at which a adapter is reached. */
export const maskedOrigin = 'https://mock.invalid'

/** Where a request goes: to the adapter, but for addresses of other origins that a mock has named. */
export function toAddress({ path, vendor }: SuiteRequest, originOf: (vendor: Vendor | undefined) => string): string {
  if (path.startsWith('/')) return originOf(vendor) + path
  return path.startsWith(maskedOrigin) ? originOf(vendor) + path.slice(maskedOrigin.length) : path
}

export function toBodyBytes({ json, bytes }: SuiteRequest): Uint8Array<ArrayBuffer> | undefined {
  if (bytes) return new Uint8Array(bytes)
  return json === undefined ? undefined : new TextEncoder().encode(JSON.stringify(json))
}

export function toHeaders({ headers = {}, json }: SuiteRequest): Record<string, string> {
  return json === undefined ? { ...headers } : { 'Content-Type': 'application/json', ...headers }
}
