import { createServer } from 'node:http'
import { parseArgs } from 'node:util'

/**
 * The least that `node:http` can do, in a process of its own: reads a request to its end and responses the bytes that
 * `--result` gives, whatever was asked.
 */
const { values } = parseArgs({ options: { port: { type: 'string' }, result: { type: 'string' } } })
const { headers, body } = JSON.parse(values.result ?? '') as {
  headers: Record<string, string>
  body: string
} // what throughput.ts recorded

createServer((request, response) => {
  const result = () => response.writeHead(200, headers).end(body)
  if (request.headers['content-length'] === undefined) return result()
  request.on('data', () => {})
  request.on('end', result)
}).listen(Number(values.port), '127.0.0.1')
