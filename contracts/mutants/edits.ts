import type { Api } from '../../schemas/core/api.ts'
import type { Dialect } from '../../schemas/core/dialect.ts'
import type { ErrorCatalogue } from '../../schemas/core/errors.ts'
import { type MutableResponse, headerOf, type Row, readRow, setHeader, setJson, setText } from './response.ts'
import type { Call } from './call.ts'
import { withJson, withStatus } from './changes.ts'
import { createKit, fresh, type Passage } from './kit.ts'
import type { Wrap } from './mutant.ts'

/** The tools of the kit, and ways to break one field, one response or one refusal of one operation. */
export function createEdits<Code extends string>(
  api: Pick<Api, 'operations'> & { readonly dialect: Dialect<Code>; readonly errors: ErrorCatalogue<Code> },
) {
  const kit = createKit(api)
  const { responses, before, every, instead, refusal, row, success } = kit

  /** Turns a response into a refusal with this code, and with the status that the catalogue gives it. */
  function refuse(response: MutableResponse, code: Code = api.dialect.codes.invalid, as?: number): void {
    const { status, message } = api.errors[code]
    response.status = as ?? status
    setHeader(response, 'Content-Type', 'application/json')
    setJson(response, api.dialect.toErrorBody({ code, message, requestId: 'none' }))
  }

  /** Changes a body before the server sees it. */
  const taking = (operation: string, change: (body: Row) => Row | undefined): Wrap =>
    before(operation, ({ request }) => {
      const body = readRow(request)
      const changed = body && change(body)
      return changed ? { body: changed } : undefined
    })

  /** Changes a query before the server sees it. */
  const mapRequestBody = (operation: string, change: (query: URLSearchParams) => unknown): Wrap =>
    before(operation, ({ query }) => {
      change(query)
      return { query }
    })

  return {
    ...kit,
    refuse,
    taking,
    /** Changes a field of every response that has it. */
    returning: (operation: string, field: string, change: (value: unknown) => unknown): Wrap =>
      row(operation, (body) => {
        if (field in body) body[field] = change(body[field])
      }),
    /** Puts fields into every response. */
    setResponseFields: (operations: string | readonly string[], fields: Readonly<Row>): Wrap =>
      row(operations, (body) => Object.assign(body, fields)),
    /** Leaves a field out of every response. */
    omitting: (operation: string, field: string): Wrap =>
      row(operation, (body) => {
        delete body[field]
      }),
    /** Returns another id each time. */
    renumbering: (operation: string, field: string): Wrap =>
      fresh(() => {
        let count = 0
        return row(operation, (body) => {
          count += 1
          body[field] = `id-${count}`
        })
      }),
    /** Changes a field of every body that has it. */
    sending: (operation: string, field: string, change: (value: unknown) => unknown): Wrap =>
      taking(operation, (body) => (field in body ? { ...body, [field]: change(body[field]) } : undefined)),
    /** Changes a field of every body that has a text in it. */
    replaceText: (operation: string, field: string, change: (text: string) => unknown): Wrap =>
      taking(operation, (body) =>
        typeof body[field] === 'string' ? { ...body, [field]: change(body[field]) } : undefined,
      ),
    /** Does not hear some fields of a body. */
    dropFields: (operation: string, ...fields: readonly string[]): Wrap =>
      taking(operation, (body) => Object.fromEntries(Object.entries(body).filter(([name]) => !fields.includes(name)))),
    /** Puts fields into a body that does not have them. */
    filling: (operation: string, fields: Readonly<Row>): Wrap => taking(operation, (body) => ({ ...fields, ...body })),
    mapRequestBody,
    /** Does not hear a parameter of the query. */
    ignoring: (operation: string, name: string): Wrap => mapRequestBody(operation, (query) => query.delete(name)),
    /** Takes another ETag for the one in If-Match, or none. */
    comparing: (operation: string, toOther: (tag: string) => string | undefined): Wrap =>
      before(operation, ({ request }) => {
        const tag = headerOf(request, 'if-match')
        return tag === undefined ? undefined : { headers: { 'if-match': toOther(tag) } }
      }),
    /** Refuses bodies that it should take. */
    refusing: (operation: string, fits: (body: Row) => boolean): Wrap =>
      success(operation, (response, { request }) => {
        if (fits(readRow(request) ?? {})) refuse(response)
      }),
    /** Refuses with another code what is refused with this status. */
    replaceErrorCode: (operation: string, from: number, code: Code, as?: number): Wrap =>
      refusal(operation, from, (response) => refuse(response, code, as)),
    /** Returns one code where another is right. */
    replaceErrorCodeOf: (operation: string, right: Code, wrong: Code): Wrap =>
      refusal(operation, api.errors[right].status, (response) => {
        const isMeant = Object.values(readRow(response) ?? {}).includes(right)
        if (isMeant) refuse(response, wrong)
      }),
    /** Makes other JSON of the body of every refusal. */
    replaceErrorBody: (operation: string, change: (body: Row | undefined) => unknown): Wrap =>
      refusal(operation, undefined, withJson(change)),
    /** Where it refuses with this status, mends the cause and tries once more. */
    editRequest: (
      operation: string,
      status: number,
      mend: (call: Call, ask: Passage['ask']) => Promise<unknown>,
    ): Wrap =>
      instead(operation, async (call, { forward, ask }) => {
        const response = await forward()
        if (response.status !== status) return response
        await mend(call, ask)
        return await forward()
      }),
    /** Gives the successes another status, or the responses that have the status `from`. */
    replaceStatus: (operation: string, status: number, from?: number): Wrap =>
      responses(operation, (found) => (from === undefined ? found < 300 : found === from), withStatus(status)),
    /** Returns nothing but a status. */
    stub: (operation: string, status: number): Wrap =>
      every(operation, (response) => {
        response.status = status
        setText(response, '')
      }),
  }
}
