import type { Operation, Reply } from '../../schemas/core/operation.ts'
import { toCitation } from '../../schemas/core/source.ts'
import { type ReadAccount, toReadAccount } from './account.ts'
import { toExampleReply } from './example.ts'
import type { AnyHandler, AnyReply, ApiMock } from './handler.ts'
import { type LibertyFinder, toLibertyFinder } from './leniencies.ts'
import { type Parameter, toParameters } from './parameters.ts'

/** An operation made ready: all that can be worked out before the first request. */
export interface Endpoint {
  readonly mock: ApiMock
  readonly operation: Operation
  /** The page and clause that its rejections cite. */
  readonly citation: string
  readonly parameters: {
    readonly path: readonly Parameter[]
    readonly query: readonly Parameter[]
    readonly header: readonly Parameter[]
  }
  readonly hasJsonBody: boolean
  /** The success answers by status. */
  readonly replies: ReadonlyMap<number, Reply>
  readonly readAccount: ReadAccount
  /** Made when it is first asked for: reading the marks of all operations would delay the start. */
  readonly toLiberties: () => LibertyFinder
  readonly handler: AnyHandler | undefined
  /** What is answered where there is no handler. */
  readonly example: AnyReply | undefined
  readonly seen: Seen
}

/** What the endpoint has answered so far. */
export interface Seen {
  calls: number
  /** Number of answers by status; 0 for those that planned faults left without an answer. */
  readonly statuses: Map<number, number>
  readonly codes: Map<string, number>
}

/** Makes one operation of an API ready; throws where it could never answer. */
export function toEndpoint(mock: ApiMock, key: string, operation: Operation): Endpoint {
  const handler = mock.handlers[key]
  const example = handler ? undefined : toExampleReply(operation)
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
    replies: new Map(Object.entries(operation.success).map(([status, reply]) => [Number(status), reply])),
    readAccount: toReadAccount(mock.authProfile),
    toLiberties: once(() => toLibertyFinder(operation)),
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
