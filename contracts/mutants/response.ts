import { isObject } from '../core/assertions/expect-response.ts'
import { readJson } from '../core/http/exchange.ts'
import type { MutantResponse } from './mutant.ts'

/** A response that a mutant can edit before it is sent. */
export interface MutableResponse {
  status: number
  headers: [name: string, value: string][]
  body: Uint8Array
  connection?: NonNullable<MutantResponse['connection']>
}

export type JsonObject = Record<string, unknown>

export function toMutable({ status, headers, body, connection }: MutantResponse): MutableResponse {
  return { status, headers: headers.map(([name, value]) => [name, value]), body, ...(connection && { connection }) }
}

/** The JSON object in the body of a request or response. Undefined if the body is anything else. */
export function readObject(message: Pick<MutableResponse, 'body'>): JsonObject | undefined {
  const reading = readJson(message.body)
  return reading.ok ? toObject(reading.value) : undefined
}

/** Copies an object. Returns undefined for any other value. */
export function toObject(value: unknown): JsonObject | undefined {
  return isObject(value) ? { ...value } : undefined
}

/** The first array in a body, with its field name. */
export function findList(
  body: Readonly<JsonObject> = {},
): readonly [field: string, list: readonly JsonObject[]] | undefined {
  for (const [field, value] of Object.entries(body)) if (Array.isArray(value)) return [field, value]
  return undefined
}

export function readText({ body }: Pick<MutableResponse, 'body'>): string {
  return Buffer.from(body).toString()
}

export function toBytes(value: unknown): Uint8Array {
  return Buffer.from(JSON.stringify(value))
}

/** Replaces the body and removes Content-Length. */
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

/** Keeps the case of the name if the response has the header. */
export function setHeader(response: MutableResponse, name: string, value: string): void {
  const present = response.headers.find(([key]) => key.toLowerCase() === name.toLowerCase())?.[0]
  dropHeader(response, name.toLowerCase())
  response.headers.push([present ?? name, value])
}
