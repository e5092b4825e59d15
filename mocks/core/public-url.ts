import type { WireRequest } from './wire.ts'

/**
 * The URL at which the client reaches the mock, without a slash at the end. URLs in responses start with it. Behind a
 * proxy, it comes from `X-Forwarded-Proto`, `-Host` and `-Prefix`. Values that cannot be a part of a URL are ignored.
 */
export function toPublicUrl({ headers, host, origin }: WireRequest, configured: string | undefined): string {
  if (configured !== undefined) return configured
  const proto = readFirst(headers['x-forwarded-proto'])
  const forwardedHost = readFirst(headers['x-forwarded-host'])
  const prefix = readFirst(headers['x-forwarded-prefix'])
  if (proto === undefined && forwardedHost === undefined && prefix === undefined) return origin ?? `http://${host}`
  const scheme = proto && /^https?$/i.test(proto) ? proto.toLowerCase() : undefined
  const authority = [forwardedHost, host].find((text) => text !== undefined && hostForm.test(text))
  const base = origin ?? `http://${host}`
  const isMoved = scheme !== undefined || (forwardedHost !== undefined && authority === forwardedHost)
  const start = isMoved && authority ? `${scheme ?? toScheme(base)}://${authority}` : base
  return prefix && prefixForm.test(prefix) ? start + prefix.replace(/\/$/, '') : start
}

/** Each proxy may append a value. The first value comes from the proxy that is nearest to the client. */
function readFirst(text: string | undefined): string | undefined {
  return text?.split(',')[0]?.trim()
}

/** A name or an address with an optional port. */
const hostForm = /^(?:[\w.-]+|\[[\da-f:.]+\])(?::\d{1,5})?$/i
const prefixForm = /^(?:\/[\w.~-]+)+\/?$/

function toScheme(origin: string): string {
  return origin.startsWith('https:') ? 'https' : 'http'
}

/** The option `publicUrl` without a slash at the end. Throws a `TypeError` if it is not a base URL. */
export function readPublicUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.search || url.hash) {
    throw new TypeError(`publicUrl: ${text} must be an http or https URL without credentials, query and fragment`)
  }
  return url.href.replace(/\/$/, '')
}
