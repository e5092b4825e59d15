import type { MockOptions } from '../options.ts'
import type { Scenario, SuiteAnswer, SuiteRequest, Vendor } from './shared-suite/scenario.ts'

/** Sends one request and waits for all of its answer; what never comes is status 0. */
export type Send = (request: SuiteRequest) => Promise<SuiteAnswer>

export interface OpenDoor {
  readonly send: Send
  readonly close: () => Promise<void> | void
}

/** A way into a fresh mock. */
export type OpenSuiteDoor = (options: MockOptions) => Promise<OpenDoor> | OpenDoor

/** What came back of each step, by the step's name. */
export type Transcript = Readonly<Record<string, SuiteAnswer>>

/** Sends a scenario's requests to a mock of its own. Nothing is judged here. */
export async function runScenario(scenario: Scenario, open: OpenSuiteDoor): Promise<Transcript> {
  const door = await open(toOptions(scenario))
  const answers: Record<string, SuiteAnswer> = {}
  const answerTo = (name: string) => {
    const answer = answers[name]
    if (!answer) throw new Error(`${scenario.name}: no step before has the name ${name}`)
    return answer
  }
  try {
    for (const { name, request } of scenario.steps) {
      answers[name] = await door.send(typeof request === 'function' ? request({ answerTo }) : request)
    }
    return answers
  } finally {
    await door.close()
  }
}

/**
 * What a scenario's mock is made with: its ids and times are the same behind every door, and so is the account, which
 * not every client can name.
 */
export function toOptions({ options }: Scenario): MockOptions {
  return { deterministic: 1, defaultAccount: suiteAccount, ...options }
}

/** The account that every door's requests are for. */
const suiteAccount = '123456789012'

/** The vendors' own hosts. */
export const vendorHosts: Readonly<Record<Vendor, string>> = {
  fc: `${suiteAccount}.cn-hangzhou.fc.aliyuncs.com`,
  functiongraph: 'functiongraph.cn-north-4.myhuaweicloud.com',
}

export function toVendorOrigin(vendor: Vendor = 'fc'): string {
  return `https://${vendorHosts[vendor]}`
}

/** What stands in answers for the address at which a door is reached. */
export const maskedOrigin = 'https://mock.invalid'

/** Where a request goes: to the door, but for addresses of other origins that a mock has named. */
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
