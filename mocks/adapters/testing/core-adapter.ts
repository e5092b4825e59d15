import { apiMocks } from '../../apis.ts'
import { allParts } from '../../core/parts.ts'
import { toEmulator } from '../options.ts'
import { maskedOrigin, type OpenSuiteAdapter, toAddress, toBodyBytes, toHeaders, vendorHosts } from './suite-adapter.ts'
import { noResponse, toSuiteResponse } from './suite-response.ts'

/** Calls the emulator without an adapter. Its responses are the reference for all adapters. */
export const openCore: OpenSuiteAdapter = (options) => {
  const emulator = toEmulator(options, apiMocks, 'core', allParts)
  return {
    async send(request) {
      const address = toAddress(request, () => maskedOrigin).slice(maskedOrigin.length)
      const cut = address.indexOf('?')
      const host = vendorHosts[request.vendor ?? 'fc']
      const headers = Object.entries({ Host: host, ...toHeaders(request) })
      const { status, connection, ...response } = await emulator.handle({
        method: request.method,
        path: cut === -1 ? address : address.slice(0, cut),
        query: cut === -1 ? '' : address.slice(cut + 1),
        headers: Object.fromEntries(headers.map(([name, value]) => [name.toLowerCase(), value])),
        body: toBodyBytes(request),
        host,
        origin: maskedOrigin,
      })
      if (connection === 'reset' || connection === 'hang') return noResponse
      const body = typeof response.body === 'string' ? new TextEncoder().encode(response.body) : response.body
      return toSuiteResponse({
        status,
        headers: Object.entries(response.headers),
        body: body ?? new Uint8Array(),
        isHalf: connection === 'truncate',
        origin: maskedOrigin,
      })
    },
    close() {},
  }
}
