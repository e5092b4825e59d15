import type { Api } from '../../schemas/core/api.ts'
import { type Answer, createKit, fresh, type Row, readRow, setHeader, setJson } from './kit.ts'
import type { Wrap } from './mutant.ts'

/** Ways to break one field of one operation. */
export function createEdits(api: Api) {
  const { row, before, answers, refusal, success } = createKit(api)
  const invalid = api.dialect.codes.invalid

  /** Turns an answer into a refusal with this code. */
  function refuse(answer: Answer, code: string = invalid): void {
    const { status = 400, message = '' } = api.errors[code] ?? {}
    answer.status = status
    setHeader(answer, 'Content-Type', 'application/json')
    setJson(answer, api.dialect.toErrorBody({ code, message, requestId: 'none' }))
  }

  return {
    refusal,
    success,
    before,
    refuse,
    /** Changes a field of every answer that has it. */
    answering: (operation: string, field: string, change: (value: unknown) => unknown): Wrap =>
      row(operation, (body) => {
        if (field in body) body[field] = change(body[field])
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
    /** Changes a body before the server sees it. */
    taking: (operation: string, change: (body: Row) => Row | undefined): Wrap =>
      before(operation, ({ request }) => {
        const body = readRow(request)
        const changed = body && change(body)
        return changed ? { body: changed } : undefined
      }),
    /** Refuses bodies that it should take. */
    refusing: (operation: string, fits: (body: Row) => boolean): Wrap =>
      answers(
        operation,
        (status) => status < 300,
        (answer, { request }) => {
          if (fits(readRow(request) ?? {})) refuse(answer)
        },
      ),
    /** Answers one code where another is right. */
    miscoding: (operation: string, right: string, wrong: string): Wrap =>
      refusal(operation, api.errors[right]?.status, (answer) => {
        const isMeant = Object.values(readRow(answer) ?? {}).includes(right)
        if (isMeant) refuse(answer, wrong)
      }),
  }
}
