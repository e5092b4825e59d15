import { gzipSync } from 'node:zlib'
import type { Api } from '../../schemas/core/api.ts'
import { perServer } from './kit.ts'
import type { BenignMutant, Wrap } from './mutant.ts'
import {
  headerOf,
  type MutableResponse,
  readObject,
  readText,
  setBytes,
  setHeader,
  setJson,
  setText,
  toMutable,
} from './response.ts'

/** Section 12 of the catalogue: permitted differences. The suite must not report findings for them. */
export function toBenignMutants({ dialect }: Api): readonly BenignMutant[] {
  return [
    benign('G01', 'adds an undocumented header', (response) => setHeader(response, 'X-Served-By', 'node-7')),
    benign('G02', 'returns properties in reverse order with white space', (response) => {
      const body = readObject(response)
      if (body) setText(response, JSON.stringify(Object.fromEntries(Object.entries(body).reverse()), undefined, 3))
    }),
    benign('G03', 'returns header names in lower case', (response) => {
      response.headers = response.headers.map(([name, value]) => [name.toLowerCase(), value])
    }),
    benign('G04', 'returns a charset in Content-Type', (response) => {
      if (headerOf(response, 'content-type') === 'application/json') {
        setHeader(response, 'Content-Type', 'application/json;charset=UTF-8')
      }
    }),
    benign('G05', 'returns times in another zone', (response) => {
      const text = readText(response)
      const setFieldForGood = text.replaceAll(/"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3})\+0000"/g, (_, time: string) => {
        const local = new Date(Date.parse(`${time}Z`) + 8 * 3_600_000).toISOString()
        return `"${local.replace('Z', '+08:00')}"`
      })
      if (isJson(response)) setText(response, setFieldForGood)
    }),
    benign('G06', 'returns request ids in another format', (response, count) => {
      const id = `req-${count}-${Math.random().toString(36).slice(2)}`
      setHeader(response, dialect.requestIdHeader, id)
      // Some error bodies contain the request id, too.
      const body = response.status >= 400 ? readObject(response) : undefined
      if (body && 'RequestId' in body) setJson(response, { ...body, RequestId: id })
    }),
    benign('G14', 'returns chunked responses', (response) => {
      if (response.body.length > 0) setHeader(response, 'Transfer-Encoding', 'chunked')
    }),
    {
      id: 'G15-gzip-when-accepted',
      line: 'G15',
      what: 'compresses responses if the client accepts gzip',
      wrap: (server) => async (request) => {
        const response = toMutable(await server(request))
        if (!headerOf(request, 'accept-encoding')?.includes('gzip') || response.body.length === 0) return response
        setBytes(response, gzipSync(response.body))
        setHeader(response, 'Content-Encoding', 'gzip')
        return response
      },
    },
    {
      id: 'G16-slow-responses',
      line: 'G16',
      what: 'delays every tenth response by 30 ms',
      wrap: perServer(() => {
        let calls = 0
        return (server) => async (request) => {
          calls += 1
          if (calls % 10 === 0) await new Promise((resolve) => setTimeout(resolve, 30))
          return await server(request)
        }
      }),
    },
    benign('G19', 'returns other error messages', (response) => {
      const body = readObject(response)
      if (!body || response.status < 400) return
      const words = Object.keys(body).filter((field) => /message|msg/i.test(field))
      setJson(response, {
        ...body,
        ...Object.fromEntries(words.map((field) => [field, 'Das geht nicht — bitte prüfen.'])),
      })
    }),
    benign('G20', 'returns integers as 1.0', (response) => {
      const text = readText(response)
      if (isJson(response)) setText(response, text.replaceAll(/":(\d+)(?=[,}])/g, '":$1.0'))
    }),
    {
      id: 'G10-throttles-some-requests',
      line: 'G10',
      what: 'returns 429 with Retry-After 0 for every fortieth request',
      wrap: perServer(() => {
        let calls = 0
        return (server) => async (request) => {
          calls += 1
          if (calls % 40 !== 0) return await server(request)
          const requestId = `busy-${calls}`
          const body = dialect.toErrorBody({ code: dialect.codes.internal, message: 'later', requestId })
          const headers = [
            ['Content-Type', 'application/json'],
            ['Retry-After', '0'],
            [dialect.requestIdHeader, requestId],
          ] as const
          return { status: 429, headers, body: Buffer.from(JSON.stringify(body)) }
        }
      }),
    },
  ]
}

type Edit = (response: MutableResponse, count: number) => void

function benign(line: string, what: string, edit: Edit): BenignMutant {
  return { id: `${line}-${what.replaceAll(/\W+/g, '-')}`, line, what, wrap: each(edit) }
}

function each(edit: Edit): Wrap {
  return perServer(() => {
    let count = 0
    return (server) => async (request) => {
      const response = toMutable(await server(request))
      count += 1
      edit(response, count)
      return response
    }
  })
}

function isJson(response: MutableResponse): boolean {
  return headerOf(response, 'content-type')?.startsWith('application/json') ?? false
}
