import type { Api } from '../../schemas/core/api.ts'
import type { Dialect } from '../../schemas/core/dialect.ts'
import type { ErrorCatalogue } from '../../schemas/core/errors.ts'
import { fillPath, toPathNames } from '../../schemas/core/lib/path-template.ts'
import type { Resource } from '../../schemas/core/resource.ts'
import type { Call } from './call.ts'
import { withJson, withStatus } from './changes.ts'
import { createKit, perServer, type Upstream } from './kit.ts'
import type { Wrap } from './mutant.ts'
import {
  headerOf,
  type JsonObject,
  type MutableResponse,
  readObject,
  setHeader,
  setJson,
  setText,
  toObject,
} from './response.ts'

/** The functions of the kit, and functions that break one field, response or error of an operation. */
export function createEdits<Code extends string>(
  api: Pick<Api, 'operations'> & { readonly dialect: Dialect<Code>; readonly errors: ErrorCatalogue<Code> },
) {
  const kit = createKit(api)
  const { editResponses, editRequest, editAllResponses, intercept, editErrors, editObject, editSuccess } = kit

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
    { names, body }: Pick<Call, 'names' | 'body'>,
    { forward, send }: Upstream,
  ): Promise<JsonObject | undefined> {
    const { read, readBody, key = '' } = resource ?? {}
    if (!read) return undefined
    if (readBody) return readObject(await forward({ body: readBody }))
    const keys: Readonly<Record<string, unknown>> = { ...toObject(body), ...names }
    const missing = toPathNames(read.path).find((name) => typeof (names[name] ?? keys[key]) !== 'string')
    if (missing !== undefined) return undefined
    const path = fillPath(read.path, (name) => encodeURIComponent(String(names[name] ?? keys[key])))
    const response = await send(read.method.toUpperCase(), path)
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
    /** Maps a field of the request body if the body has it. */
    mapRequestField: (operation: string, field: string, change: (value: unknown) => unknown): Wrap =>
      mapRequestBody(operation, (body) => (field in body ? { ...body, [field]: change(body[field]) } : undefined)),
    /** Maps a field of the request body if its value is a string. */
    mapRequestText: (operation: string, field: string, change: (text: string) => unknown): Wrap =>
      mapRequestBody(operation, (body) =>
        typeof body[field] === 'string' ? { ...body, [field]: change(body[field]) } : undefined,
      ),
    dropRequestFields: (operation: string, ...fields: readonly string[]): Wrap =>
      mapRequestBody(operation, (body) =>
        Object.fromEntries(Object.entries(body).filter(([name]) => !fields.includes(name))),
      ),
    /** Adds fields to request bodies that do not have them. */
    addRequestDefaults: (operation: string, fields: Readonly<JsonObject>): Wrap =>
      mapRequestBody(operation, (body) => ({ ...fields, ...body })),
    editQuery,
    dropQueryParameter: (operation: string, name: string): Wrap => editQuery(operation, (query) => query.delete(name)),
    /** Maps the ETag in If-Match, or removes the header if the result is undefined. */
    mapIfMatch: (operation: string, change: (tag: string) => string | undefined): Wrap =>
      editRequest(operation, ({ request }) => {
        const tag = headerOf(request, 'if-match')
        return tag === undefined ? undefined : { headers: { 'if-match': change(tag) } }
      }),
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
    /** Sets a field to a new id in each success response. */
    renumberField: (operation: string, field: string): Wrap =>
      perServer(() => {
        let count = 0
        return editObject(operation, (body) => {
          count += 1
          body[field] = `id-${count}`
        })
      }),
    /** Replaces errors that have this status with another error. */
    replaceErrorByStatus: (operation: string, from: number, code: Code, as?: number): Wrap =>
      editErrors(operation, from, (response) => setError(response, code, as)),
    /** Replaces errors that have the code `right` with the error `wrong`. */
    replaceErrorByCode: (operation: string, right: Code, wrong: Code): Wrap =>
      editErrors(operation, api.errors[right].status, (response) => {
        const hasCode = Object.values(readObject(response) ?? {}).includes(right)
        if (hasCode) setError(response, wrong)
      }),
    /** Maps the JSON body of every error. */
    mapErrorBody: (operation: string, change: (body: JsonObject | undefined) => unknown): Wrap =>
      editErrors(operation, undefined, withJson(change)),
    /** If the response has this status, fixes the cause and forwards the request again. */
    fixAndRetry: (
      operation: string,
      status: number,
      fix: (call: Call, send: Upstream['send']) => Promise<unknown>,
    ): Wrap =>
      intercept(operation, async (call, { forward, send }) => {
        const response = await forward()
        if (response.status !== status) return response
        await fix(call, send)
        return await forward()
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
