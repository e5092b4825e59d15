import type { MockOptions } from '../options.ts'
import type { Scenario, SuiteRequest, SuiteResponse, Vendor } from './shared-suite/scenario.ts'

/** Sends one request and waits for the whole response. The status is 0 if no response arrives. */
export type Send = (request: SuiteRequest) => Promise<SuiteResponse>

export interface OpenAdapter {
  readonly send: Send
  readonly close: () => Promise<void> | void
}

/** Opens a new mock behind an adapter. */
export type OpenSuiteAdapter = (options: MockOptions) => Promise<OpenAdapter> | OpenAdapter

/** The responses of a scenario, by the names of its steps. */
export type Transcript = Readonly<Record<string, SuiteResponse>>

/** Sends the requests of a scenario to a new mock. Does not check the responses. */
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
 * The options of the mock of a scenario. Ids, times and the account are the same behind every adapter. Not every client
 * can name an account.
 */
export function toOptions({ options }: Scenario): MockOptions {
  return { deterministic: 1, defaultAccount: suiteAccount, ...options }
}

/** The account of all requests. */
const suiteAccount = '123456789012'

/** The hosts of the vendors. */
export const vendorHosts: Readonly<Record<Vendor, string>> = {
  fc: `${suiteAccount}.cn-hangzhou.fc.aliyuncs.com`,
  functiongraph: 'functiongraph.cn-north-4.myhuaweicloud.com',
}

export function toVendorOrigin(vendor: Vendor = 'fc'): string {
  return `https://${vendorHosts[vendor]}`
}

/** Replaces the origin of the adapter in responses. */
export const maskedOrigin = 'https://mock.invalid'

/** The URL of a request. A URL of another origin that the mock has returned is used unchanged. */
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
