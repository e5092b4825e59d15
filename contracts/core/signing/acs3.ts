import { randomUUID } from 'node:crypto'
import { type Sign, toCanonicalRequest, toHeaders, toMac, toSha256 } from './sign.ts'

/**
 * `Authorization: ACS3-HMAC-SHA256 Credential={id},SignedHeaders={names},Signature={hex}`. The signature covers host,
 * content type, every `x-acs-` header, path, query and body. Observed in the SDK for Node.
 */
export const signAcs3: Sign = (request, key, facts) => {
  const { account, now } = facts
  const added = {
    'x-acs-date': now.toISOString().replace(/\.\d+Z$/, 'Z'),
    'x-acs-content-sha256': toSha256(request.body),
    'x-acs-signature-nonce': randomUUID(),
    ...(key.token !== undefined && { 'x-acs-security-token': key.token }),
    ...(account !== undefined && { 'x-fc-account-id': account }),
  }
  const signed = [...toHeaders(request, added)]
    .filter(([name]) => name === 'host' || name === 'content-type' || name.startsWith('x-acs-'))
    .sort(([a], [b]) => (a < b ? -1 : 1))
  const algorithm = 'ACS3-HMAC-SHA256'
  const canonical = toCanonicalRequest(request, signed, (path) => path)
  const names = signed.map(([name]) => name).join(';')
  const signature = toMac(key, `${algorithm}\n${toSha256(canonical)}`, 'hex', facts)
  return { ...added, authorization: `${algorithm} Credential=${key.id},SignedHeaders=${names},Signature=${signature}` }
}
