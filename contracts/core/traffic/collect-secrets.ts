import { isSecretName } from '../../../schemas/core/lib/secrets.ts'
import { bounds } from '../bounds.ts'
import type { Recorded } from './recorded.ts'

/** Shorter values would also be found in other texts. */
const leastLength = 8

/**
 * Adds the values that a message names as secrets, because a response may repeat them in another place: headers, cookies
 * and parameters of the URL. Signatures are different in each request, and reports find them by their form.
 */
export function collectSecrets(
  secrets: Set<string>,
  { request, response }: Pick<Recorded, 'request' | 'response'>,
): void {
  const query = URL.canParse(request.url) ? [...new URL(request.url).searchParams] : []
  for (const [name, value] of [...request.headers, ...(response?.headers ?? []), ...query]) {
    if (!isSecretName(name) || isSignature.test(name) || isSignature.test(value)) continue
    for (const part of /cookie/i.test(name) ? toCookieValues(value) : [value.replace(/^(?:Bearer|Basic) /, '')])
      if (part.length >= leastLength && secrets.size < bounds.recordedSecrets) secrets.add(part)
  }
}

const isSignature = /signature|^(?:FC|acs) [^\s:]+:\S+$/i

function toCookieValues(text: string): readonly string[] {
  return text.split(';').map((part) => part.slice(part.indexOf('=') + 1).trim())
}
