import { createServer } from 'node:http'
import { text } from 'node:stream/consumers'
import { onTestFinished } from 'vitest'
import { createMock } from '../../mocks/adapters/fetch/fetch.ts'
import { listen } from '../../mocks/adapters/http/listen.ts'

interface Line {
  readonly method: string
  readonly path: string
}

interface Result {
  readonly status: number
  readonly body: Buffer
}

interface Changes {
  /** Called for each request before the mock receives it. */
  readonly onRequest?: (line: Line) => void
  readonly change?: (line: Line, result: Result) => Result | Promise<Result>
}

/** Serves a mock until the test ends. Its responses can be changed or delayed. */
export async function serveMock({ onRequest = () => {}, change = (_, result) => result }: Changes) {
  const mock = createMock()
  const server = createServer(async (request, response) => {
    const { method = 'GET', url: path = '/' } = request
    const body = await text(request)
    onRequest({ method, path })
    const headers = Object.entries(request.headers).map(([name, value]) => [name, String(value)] as [string, string])
    const result = await mock.fetch(`http://127.0.0.1${path}`, { method, headers, ...(body && { body }) })
    const original = { status: result.status, body: Buffer.from(await result.arrayBuffer()) }
    const { status, body: sent } = await change({ method, path }, original)
    // `Headers` has names in lower case only, but some clients depend on the case of this one.
    const kept = [...result.headers]
      .filter(([name]) => name !== 'content-length')
      .map(([name, value]) => [name === 'etag' ? 'Etag' : name, value])
    response.writeHead(status, Object.fromEntries(kept)).end(sent)
  })
  const { url, close } = await listen(server, 0, '127.0.0.1')
  onTestFinished(close)
  return { url, mock }
}
