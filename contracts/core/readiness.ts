import type { Api } from '../../schemas/core/api.ts'
import type { Operation } from '../../schemas/core/operation.ts'
import { toStatusText } from './assertions/expect-response.ts'
import type { Send } from './cleanup/cleanup-log.ts'
import type { Contract } from './contract.ts'
import type { Fixtures } from './fixtures/fixtures.ts'
import { type Exchange, readHeader } from './http/exchange.ts'
import { toExchangeRecord, toRecordWithoutResponse } from './http/exchange-record.ts'
import { hasDocumentedCode, readDocumentedCode } from './http/read-error.ts'
import { TransportError } from './http/transport-error.ts'
import type { Errored } from './report/outcome.ts'
import { ThrottledSignal } from './signals.ts'
import { credentialVariables } from './signing/credentials.ts'
import type { Signing } from './signing/signer.ts'

/** Why no check can run. */
export type ReadinessProblem = Pick<Errored, 'status' | 'cause' | 'reason' | 'exchange'>

/**
 * The outcome of every check if the target cannot be reached, rejects the credentials, throttles or does not serve the
 * API. Then no check runs, because each rejection would look like a violation.
 */
export async function findReadinessProblem(
  contract: Omit<Contract, 'checks'>,
  supplied: Fixtures,
  send: Send,
  signing: Signing,
): Promise<ReadinessProblem | undefined> {
  const { api, probe, probeInput, setupErrors = {} } = contract
  if (!probe) return undefined
  try {
    const exchange = await send(probe, probeInput?.(supplied))
    const toProblem = (why: string): ReadinessProblem => {
      const reason = `${why}: ${toReading(api, exchange)}`
      return { status: 'errored', cause: 'setup', reason, exchange: toExchangeRecord(exchange) }
    }
    const code = readDocumentedCode(api, exchange)
    if ([401, 403].includes(exchange.response.status)) return toProblem(toRejection(api, signing))
    const fault = code !== undefined && Object.hasOwn(setupErrors, code) ? setupErrors[code] : undefined
    if (fault !== undefined) return toProblem(fault)
    return (await isServed(contract, supplied, exchange, send)) ? undefined : toProblem(toAddressProblem(exchange))
  } catch (error) {
    if (error instanceof ThrottledSignal)
      return { status: 'errored', cause: 'throttled', reason: error.message, exchange: error.exchange }
    if (!(error instanceof TransportError) || error.isTargets) return undefined
    const exchange = toRecordWithoutResponse(error)
    return { status: 'errored', cause: 'unreachable', reason: error.message, exchange }
  }
}

function toRejection({ dialect }: Api, { name }: Signing): string {
  if (name !== 'none') return 'the target rejects the credentials'
  const { accessKeyId, accessKeySecret, token } = credentialVariables
  const takesToken = Object.values(dialect.security).some((scheme) => /token/i.test(scheme.name))
  return `the target requires credentials, and the run has none (set ${accessKeyId} and ${accessKeySecret}${takesToken ? `, or ${token}` : ''})`
}

/** False if the probe and every read return 404, 405 or a redirect, without a documented error code of this status. */
async function isServed(
  { api, invalidProbe }: Omit<Contract, 'checks'>,
  supplied: Fixtures,
  probed: Exchange,
  send: Send,
): Promise<boolean> {
  if (!isElsewhere(api, probed)) return true
  const reads = Object.values(api.operations).filter((operation) => operation.method === 'get')
  const requests = [
    ...reads.map((operation) => ({ operation, input: { path: toPlaceholders(operation) } })),
    ...(invalidProbe ? [{ operation: invalidProbe.operation, input: invalidProbe.input(supplied) }] : []),
  ]
  for (const { operation, input } of requests) {
    if (operation !== probed.operation && !isElsewhere(api, await send(operation, input))) return true
  }
  return false
}

function isElsewhere(api: Api, exchange: Exchange): boolean {
  const { status } = exchange.response
  const isRedirect = status >= 300 && status < 400
  return isRedirect || ([404, 405].includes(status) && !hasDocumentedCode(api, exchange))
}

function toPlaceholders({ params }: Operation): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.keys(params.path).map((name) => [name, 'no-such-resource']))
}

function toAddressProblem({ response }: Exchange): string {
  const location = readHeader(response, 'location')
  if (response.status < 400 && location !== undefined) return `the target redirects to ${location}; verify that address`
  return 'the target does not serve this API at this address'
}

function toReading(api: Api, exchange: Exchange): string {
  return `${exchange.operation.id} returns ${toStatusText(api, exchange)}`
}
