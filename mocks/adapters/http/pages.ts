import { readFileSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { createRequire } from 'node:module'
import { dirname, extname, join } from 'node:path'

/** The files of the pages, by path. The build writes them, compressed, to `dist/pages/`. Each API has an API reference. */
export function toPageFiles(apis: readonly string[]): ReadonlyMap<string, string> {
  return new Map([
    ['/_mock/console', 'console.html'],
    ...['console.js', 'console.css'].map((file) => [`/_mock/console/${file}`, file] as const),
    ...['reference.js', 'reference.css', 'swagger-ui.js', 'swagger-ui.css'].map(
      (file) => [`/docs/files/${file}`, file] as const,
    ),
    ...apis.map((api) => [`/docs/${api}`, 'reference.html'] as const),
  ])
}

const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
}

/** The pages load nothing from elsewhere. The API reference sets styles of elements, and has images in its style sheet. */
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; frame-ancestors 'none'"

/** Responds to GET or HEAD with a file of the pages. Throws if the package was not built. */
export function writePage({ method, headers }: IncomingMessage, response: ServerResponse, file: string): void {
  const body = readFileSync(join(findFolder(), `${file}.gz`))
  const isCompressed = /\bgzip\b/.test(String(headers['accept-encoding']))
  const sent = isCompressed ? body : process.getBuiltinModule('node:zlib').gunzipSync(body)
  response.writeHead(200, {
    'Content-Type': mediaTypes[extname(file)],
    'Content-Length': sent.length,
    'Content-Security-Policy': policy,
    'Cache-Control': 'no-cache',
    Vary: 'Accept-Encoding',
    ...(isCompressed && { 'Content-Encoding': 'gzip' }),
  })
  response.end(method === 'HEAD' ? undefined : sent)
}

/** This package finds its own folder by its name, in a checkout as well as installed. */
function findFolder(): string {
  return join(dirname(createRequire(import.meta.url).resolve('faas-contracts/package.json')), 'dist', 'pages')
}
