import { readJson } from '../core/http/exchange.ts'
import { isObject } from '../core/assertions/expect-response.ts'
import type { MutantResponse } from './mutant.ts'

/** A response that may be changed before it leaves. */
export interface MutableResponse {
  status: number
  headers: [name: string, value: string][]
  body: Uint8Array
  connection?: NonNullable<MutantResponse['connection']>
}

/** A JSON object that may be changed. */
export type Row = Record<string, unknown>

export function toMutable({ status, headers, body, connection }: MutantResponse): MutableResponse {
  return { status, headers: headers.map(([name, value]) => [name, value]), body, ...(connection && { connection }) }
}

/** The object that a body holds, of a response or a request. */
export function readRow(message: Pick<MutableResponse, 'body'>): Row | undefined {
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

export function readText({ body }: Pick<MutableResponse, 'body'>): string {
  return Buffer.from(body).toString()
}

export function toBytes(value: unknown): Uint8Array {
  return Buffer.from(JSON.stringify(value))
}

/** Other bytes; the length that was announced goes with them. */
export function setBytes(response: MutableResponse, body: Uint8Array): void {
  response.body = body
  dropHeader(response, 'content-length')
}

export function setJson(response: MutableResponse, value: unknown): void {
  setBytes(response, toBytes(value))
}

export function setText(response: MutableResponse, text: string): void {
  setBytes(response, Buffer.from(text))
}

export function headerOf(message: { readonly headers: readonly (readonly [string, string])[] }, name: string) {
  return message.headers.find(([key]) => key.toLowerCase() === name)?.[1]
}

export function dropHeader(response: MutableResponse, name: string): void {
  response.headers = response.headers.filter(([key]) => key.toLowerCase() !== name)
}

export function setHeader(response: MutableResponse, name: string, value: string): void {
  dropHeader(response, name.toLowerCase())
  response.headers.push([name, value])
}
