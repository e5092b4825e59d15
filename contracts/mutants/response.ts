import { readJson } from '../core/http/exchange.ts'
import { isObject } from '../core/assertions/expect-response.ts'
import type { ServerAnswer } from './mutant.ts'

/** An answer that may be changed before it leaves. */
export interface Answer {
  status: number
  headers: [name: string, value: string][]
  body: Uint8Array
  connection?: NonNullable<ServerAnswer['connection']>
}

/** A JSON object that may be changed. */
export type Row = Record<string, unknown>

export function toMutable({ status, headers, body, connection }: ServerAnswer): Answer {
  return { status, headers: headers.map(([name, value]) => [name, value]), body, ...(connection && { connection }) }
}

/** The object that a body holds, of an answer or a request. */
export function readRow(message: Pick<Answer, 'body'>): Row | undefined {
  const reading = readJson(message.body)
  return reading.ok ? toRow(reading.value) : undefined
}

/** A copy of an object, nothing of any other value. */
export function toRow(value: unknown): Row | undefined {
  return isObject(value) ? { ...value } : undefined
}

/** The list that a body carries, with the field that it is in. */
export function findList(body: Readonly<Row> = {}): readonly [field: string, list: readonly Row[]] | undefined {
  for (const [field, value] of Object.entries(body)) if (Array.isArray(value)) return [field, value]
  return undefined
}

export function readText({ body }: Pick<Answer, 'body'>): string {
  return Buffer.from(body).toString()
}

export function toBytes(value: unknown): Uint8Array {
  return Buffer.from(JSON.stringify(value))
}

/** Other bytes; the length that was announced goes with them. */
export function setBytes(answer: Answer, body: Uint8Array): void {
  answer.body = body
  dropHeader(answer, 'content-length')
}

export function setJson(answer: Answer, value: unknown): void {
  setBytes(answer, toBytes(value))
}

export function setText(answer: Answer, text: string): void {
  setBytes(answer, Buffer.from(text))
}

export function headerOf(message: { readonly headers: readonly (readonly [string, string])[] }, name: string) {
  return message.headers.find(([key]) => key.toLowerCase() === name)?.[1]
}

export function dropHeader(answer: Answer, name: string): void {
  answer.headers = answer.headers.filter(([key]) => key.toLowerCase() !== name)
}

export function setHeader(answer: Answer, name: string, value: string): void {
  dropHeader(answer, name.toLowerCase())
  answer.headers.push([name, value])
}
