import type { Api } from '../../schemas/core/api.ts'
import { type Call, createCallReader } from './call.ts'
import type { Wrap } from './mutant.ts'
import { findList, type JsonObject, type MutableResponse, readObject, setJson, toBytes, toMutable } from './response.ts'

/** Parts of a request that replace those of the original request. */
export interface Change {
  readonly body?: unknown
  /** The exact bytes of the body. They take precedence over `body`. */
  readonly bytes?: Uint8Array
  /** Below the base path, without query. */
  readonly path?: string
  readonly query?: URLSearchParams
  /** By lower-case name. `undefined` removes a header. */
  readonly headers?: Readonly<Record<string, string | undefined>>
}

/** The correct server behind a mutant. */
export interface Upstream {
  /** Forwards the call, with changes if given. */
  readonly forward: (change?: Change) => Promise<MutableResponse>
  /** Sends an additional request: `send('GET', '/services/demo')`. */
  readonly send: (method: string, path: string, body?: unknown) => Promise<MutableResponse>
}

export type Handle = (call: Call, upstream: Upstream) => Promise<MutableResponse>
type Edit<T> = (value: T, call: Call, upstream: Upstream) => unknown
type ChangeList = (list: readonly JsonObject[], call: Call, body: Readonly<JsonObject>) => unknown

/** Functions that make the mutants of one API. The wraps that they return forward all other operations unchanged. */
export function createKit(api: Pick<Api, 'operations' | 'dialect'>) {
  const readCall = createCallReader(api)

  /** Handles the calls of some operations, or every request if `operations` is undefined. */
  function intercept(operations: string | readonly string[] | undefined, handle: Handle): Wrap {
    const ids = operations === undefined ? undefined : [operations].flat()
    return (server) => async (request) => {
      const call = readCall(request)
      if (ids && !ids.includes(call.operation?.id ?? '')) return await server(request)
      const origin = /^https?:\/\/[^/]*/.exec(request.url)?.[0] ?? ''
      const toUrl = (path: string, query: string) =>
        `${origin}${api.dialect.basePath}${path}${query === '' ? '' : `?${query}`}`
      const forward: Upstream['forward'] = async ({ body, bytes, path, query, headers } = {}) => {
        const sent = bytes ?? (body === undefined ? request.body : toBytes(body))
        const isMoved = path !== undefined || query !== undefined
        const url = isMoved ? toUrl(path ?? call.path, (query ?? call.query).toString()) : request.url
        return toMutable(
          await server({ ...request, url, body: sent, headers: toHeaders(request.headers, headers, sent.length) }),
        )
      }
      const send: Upstream['send'] = async (method, path, body) => {
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
      return await handle(call, { forward, send })
    }
  }

  /** Edits responses whose status fits. */
  function editResponses(
    operations: string | readonly string[] | undefined,
    fits: (status: number) => boolean,
    edit: Edit<MutableResponse>,
  ): Wrap {
    return intercept(operations, async (call, upstream) => {
      const response = await upstream.forward()
      if (fits(response.status)) await edit(response, call, upstream)
      return response
    })
  }

  /** Edits success responses. */
  const editSuccess = (operations: string | readonly string[], edit: Edit<MutableResponse>) =>
    editResponses(operations, (status) => status < 300, edit)

  /** Replaces the list in success responses with the result of `change`. */
  const editList = (operations: string | readonly string[], change: ChangeList) =>
    editSuccess(operations, (response, call) => {
      const body = readObject(response) ?? {}
      const [field, found] = findList(body) ?? []
      if (field === undefined || !found) return
      setJson(response, { ...body, [field]: change(found, call, body) })
    })

  return {
    intercept,
    editResponses,
    editSuccess,
    editList,
    editAllResponses: (operations: string | readonly string[] | undefined, edit: Edit<MutableResponse>) =>
      editResponses(operations, () => true, edit),
    /** Edits error responses with this status, or all error responses if `status` is undefined. */
    editErrors: (operations: string | readonly string[], status: number | undefined, edit: Edit<MutableResponse>) =>
      editResponses(operations, (found) => (status === undefined ? found >= 400 : found === status), edit),
    /** Edits the JSON object in success responses. */
    editObject: (operations: string | readonly string[], edit: Edit<JsonObject>) =>
      editSuccess(operations, async (response, call, upstream) => {
        const body = readObject(response)
        if (!body) return
        await edit(body, call, upstream)
        setJson(response, body)
      }),
    /** Changes requests before they are forwarded. */
    editRequest: (operations: string | readonly string[], toChange: (call: Call) => Change | undefined) =>
      intercept(operations, (call, { forward }) => forward(toChange(call))),
  }
}

/** Calls `make` once per server, so that each server starts with new state. */
export function perServer(make: () => Wrap): Wrap {
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
