import http, { type IncomingMessage } from 'node:http'
import https from 'node:https'
import type { Vendor } from './shared-suite/scenario.ts'
import { noResponse, toSuiteResponse } from './suite-response.ts'
import { type Send, toAddress, toBodyBytes, toHeaders } from './suite-adapter.ts'

/** A client on `node:http`, as most SDKs are. `hostOf` is what it says in `Host`, where that is not where it connects to. */
export function nodeSender(
  originOf: (vendor: Vendor | undefined) => string,
  hostOf?: (vendor: Vendor | undefined) => string,
): Send {
  return (request) =>
    new Promise((resolve) => {
      const address = toAddress(request, originOf)
      const { protocol, hostname, port, origin } = new URL(address)
      // CommandInput for by name, since MSW puts its own functions into the modules.
      const { request: send } = protocol === 'https:' ? https : http
      const host = hostOf && { Host: hostOf(request.vendor) }
      const body = toBodyBytes(request)
      const outgoing = send({
        hostname,
        port: port || undefined,
        method: request.method,
        // Not the URL's, which is already normalised.
        path: address.slice(origin.length),
        headers: { ...host, ...(body && { 'Content-Length': body.length }), ...toHeaders(request) },
      })
      outgoing.on('error', () => resolve(noResponse))
      outgoing.on('response', (message) => resolve(readResponse(message, originOf(request.vendor))))
      outgoing.end(body)
    })
}

async function readResponse(message: IncomingMessage, origin: string) {
  const headers = message.rawHeaders.flatMap((name, index, all): [string, string][] =>
    index % 2 === 0 ? [[name, all[index + 1] ?? '']] : [],
  )
  const received = { status: message.statusCode ?? 0, headers, origin }
  const chunks = await message.toArray().catch(() => undefined)
  return toSuiteResponse({ ...received, body: Buffer.concat(chunks ?? []), isHalf: chunks === undefined })
}
