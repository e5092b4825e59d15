import type { Api } from '../../schemas/core/api.ts'
import { readJson } from '../core/exchange.ts'
import { isObject } from '../core/expect-reply.ts'
import { type Call, createCallReader } from './call.ts'
import type { ServerAnswer, Wrap } from './mutant.ts'

/** An answer that may be changed before it leaves. */
export interface Answer {
  status: number
  headers: [name: string, value: string][]
  body: Uint8Array
  connection?: NonNullable<ServerAnswer['connection']>
}

/** A JSON object that may be changed. */
export type Row = Record<string, unknown>

/** What to send in place of what was sent. */
export interface Change {
  readonly body?: unknown
  /** In place of `body`, byte for byte. */
  readonly bytes?: Uint8Array
  /** Below the base path, without query. */
  readonly path?: string
  readonly query?: URLSearchParams
  /** By lower-case name; `undefined` takes one away. */
  readonly headers?: Readonly<Record<string, string | undefined>>
}

/** What stands between a call and the server. */
export interface Passage {
  /** Sends the call on, as it is or changed. */
  readonly forward: (change?: Change) => Promise<Answer>
  /** Sends a request of its own to the server: `ask('GET', '/services/demo')`. */
  readonly ask: (method: string, path: string, body?: unknown) => Promise<Answer>
}

export type Handle = (call: Call, passage: Passage) => Promise<Answer>
type Edit<T> = (value: T, call: Call, passage: Passage) => unknown

/** The tools that mutants of one API are made of. Each makes a wrap that leaves every other operation alone. */
export function createKit(api: Pick<Api, 'operations' | 'dialect'>) {
  const readCall = createCallReader(api)

  /** Takes the place of the server for the calls of some operations; of all requests where none is named. */
  function instead(operations: string | readonly string[] | undefined, handle: Handle): Wrap {
    const ids = operations === undefined ? undefined : [operations].flat()
    return (server) => async (request) => {
      const call = readCall(request)
      if (ids && !ids.includes(call.operation?.id ?? '')) return await server(request)
      const origin = /^https?:\/\/[^/]*/.exec(request.url)?.[0] ?? ''
      const toUrl = (path: string, query: string) =>
        `${origin}${api.dialect.basePath}${path}${query === '' ? '' : `?${query}`}`
      const forward: Passage['forward'] = async ({ body, bytes, path, query, headers } = {}) => {
        const sent = bytes ?? (body === undefined ? request.body : toBytes(body))
        const isMoved = path !== undefined || query !== undefined
        const url = isMoved ? toUrl(path ?? call.path, (query ?? call.query).toString()) : request.url
        return toMutable(
          await server({ ...request, url, body: sent, headers: toHeaders(request.headers, headers, sent.length) }),
        )
      }
      const ask: Passage['ask'] = async (method, path, body) => {
        const [target = '', query = ''] = path.split('?')
        const json = [['content-type', 'application/json'] as const]
        const host = request.headers.filter(([name]) => name.toLowerCase() === 'host')
        const sent = body === undefined ? new Uint8Array() : toBytes(body)
        return toMutable(
          await server({
            method,
            url: toUrl(target, query),
            headers: [...host, ...(body === undefined ? [] : json)],
            body: sent,
          }),
        )
      }
      return await handle(call, { forward, ask })
    }
  }

  /** Changes answers with a status that fits. */
  function answers(
    operations: string | readonly string[] | undefined,
    fits: (status: number) => boolean,
    edit: Edit<Answer>,
  ): Wrap {
    return instead(operations, async (call, passage) => {
      const answer = await passage.forward()
      if (fits(answer.status)) await edit(answer, call, passage)
      return answer
    })
  }

  return {
    instead,
    answers,
    /** Changes the successes of operations. */
    success: (operations: string | readonly string[], edit: Edit<Answer>) =>
      answers(operations, (status) => status < 300, edit),
    /** Changes the refusals with this status, or all of them. */
    refusal: (operations: string | readonly string[], status: number | undefined, edit: Edit<Answer>) =>
      answers(operations, (found) => (status === undefined ? found >= 400 : found === status), edit),
    /** Changes the object that successes of operations carry. */
    row: (operations: string | readonly string[], edit: Edit<Row>) =>
      answers(
        operations,
        (status) => status < 300,
        async (answer, call, passage) => {
          const row = readRow(answer)
          if (!row) return
          await edit(row, call, passage)
          setJson(answer, row)
        },
      ),
    /** Changes each entry of the list that successes of operations carry. */
    entries: (operations: string | readonly string[], edit: (entry: Row, call: Call) => unknown) =>
      answers(
        operations,
        (status) => status < 300,
        (answer, call) => {
          const row = readRow(answer)
          const list = row && Object.values(row).find(Array.isArray)
          if (!row || !list) return
          for (const entry of list.filter(isObject)) edit(entry, call)
          setJson(answer, row)
        },
      ),
    /** Changes calls before the server sees them. */
    before: (operations: string | readonly string[], toChange: (call: Call) => Change | undefined) =>
      instead(operations, (call, { forward }) => forward(toChange(call))),
  }
}

/** Makes the wrap anew for every server, so that what it keeps in mind begins anew, too. */
export function fresh(make: () => Wrap): Wrap {
  return (server) => make()(server)
}

export function readRow(answer: Pick<Answer, 'body'>): Row | undefined {
  const reading = readJson(answer.body)
  return reading.ok && isObject(reading.value) ? { ...reading.value } : undefined
}

export function setJson(answer: Answer, value: unknown): void {
  setBytes(answer, toBytes(value))
}

/** Other bytes; the length that was announced goes with them. */
export function setBytes(answer: Answer, body: Uint8Array): void {
  answer.body = body
  dropHeader(answer, 'content-length')
}

export function setText(answer: Answer, text: string): void {
  setBytes(answer, Buffer.from(text))
}

export function dropHeader(answer: Answer, name: string): void {
  answer.headers = answer.headers.filter(([key]) => key.toLowerCase() !== name)
}

export function setHeader(answer: Answer, name: string, value: string): void {
  dropHeader(answer, name.toLowerCase())
  answer.headers.push([name, value])
}

export function headerOf(message: { readonly headers: readonly (readonly [string, string])[] }, name: string) {
  return message.headers.find(([key]) => key.toLowerCase() === name)?.[1]
}

export function toBytes(value: unknown): Uint8Array {
  return Buffer.from(JSON.stringify(value))
}

export function toMutable({ status, headers, body, connection }: ServerAnswer): Answer {
  return { status, headers: headers.map(([name, value]) => [name, value]), body, ...(connection && { connection }) }
}

function toHeaders(
  sent: readonly (readonly [string, string])[],
  changes: Change['headers'] = {},
  length: number,
): readonly (readonly [string, string])[] {
  const kept = sent.filter(([name]) => !(name.toLowerCase() in changes) && name.toLowerCase() !== 'content-length')
  const added = Object.entries(changes).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  )
  return [...kept, ...added, ...(length > 0 ? [['content-length', String(length)] as const] : [])]
}
