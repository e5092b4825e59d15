import { gzipSync } from 'node:zlib'
import { isObject } from '../../core/assertions/expect-response.ts'
import { perServer } from '../kit.ts'
import {
  headerOf,
  type MutableResponse,
  readObject,
  readText,
  setBytes,
  setHeader,
  setJson,
  setText,
} from '../response.ts'
import type { SiteKind } from '../sites/site.ts'
import type { Kit, Operator } from './operator.ts'

/** Changes a server in a way that no source forbids. The suite must not report it. */
export interface BenignOperator<Kind extends SiteKind = SiteKind>
  extends Pick<Operator<Kind>, 'id' | 'kind' | 'what' | 'wrap'> {}

type Edit = (
  response: MutableResponse,
  count: number,
  kit: Kit,
  headers: readonly (readonly [string, string])[],
) => void

const ofOperations = (operators: Readonly<Record<string, { what: string; edit: Edit }>>): BenignOperator<'success'>[] =>
  Object.entries(operators).map(([id, { what, edit }]) => ({
    id,
    kind: 'success',
    what: () => what,
    wrap: (site, kit) =>
      perServer(() => {
        let count = 0
        return kit.editAllResponses(site.operation.id, (response, { request }) => {
          count += 1
          edit(response, count, kit, request.headers)
        })
      }),
  }))

const isJson = (response: MutableResponse) =>
  headerOf(response, 'content-type')?.startsWith('application/json') ?? false

/** Reverses the order of properties at every depth. */
function reverse(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reverse)
  if (!isObject(value)) return value
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([name, item]) => [name, reverse(item)]),
  )
}

/** Changes of all responses of an operation that no source forbids. */
export const benignOperators = ofOperations({
  'add-header': {
    what: 'returns an undocumented header',
    edit: (response) => setHeader(response, 'X-Served-By', 'node-7'),
  },
  'reverse-properties': {
    what: 'returns properties in reverse order with white space',
    edit: (response) => {
      const body = readObject(response)
      if (body && isJson(response)) setText(response, JSON.stringify(reverse(body), undefined, 3))
    },
  },
  'lower-case-header-names': {
    what: 'returns header names in lower case, unless clients depend on the case',
    edit: (response, _, { api }) => {
      const kept = Object.values(api.dialect.headerNames ?? {})
      response.headers = response.headers.map(([name, value]) => [
        kept.includes(name) ? name : name.toLowerCase(),
        value,
      ])
    },
  },
  'state-charset': {
    what: 'returns a charset in Content-Type',
    edit: (response) => {
      if (headerOf(response, 'content-type') === 'application/json')
        setHeader(response, 'Content-Type', 'application/json; charset=UTF-8')
    },
  },
  'escape-non-ascii': {
    what: 'escapes other than ASCII characters in JSON',
    edit: (response) => {
      if (!isJson(response)) return
      const toEscape = (letter: string) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`
      setText(response, readText(response).replaceAll(/[^\0-\u007f]/g, toEscape))
    },
  },
  'times-in-other-zone': {
    what: 'returns times in another zone',
    edit: (response) => {
      if (!isJson(response)) return
      setText(
        response,
        readText(response).replaceAll(/"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3})\+0000"/g, (_, time: string) => {
          const local = new Date(Date.parse(`${time}Z`) + 8 * 3_600_000).toISOString()
          return `"${local.replace('Z', '+08:00')}"`
        }),
      )
    },
  },
  'times-in-seconds': {
    what: 'returns times without fractions of a second',
    edit: (response) => {
      if (isJson(response))
        setText(response, readText(response).replaceAll(/(T\d\d:\d\d:\d\d)\.\d{3}(\+0000|Z)"/g, '$1Z"'))
    },
  },
  'request-ids-in-other-format': {
    what: 'returns request ids in another format',
    edit: (response, count, { api }) => {
      const id = `req-${count}-${headerOf(response, api.dialect.requestIdHeader.toLowerCase())?.slice(0, 8)}`
      setHeader(response, api.dialect.requestIdHeader, id)
      const body = response.status >= 400 ? readObject(response) : undefined
      if (body && 'RequestId' in body) setJson(response, { ...body, RequestId: id })
    },
  },
  'chunked-responses': {
    what: 'returns chunked responses',
    edit: (response) => {
      if (response.body.length > 0) setHeader(response, 'Transfer-Encoding', 'chunked')
    },
  },
  'compress-if-accepted': {
    what: 'compresses responses if the client accepts gzip',
    edit: (response, _, __, headers) => {
      const accepted = headers.find(([name]) => name.toLowerCase() === 'accept-encoding')?.[1]
      if (!accepted?.includes('gzip') || response.body.length === 0) return
      setBytes(response, gzipSync(response.body))
      setHeader(response, 'Content-Encoding', 'gzip')
    },
  },
  'other-error-messages': {
    what: 'returns other error messages',
    edit: (response) => {
      const body = response.status >= 400 ? readObject(response) : undefined
      if (!body) return
      const names = Object.keys(body).filter((name) => /message|msg/i.test(name))
      setJson(response, {
        ...body,
        ...Object.fromEntries(names.map((name) => [name, 'Das geht nicht. Bitte prüfen.'])),
      })
    },
  },
  'integers-with-fraction': {
    what: 'returns integers as 1.0',
    edit: (response) => {
      if (isJson(response)) setText(response, readText(response).replaceAll(/":(\d+)(?=[,}])/g, '":$1.0'))
    },
  },
  'integers-with-exponent': {
    what: 'returns integers as 1e0',
    edit: (response) => {
      if (isJson(response)) setText(response, readText(response).replaceAll(/":(\d+)(?=[,}])/g, '":$1e0'))
    },
  },
  'escape-slashes': {
    what: 'escapes each slash in JSON',
    edit: (response) => {
      if (isJson(response)) setText(response, readText(response).replaceAll('/', '\\/'))
    },
  },
  'escape-letters': {
    what: 'escapes each letter z in JSON texts as a code point',
    edit: (response) => {
      const body = readObject(response)
      if (!body || !isJson(response)) return
      const toEscaped = (text: string) => text.replaceAll('z', '\\u007a')
      setText(response, JSON.stringify(body).replaceAll(/"(?:[^"\\]|\\.)*"/g, toEscaped))
    },
  },
  'standard-headers': {
    what: 'returns common headers of HTTP, some of them repeatedly',
    edit: (response) => {
      response.headers.push(
        ['Server', 'gateway/2'],
        ['Cache-Control', 'no-store'],
        ['Vary', 'Accept-Encoding'],
        ['Vary', 'Origin'],
        ['Set-Cookie', 'route=1; Path=/'],
        ['Set-Cookie', 'zone=b; Path=/'],
      )
    },
  },
  'media-type-in-capitals': {
    what: 'returns the media type in capital letters',
    edit: (response) => {
      const type = headerOf(response, 'content-type')
      if (type === 'application/json') setHeader(response, 'Content-Type', 'Application/JSON')
    },
  },
  'reverse-headers': {
    what: 'returns the headers in another order',
    edit: (response) => {
      response.headers.reverse()
    },
  },
})
