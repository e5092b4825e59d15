import { aliyunFc20160815 as api } from '../../../schemas/aliyun-fc-2016-08-15/api.ts'
import { type Answer, createKit, setHeader, setJson } from '../kit.ts'

/** The tools that mutants of FC 2016-08-15 are made of. */
export const { instead, answers, success, refusal, row, entries, before } = createKit(api)

/** Turns an answer into a documented refusal, with the status that the catalogue gives the code unless told otherwise. */
export function refuse(answer: Answer, code: keyof typeof api.errors, status: number = api.errors[code].status): void {
  const { message } = api.errors[code]
  answer.status = status
  setHeader(answer, 'Content-Type', 'application/json')
  setJson(answer, api.dialect.toErrorBody({ code, message, requestId: 'none' }))
}
