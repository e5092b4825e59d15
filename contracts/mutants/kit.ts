import type { Api } from '../../schemas/core/api.ts'
import { isObject } from '../core/assertions/expect-response.ts'
import { type MutableResponse, findList, type Row, readRow, setJson, toBytes, toMutable } from './response.ts'
import { type Call, createCallReader } from './call.ts'
import type { Wrap } from './mutant.ts'

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
  readonly forward: (change?: Change) => Promise<MutableResponse>
  /** Sends a request of its own to the server: `ask('GET', '/services/demo')`. */
  readonly ask: (method: string, path: string, body?: unknown) => Promise<MutableResponse>
}

export type Handle = (call: Call, passage: Passage) => Promise<MutableResponse>
type Edit<T> = (value: T, call: Call, passage: Passage) => unknown
type ChangeList = (list: readonly Row[], call: Call, body: Readonly<Row>) => unknown

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

  /** Changes responds with a status that fits. */
  function responses(
    operations: string | readonly string[] | undefined,
    fits: (status: number) => boolean,
    edit: Edit<MutableResponse>,
  ): Wrap {
    return instead(operations, async (call, passage) => {
      const response = await passage.forward()
      if (fits(response.status)) await edit(response, call, passage)
      return response
    })
  }

  /** Changes the successes of operations. */
  const success = (operations: string | readonly string[], edit: Edit<MutableResponse>) =>
    responses(operations, (status) => status < 300, edit)

  /** Changes the list that successes of operations carry; what `change` makes of it takes its place. */
  const list = (operations: string | readonly string[], change: ChangeList) =>
    success(operations, (response, call) => {
      const body = readRow(response) ?? {}
      const [field, found] = findList(body) ?? []
      if (field === undefined || !found) return
      setJson(response, { ...body, [field]: change(found, call, body) })
    })

  return {
    instead,
    responses,
    success,
    list,
    /** Changes every response of operations. */
    every: (operations: string | readonly string[] | undefined, edit: Edit<MutableResponse>) =>
      responses(operations, () => true, edit),
    /** Changes the refusals with this status, or all of them. */
    refusal: (operations: string | readonly string[], status: number | undefined, edit: Edit<MutableResponse>) =>
      responses(operations, (found) => (status === undefined ? found >= 400 : found === status), edit),
    /** Changes the object that successes of operations carry. */
    row: (operations: string | readonly string[], edit: Edit<Row>) =>
      success(operations, async (response, call, passage) => {
        const row = readRow(response)
        if (!row) return
        await edit(row, call, passage)
        setJson(response, row)
      }),
    /** Changes each entry of the list that successes of operations carry. */
    entries: (operations: string | readonly string[], edit: (entry: Row, call: Call) => unknown) =>
      list(operations, (entries, call) => {
        for (const entry of entries.filter(isObject)) edit(entry, call)
        return entries
      }),
    /** Changes calls before the server sees them. */
    before: (operations: string | readonly string[], toChange: (call: Call) => Change | undefined) =>
      instead(operations, (call, { forward }) => forward(toChange(call))),
  }
}

/** Makes the wrap anew for every server, so that what it keeps in mind begins anew, too. */
export function fresh(make: () => Wrap): Wrap {
  return (server) => make()(server)
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
