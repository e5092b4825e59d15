import { type Sign, toCanonicalRequest, toHeaders, toMac, toSha256 } from './sign.ts'

/**
 * `Authorization: SDK-HMAC-SHA256 Access={id}, SignedHeaders={names}, Signature={hex}`. The signature covers host,
 * content type, date, project, security token, path with a final slash, query and body. Observed in the SDKs for Node
 * and Python.
 */
export const signSdk: Sign = (request, key, facts) => {
  const { account, now } = facts
  const date = now.toISOString().replaceAll(/[-:]|\.\d+/g, '')
  const added = {
    'x-sdk-date': date,
    ...(account !== undefined && { 'x-project-id': account }),
    ...(key.token !== undefined && { 'x-security-token': key.token }),
  }
  const names = new Set(['host', 'content-type', ...Object.keys(added)])
  const signed = [...toHeaders(request, added)].filter(([name]) => names.has(name)).sort(([a], [b]) => (a < b ? -1 : 1))
  const algorithm = 'SDK-HMAC-SHA256'
  const canonical = toCanonicalRequest(request, signed, (path) => (path.endsWith('/') ? path : `${path}/`))
  const signature = toMac(key, `${algorithm}\n${date}\n${toSha256(canonical)}`, 'hex', facts)
  const list = signed.map(([name]) => name).join(';')
  return { ...added, authorization: `${algorithm} Access=${key.id}, SignedHeaders=${list}, Signature=${signature}` }
}
