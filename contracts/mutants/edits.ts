import type { Api } from '../../schemas/core/api.ts'
import type { Dialect } from '../../schemas/core/dialect.ts'
import type { ErrorCatalogue } from '../../schemas/core/errors.ts'
import type { Resource } from '../../schemas/core/resource.ts'
import type { Call } from './call.ts'
import { withStatus } from './changes.ts'
import { createKit, type Upstream } from './kit.ts'
import type { Wrap } from './mutant.ts'
import { toNames, toPath } from './resource-names.ts'
import { type JsonObject, type MutableResponse, readObject, setHeader, setJson, setText, toObject } from './response.ts'

/** The functions of the kit, and functions that break one field, response or error of an operation. */
export function createEdits<Code extends string>(
  api: Pick<Api, 'operations'> & { readonly dialect: Dialect<Code>; readonly errors: ErrorCatalogue<Code> },
) {
  const kit = createKit(api)
  const { editResponses, editRequest, editAllResponses, intercept, editObject, editSuccess } = kit

  /** Turns a response into an error with this code. The status is that of the error catalogue unless `as` is given. */
  function setError(response: MutableResponse, code: Code = api.dialect.codes.invalid, as?: number): void {
    const { status, message } = api.errors[code]
    response.status = as ?? status
    setHeader(response, 'Content-Type', 'application/json')
    setJson(response, api.dialect.toErrorBody({ code, message, requestId: 'none' }))
  }

  /** Forwards another request body. If `change` returns undefined, the body is forwarded unchanged. */
  const mapRequestBody = (operation: string, change: (body: JsonObject) => JsonObject | undefined): Wrap =>
    editRequest(operation, ({ request }) => {
      const body = readObject(request)
      const changed = body && change(body)
      return changed ? { body: changed } : undefined
    })

  /** Edits the query of the request. */
  const editQuery = (operation: string, edit: (query: URLSearchParams) => unknown): Wrap =>
    editRequest(operation, ({ query }) => {
      edit(query)
      return { query }
    })

  /** Returns an error for calls that fit. They are not forwarded. */
  const rejectCalls = (operation: string, fits: (call: Call) => boolean, code: Code, status?: number): Wrap =>
    intercept(operation, async (call, { forward }) => {
      if (!fits(call)) return await forward()
      const requestId = 'a3d1c2b4-0000-4000-8000-000000000000'
      const response = { status: 400, headers: [], body: new Uint8Array() } as MutableResponse
      setHeader(response, api.dialect.requestIdHeader, requestId)
      setError(response, code, status)
      return response
    })

  /** Reads the resource of a call. Undefined if the resource does not exist or no operation reads it. */
  async function readCurrent(
    { resource }: { readonly resource: Resource | undefined },
    call: Pick<Call, 'names' | 'body'>,
    upstream: Upstream,
  ): Promise<JsonObject | undefined> {
    const { read, readBody } = resource ?? {}
    if (!resource || !read) return undefined
    if (readBody) return readObject(await upstream.forward({ body: readBody }))
    const path = toPath(read, toNames(resource, call))
    if (path === undefined) return undefined
    const response = await upstream.send(read.method.toUpperCase(), path)
    return response.status < 300 ? readObject(response) : undefined
  }

  return {
    ...kit,
    api,
    setError,
    rejectCalls,
    readCurrent,
    /** Returns an error for JSON objects that fit. They are not forwarded. */
    rejectRequests: (
      operation: string,
      fits: (body: JsonObject) => boolean,
      code: Code = api.dialect.codes.invalid,
      status?: number,
    ): Wrap =>
      rejectCalls(
        operation,
        ({ body }) => {
          const object = toObject(body)
          return object !== undefined && fits(object)
        },
        code,
        status,
      ),
    /** Maps the request body with the stored state of its resource. */
    withCurrent: (
      site: { readonly operation: { readonly id: string }; readonly resource: Resource | undefined },
      change: (body: JsonObject, current: JsonObject) => Promise<JsonObject>,
    ): Wrap =>
      intercept(site.operation.id, async (call, upstream) => {
        const body = toObject(call.body)
        const current = body && (await readCurrent(site, call, upstream))
        return await upstream.forward(body && current ? { body: await change(body, current) } : undefined)
      }),
    /** Maps a response body that is a JSON object. */
    mapJsonOf(response: MutableResponse, change: (body: JsonObject) => unknown): MutableResponse {
      const body = response.status < 300 ? readObject(response) : undefined
      if (body) setJson(response, change(body))
      return response
    },
    mapRequestBody,
    dropRequestFields: (operation: string, ...fields: readonly string[]): Wrap =>
      mapRequestBody(operation, (body) =>
        Object.fromEntries(Object.entries(body).filter(([name]) => !fields.includes(name))),
      ),
    editQuery,
    /** Returns an error for valid request bodies that fit. */
    rejectBodies: (operation: string, fits: (body: JsonObject) => boolean): Wrap =>
      editSuccess(operation, (response, { request }) => {
        if (fits(readObject(request) ?? {})) setError(response)
      }),
    /** Maps a field of success responses that have it. */
    mapResponseField: (operation: string, field: string, change: (value: unknown) => unknown): Wrap =>
      editObject(operation, (body) => {
        if (field in body) body[field] = change(body[field])
      }),
    /** Sets fields of success responses. */
    setResponseFields: (operations: string | readonly string[], fields: Readonly<JsonObject>): Wrap =>
      editObject(operations, (body) => Object.assign(body, fields)),
    dropResponseField: (operation: string, field: string): Wrap =>
      editObject(operation, (body) => {
        delete body[field]
      }),
    /** Replaces the status of success responses, or of responses with the status `from`. */
    replaceStatus: (operation: string, status: number, from?: number): Wrap =>
      editResponses(operation, (found) => (from === undefined ? found < 300 : found === from), withStatus(status)),
    /** Returns only a status, without a body. */
    returnOnlyStatus: (operation: string, status: number): Wrap =>
      editAllResponses(operation, (response) => {
        response.status = status
        setText(response, '')
      }),
  }
}
