import { createServer } from 'node:http'
import { parseArgs } from 'node:util'

/**
 * A minimal `node:http` server in its own process. Reads each request to its end and returns the fixed response of
 * `--response`.
 */
const { values } = parseArgs({ options: { port: { type: 'string' }, response: { type: 'string' } } })
const { headers, body } = JSON.parse(values.response ?? '') as {
  headers: Record<string, string>
  body: string
} // what throughput.ts recorded

createServer((request, response) => {
  const respond = () => response.writeHead(200, headers).end(body)
  if (request.headers['content-length'] === undefined) return respond()
  request.on('data', () => {})
  request.on('end', respond)
}).listen(Number(values.port), '127.0.0.1')
