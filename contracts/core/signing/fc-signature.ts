import { decode, type Sign, toHeaders, toMac, toTarget } from './sign.ts'

/**
 * `Authorization: FC {id}:{base64}`. The signature covers the method, Content-MD5, Content-Type, Date, every `x-fc-`
 * header and the decoded path, one line each, but not the body and the query. Observed in the SDKs for Node, Python,
 * Go, Java and PHP.
 */
export const signFc: Sign = (request, key, facts) => {
  const { account, now } = facts
  const added = {
    date: now.toUTCString(),
    ...(account !== undefined && { 'x-fc-account-id': account }),
    ...(key.token !== undefined && { 'x-fc-security-token': key.token }),
  }
  const headers = toHeaders(request, added)
  const fcHeaders = [...headers]
    .filter(([name]) => name.startsWith('x-fc-'))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `${name}:${value}\n`)
    .join('')
  const lines = [
    request.method,
    headers.get('content-md5') ?? '',
    headers.get('content-type') ?? '',
    headers.get('x-fc-date') ?? added.date,
    fcHeaders + decode(toTarget(request).path),
  ]
  return { ...added, authorization: `FC ${key.id}:${toMac(key, lines.join('\n'), 'base64', facts)}` }
}
