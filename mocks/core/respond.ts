import type { Admit } from './admit.ts'
import { noteAnswer } from './coverage.ts'
import { decode } from './decode.ts'
import type { EmulatorOptions } from './emulator-options.ts'
import { checkReply, encodeError, encodeReply, toErrorAnswer } from './encode.ts'
import type { Endpoint } from './endpoint.ts'
import type { Exchange } from './request-context.ts'
import { Fault } from './api-error.ts'
import { befall } from './injected-faults/apply-fault.ts'
import type { PlannedFaults } from './injected-faults/injected-faults.ts'
import { toForcedError } from './forced-error.ts'
import type { AnyReply } from './handler.ts'
import { toStateKey } from './namespace-name.ts'
import type { Namespaces } from './namespaces.ts'
import type { Captured } from './router.ts'
import type { WireResult } from './wire.ts'

export interface AnswerOptions extends Pick<EmulatorOptions, 'checkReplies' | 'onDefect'> {
  readonly namespaces: Namespaces
  readonly plannedFaults: PlannedFaults
  readonly admit: Admit
  readonly maxBodyBytes: number
  readonly strict: boolean
}

/** Answers a request that an operation was found for. */
export type Answer = (endpoint: Endpoint, captured: Captured, exchange: Exchange) => WireResult

/** The stages: planned fault, credentials, forced error, decoding, handler, check of its reply, encoding. */
export function createAnswer(options: AnswerOptions): Answer {
  const { namespaces, plannedFaults, admit, maxBodyBytes, strict, checkReplies = true } = options

  function answer(endpoint: Endpoint, captured: Captured, exchange: Exchange): WireResult {
    const planned = plannedFaults.take(endpoint, exchange.namespace)
    const result = planned
      ? befall(planned, endpoint, exchange, () => carryOut(endpoint, captured, exchange))
      : carryOut(endpoint, captured, exchange)
    noteAnswer(endpoint, result.status, exchange.code)
    return result
  }

  function carryOut(endpoint: Endpoint, captured: Captured, exchange: Exchange): WireResult {
    const { request, namespace, requestId } = exchange
    try {
      admit(endpoint, exchange)
      const forced = toForcedError(endpoint, request)
      if (forced) throw forced
      const values = decode(endpoint, request, captured, maxBodyBytes, strict)
      exchange.liberties = values.liberties
      const { state: model } = endpoint.mock
      const before = namespaces.read(namespace, model, exchange.account)
      const state = { current: before }
      const context = {
        path: values.path,
        query: values.query,
        header: values.header,
        body: values.body,
        state,
        clock: namespace.clock,
        ids: namespace.ids,
        origin: request.origin ?? `http://${request.host}`,
        namespace: toStateKey(namespace.name, exchange.account),
        fault: toFault,
      }
      const reply = endpoint.handler
        ? endpoint.handler(context as never) // apiMock checked the types
        : (endpoint.example as AnyReply) // toEndpoint gives every endpoint one of the two
      if (checkReplies) checkReply(endpoint, reply)
      const result = encodeReply(endpoint, reply, requestId)
      if (state.current !== before) namespaces.write(namespace, model, exchange.account, state.current)
      return result
    } catch (thrown) {
      return refuse(endpoint, exchange, thrown instanceof Fault ? thrown : toInternal(thrown, endpoint))
    }
  }

  function toInternal(defect: unknown, { mock, operation }: Endpoint): Fault {
    if (!options.onDefect) throw defect
    options.onDefect(defect, `${mock.api.id} ${operation.id}`)
    return new Fault(mock.api.dialect.codes.internal, { rule: 'a defect of the mock' })
  }

  return answer
}

function refuse({ mock, citation }: Endpoint, exchange: Exchange, fault: Fault): WireResult {
  const error = toErrorAnswer(mock.api, fault, exchange.requestId, citation)
  exchange.code = error.code
  exchange.rule = error.rule
  return encodeError(mock.api, error)
}

/** What handlers make their faults with; their types say which codes they may use. */
function toFault(code: string, message?: string): Fault {
  return new Fault(code, message === undefined ? {} : { message })
}
