import type { Operation, SuccessResponse } from '../../schemas/core/operation.ts'
import { toCitation } from '../../schemas/core/source.ts'
import { type ReadAccount, toReadAccount } from './account.ts'
import { toExampleResult } from './example.ts'
import type { AnyHandler, AnyResult, ApiMock } from './handler.ts'
import { type LeniencyFinder, toLeniencyFinder } from './leniencies.ts'
import { type Parameter, toParameters } from './parameters.ts'

/** An operation made ready: all that can be worked out before the first request. */
export interface Endpoint {
  readonly mock: ApiMock
  readonly operation: Operation
  /** The source and clause that its rejections cite. */
  readonly citation: string
  readonly parameters: {
    readonly path: readonly Parameter[]
    readonly query: readonly Parameter[]
    readonly header: readonly Parameter[]
  }
  readonly hasJsonBody: boolean
  /** The success responses by status. */
  readonly results: ReadonlyMap<number, SuccessResponse>
  readonly readAccount: ReadAccount
  /** Created at the first use, because reading the marks of all operations would delay the start. */
  readonly toLeniencies: () => LeniencyFinder
  readonly handler: AnyHandler | undefined
  /** What is returned where there is no handler. */
  readonly example: AnyResult | undefined
  readonly seen: Seen
}

/** What the endpoint has returned so far. */
export interface Seen {
  calls: number
  /** Number of responses by status; 0 for those that injected faults left without a response. */
  readonly statuses: Map<number, number>
  readonly codes: Map<string, number>
}

/** Makes one operation of an API ready; throws where it could never response. */
export function toEndpoint(mock: ApiMock, key: string, operation: Operation): Endpoint {
  const handler = mock.handlers[key]
  const example = handler ? undefined : toExampleResult(operation)
  if (!handler && !example) throw new TypeError(`${mock.api.id} ${operation.id} has neither a handler nor an example`)
  return {
    mock,
    operation,
    citation: toCitation(operation.source),
    parameters: {
      path: toParameters(operation.params.path),
      query: toParameters(operation.params.query),
      header: toParameters(operation.params.header),
    },
    hasJsonBody: operation.body !== undefined && isJson(operation.body.mediaType),
    results: new Map(Object.entries(operation.success).map(([status, result]) => [Number(status), result])),
    readAccount: toReadAccount(mock.authProfile),
    toLeniencies: once(() => toLeniencyFinder(operation, mock.laterRules?.[key])),
    handler,
    example,
    seen: { calls: 0, statuses: new Map(), codes: new Map() },
  }
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

export function isJson(mediaType: string): boolean {
  return /[/+]json$/.test(mediaType)
}
