import http, { type IncomingMessage } from 'node:http'
import https from 'node:https'
import type { Vendor } from './shared-suite/scenario.ts'
import { type Send, toAddress, toBodyBytes, toHeaders } from './suite-adapter.ts'
import { noResponse, toSuiteResponse } from './suite-response.ts'

/** A client that uses `node:http`, like most SDKs. `hostOf` returns the Host header, if it differs from the address. */
export function nodeSender(
  originOf: (vendor: Vendor | undefined) => string,
  hostOf?: (vendor: Vendor | undefined) => string,
): Send {
  return (request) =>
    new Promise((resolve) => {
      const address = toAddress(request, originOf)
      const { protocol, hostname, port, origin } = new URL(address)
      // Imported by name, because MSW replaces functions of the modules.
      const { request: send } = protocol === 'https:' ? https : http
      // The control API accepts only loopback names.
      const host = hostOf && !request.path.startsWith('/_mock') && { Host: hostOf(request.vendor) }
      const body = toBodyBytes(request)
      const outgoing = send({
        hostname,
        port: port || undefined,
        method: request.method,
        // The path of the URL would be normalised.
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
