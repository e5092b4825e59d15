import type { IncomingHttpHeaders } from 'node:http'

/**
 * Why a request to the control API is rejected if the control API requires no token, or `undefined` if it is allowed.
 * Any web page can send requests to a port of this machine. So the `Origin` of a page and the `Host` must be loopback
 * names. A foreign `Host` is a sign of DNS rebinding.
 */
export function findForeignCaller({ host, origin }: IncomingHttpHeaders): string | undefined {
  if (host !== undefined && !isLoopbackUrl(`http://${host}`)) {
    return `the control API accepts only loopback host names, not ${host}; to allow others, set a control token`
  }
  if (origin !== undefined && !isLoopbackUrl(origin)) {
    return `the control API accepts only web pages of this machine, not ${origin}; to allow others, set a control token`
  }
  return undefined
}

/** Whether an address to listen on, or the host of a URL, can only be reached from this machine. */
export function isLoopback(host: string): boolean {
  return /^(.+\.)?localhost$/i.test(host) || host === '::1' || host === '[::1]' || /^127(\.\d{1,3}){3}$/.test(host)
}

function isLoopbackUrl(url: string): boolean {
  return URL.canParse(url) && isLoopback(new URL(url).hostname)
}
