import { parseJson } from '../../../schemas/core/lib/json.ts'
import { toPathPattern } from '../../../schemas/core/lib/path-template.ts'
import { decodePercent } from '../../../schemas/core/lib/percent.ts'
import type { Operation } from '../../../schemas/core/operation.ts'
import type { ExchangeRecord } from '../http/exchange-record.ts'

/** A recorded request, read by the rules that a server has. */
export interface ReadRequest {
  readonly path: Readonly<Record<string, string>>
  readonly query: Readonly<Record<string, string>>
  readonly header: Readonly<Record<string, string>>
  /** The JSON value of the body; nothing where there is none or where it is none. */
  readonly body: unknown
  /** The operation's own schemas take every part of it. */
  readonly isValid: boolean
  /** The response was a documented success. */
  readonly isAccepted: boolean
  /** The response blamed the caller. */
  readonly isRejected: boolean
}

export function readRequest(operation: Operation, { request, response }: ExchangeRecord): ReadRequest {
  const url = new URL(request.url)
  const path = readPath(operation, url.pathname)
  const query = Object.fromEntries(url.searchParams)
  const sent = new Map(request.headers.map(([name, value]) => [name.toLowerCase(), value]))
  const header = Object.fromEntries(
    Object.keys(operation.params.header).flatMap((name) => {
      const value = sent.get(name.toLowerCase())
      return value === undefined ? [] : [[name, value]]
    }),
  )
  const body = readBody(operation, request)
  const status = response?.status ?? 0
  return {
    path,
    query,
    header,
    body,
    isValid: isValid(operation, { path, query, header, body }),
    isAccepted: Object.hasOwn(operation.success, status),
    isRejected: status >= 400 && status < 500,
  }
}

type Parts = Pick<ReadRequest, 'path' | 'query' | 'header' | 'body'>

function isValid({ params, body }: Operation, parts: Parts): boolean {
  const groups = (['path', 'query', 'header'] as const).every((group) =>
    Object.entries(params[group]).every(([name, schema]) => {
      const text = parts[group][name]
      // On the wire a parameter is text, also for numbers and booleans.
      return [text, toScalar(text)].some((value) => schema.safeParse(value).success)
    }),
  )
  if (!groups || body === undefined) return groups
  if (parts.body === undefined) return !body.required
  return body.mediaType !== 'application/json' || body.schema.safeParse(parts.body).success
}

function toScalar(text: string | undefined): unknown {
  if (text === 'true' || text === 'false') return text === 'true'
  return text === undefined || text.trim() === '' || Number.isNaN(Number(text)) ? text : Number(text)
}

function readBody(operation: Operation, { body, bodyBytes }: ExchangeRecord['request']): unknown {
  if (bodyBytes === 0) return undefined
  if (operation.body?.mediaType !== 'application/json') return body
  return parseJson(body)
}

/** The values of the template's names; the longer, qualified template first. */
function readPath({ path, qualifiedPath }: Operation, pathname: string): Readonly<Record<string, string>> {
  for (const template of [qualifiedPath, path]) {
    if (template === undefined) continue
    const groups = toPathPattern(template, '.*').exec(pathname)?.groups
    if (groups) {
      return Object.fromEntries(Object.entries(groups).map(([name, value]) => [name, decodePercent(value) ?? value]))
    }
  }
  return {}
}
