import type { Api } from '../../schemas/core/api.ts'
import type { Dialect } from '../../schemas/core/dialect.ts'
import type { ErrorCatalogue } from '../../schemas/core/errors.ts'
import { type Answer, headerOf, type Row, readRow, setHeader, setJson, setText } from './response.ts'
import type { Call } from './call.ts'
import { withJson, withStatus } from './changes.ts'
import { createKit, fresh, type Passage } from './kit.ts'
import type { Wrap } from './mutant.ts'

/** The tools of the kit, and ways to break one field, one answer or one refusal of one operation. */
export function createEdits<Code extends string>(
  api: Pick<Api, 'operations'> & { readonly dialect: Dialect<Code>; readonly errors: ErrorCatalogue<Code> },
) {
  const kit = createKit(api)
  const { answers, before, every, instead, refusal, row, success } = kit

  /** Turns an answer into a refusal with this code, and with the status that the catalogue gives it. */
  function refuse(answer: Answer, code: Code = api.dialect.codes.invalid, as?: number): void {
    const { status, message } = api.errors[code]
    answer.status = as ?? status
    setHeader(answer, 'Content-Type', 'application/json')
    setJson(answer, api.dialect.toErrorBody({ code, message, requestId: 'none' }))
  }

  /** Changes a body before the server sees it. */
  const taking = (operation: string, change: (body: Row) => Row | undefined): Wrap =>
    before(operation, ({ request }) => {
      const body = readRow(request)
      const changed = body && change(body)
      return changed ? { body: changed } : undefined
    })

  /** Changes a query before the server sees it. */
  const asking = (operation: string, change: (query: URLSearchParams) => unknown): Wrap =>
    before(operation, ({ query }) => {
      change(query)
      return { query }
    })

  return {
    ...kit,
    refuse,
    taking,
    /** Changes a field of every answer that has it. */
    answering: (operation: string, field: string, change: (value: unknown) => unknown): Wrap =>
      row(operation, (body) => {
        if (field in body) body[field] = change(body[field])
      }),
    /** Puts fields into every answer. */
    giving: (operations: string | readonly string[], fields: Readonly<Row>): Wrap =>
      row(operations, (body) => Object.assign(body, fields)),
    /** Leaves a field out of every answer. */
    omitting: (operation: string, field: string): Wrap =>
      row(operation, (body) => {
        delete body[field]
      }),
    /** Answers another id each time. */
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
    rewriting: (operation: string, field: string, change: (text: string) => unknown): Wrap =>
      taking(operation, (body) =>
        typeof body[field] === 'string' ? { ...body, [field]: change(body[field]) } : undefined,
      ),
    /** Does not hear some fields of a body. */
    dropping: (operation: string, ...fields: readonly string[]): Wrap =>
      taking(operation, (body) => Object.fromEntries(Object.entries(body).filter(([name]) => !fields.includes(name)))),
    /** Puts fields into a body that does not have them. */
    filling: (operation: string, fields: Readonly<Row>): Wrap => taking(operation, (body) => ({ ...fields, ...body })),
    asking,
    /** Does not hear a parameter of the query. */
    ignoring: (operation: string, name: string): Wrap => asking(operation, (query) => query.delete(name)),
    /** Takes another ETag for the one in If-Match, or none. */
    comparing: (operation: string, toOther: (tag: string) => string | undefined): Wrap =>
      before(operation, ({ request }) => {
        const tag = headerOf(request, 'if-match')
        return tag === undefined ? undefined : { headers: { 'if-match': toOther(tag) } }
      }),
    /** Refuses bodies that it should take. */
    refusing: (operation: string, fits: (body: Row) => boolean): Wrap =>
      success(operation, (answer, { request }) => {
        if (fits(readRow(request) ?? {})) refuse(answer)
      }),
    /** Refuses with another code what is refused with this status. */
    recoding: (operation: string, from: number, code: Code, as?: number): Wrap =>
      refusal(operation, from, (answer) => refuse(answer, code, as)),
    /** Answers one code where another is right. */
    miscoding: (operation: string, right: Code, wrong: Code): Wrap =>
      refusal(operation, api.errors[right].status, (answer) => {
        const isMeant = Object.values(readRow(answer) ?? {}).includes(right)
        if (isMeant) refuse(answer, wrong)
      }),
    /** Makes other JSON of the body of every refusal. */
    shaping: (operation: string, change: (body: Row | undefined) => unknown): Wrap =>
      refusal(operation, undefined, withJson(change)),
    /** Where it refuses with this status, mends the cause and tries once more. */
    mending: (operation: string, status: number, mend: (call: Call, ask: Passage['ask']) => Promise<unknown>): Wrap =>
      instead(operation, async (call, { forward, ask }) => {
        const answer = await forward()
        if (answer.status !== status) return answer
        await mend(call, ask)
        return await forward()
      }),
    /** Gives the successes another status, or the answers that have the status `from`. */
    numbering: (operation: string, status: number, from?: number): Wrap =>
      answers(operation, (found) => (from === undefined ? found < 300 : found === from), withStatus(status)),
    /** Answers nothing but a status. */
    stubbing: (operation: string, status: number): Wrap =>
      every(operation, (answer) => {
        answer.status = status
        setText(answer, '')
      }),
  }
}
