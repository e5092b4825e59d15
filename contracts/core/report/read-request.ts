import type { z } from 'zod'
import { toIssueWords } from '../../../schemas/core/issue-words.ts'
import { readAt } from '../../../schemas/core/edits.ts'
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

export function readRequest(
  operation: Operation,
  { request, response }: Pick<ExchangeRecord, 'request' | 'response'>,
): ReadRequest {
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
    isValid: findRequestIssues(operation, { path, query, header, body }).length === 0,
    isAccepted: Object.hasOwn(operation.success, status),
    isRejected: status >= 400 && status < 500,
  }
}

type Parts = Pick<ReadRequest, 'path' | 'query' | 'header' | 'body'>

/** A part of a request that the schemas of its operation reject. */
export interface RequestIssue {
  /** `query.limit`, or `body.code.zipFile`. */
  readonly place: string
  /** The rule, such as `must be a string`. */
  readonly words: string
  readonly found: unknown
}

/** Everything in a request that the schemas of its operation reject. */
export function findRequestIssues({ params, body }: Operation, parts: Parts): readonly RequestIssue[] {
  const issues = (['path', 'query', 'header'] as const).flatMap((group) =>
    Object.entries(params[group]).flatMap(([name, schema]) => {
      const text = parts[group][name]
      // On the wire a parameter is text, also for numbers and booleans.
      if (schema.safeParse(text).success) return []
      const value = toScalar(text)
      return toIssues(`${group}.${name}`, value, schema.safeParse(value).error)
    }),
  )
  if (issues.length > 0 || body === undefined) return issues
  if (parts.body === undefined)
    return body.required ? [{ place: 'body', words: 'must be present', found: undefined }] : []
  if (body.mediaType !== 'application/json') return []
  return toIssues('body', parts.body, body.schema.safeParse(parts.body).error)
}

function toIssues(place: string, value: unknown, error: z.ZodError | undefined): readonly RequestIssue[] {
  return (error?.issues ?? []).map((issue) => {
    const found = readAt(value, issue.path as readonly (string | number)[]) // JSON has no symbols
    return { place: [place, ...issue.path.map(String)].join('.'), words: toIssueWords(issue, found), found }
  })
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
