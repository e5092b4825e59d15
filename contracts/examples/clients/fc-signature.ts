import { createHmac } from 'node:crypto'

/** An access key of Alibaba Cloud. */
export interface AccessKey {
  readonly id: string
  readonly secret: string
}

/**
 * Signs requests to Function Compute 2016-08-15, as middleware of openapi-fetch: `client.use(fcSignature(key))`.
 * The signature covers the method, Content-MD5, Content-Type, Date, every `x-fc-` header and the decoded path.
 */
export function fcSignature({ id, secret }: AccessKey) {
  return {
    onRequest({ request }: { request: Request }): Request {
      const { headers, method, url } = request
      headers.set('date', new Date().toUTCString())
      const fcHeaders = [...headers]
        .filter(([name]) => name.startsWith('x-fc-'))
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([name, value]) => `${name}:${value}\n`)
      const lines = [
        method,
        headers.get('content-md5') ?? '',
        headers.get('content-type') ?? '',
        headers.get('date'),
        fcHeaders.join('') + decodeURIComponent(new URL(url).pathname),
      ]
      const signature = createHmac('sha256', secret).update(lines.join('\n')).digest('base64')
      headers.set('authorization', `FC ${id}:${signature}`)
      return request
    },
  }
}
