import { toCount } from '../../schemas/core/lib/count.ts'
import type { FaultOptions, InjectedFault } from '../core/injected-faults/fault-options.ts'

/** A fault in words: what it applies to, what the client gets, and how often. */
export function toFaultFacts(fault: InjectedFault): readonly (readonly [name: string, text: string])[] {
  return [
    ['Operation', toScopeText(fault)],
    ['Response', toResponseText(fault)],
    ['Requests', toRequestsText(fault)],
    ['Applied so far', toCount(fault.met, 'time')],
  ]
}

function toScopeText({ api, operation, namespace }: FaultOptions): string {
  return [
    operation ?? 'every operation',
    api === undefined ? 'of every API' : `of ${api}`,
    namespace === undefined ? 'in every namespace' : `in namespace ${namespace}`,
  ].join(' ')
}

const connections = { reset: 'the connection is reset', truncate: 'the body is cut', hang: 'no response ever' }

function toResponseText({ error, code, status, message, connection, delayMs, carriedOut }: FaultOptions): string {
  // A `code` that is not a status is an error code.
  const [statusCode, errorCode] = /^\d+$/.test(String(code)) ? [code, undefined] : [undefined, code]
  const [givenStatus, givenError] = [status ?? statusCode, error ?? errorCode]
  const words = [
    ...(givenError === undefined ? [] : [`error ${givenError}`]),
    ...(givenStatus === undefined ? [] : [`status ${givenStatus}`]),
    ...(message === undefined ? [] : [`message “${message}”`]),
    ...(connection === undefined ? [] : [connections[connection]]),
    ...(delayMs === undefined ? [] : [`delayed by ${delayMs} ms`]),
    ...(carriedOut ? ['the request is carried out first'] : []),
  ]
  return words.join(', ')
}

function toRequestsText({ count, probability, met }: InjectedFault): string {
  const which = count === undefined ? 'all' : `the next ${count - met > 1 ? count - met : 'one'}`
  if (probability === undefined || probability === 1) return which
  const percent = `${Number((probability * 100).toPrecision(3))} %`
  return count === undefined ? `${percent} of all` : `${which}, each request with a probability of ${percent}`
}
