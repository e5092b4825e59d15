import type { WireRequest } from '../http/exchange.ts'
import type { Signer } from '../http/target.ts'
import type { Scheme, Tamper, Tampering } from './signer.ts'

/** The causes of signature errors that APIs distinguish. */
export type Cause = 'missing' | 'unknownKey' | 'mismatch' | 'skewed'

/** One way to sign a request wrongly. */
export interface TamperingRow {
  /** The start of the id of a check: `…-is-rejected`. */
  readonly name: string
  readonly cause: Cause
  /** `core` if the source describes the error code, because signature schemes are only observed. */
  readonly level: 'core' | 'extended'
  /** Undefined if the mistake does not apply to the scheme or the credentials. */
  readonly toSigner: (tamper: Tamper) => Signer | 'none' | undefined
  /** What the request must contain. */
  readonly needs?: 'body' | 'query'
  /** Whether the scheme covers the changed part. Absent: every scheme does. */
  readonly isCovered?: (scheme: Scheme) => boolean
}

const minute = 60_000
/** Observed: signatures are valid for fifteen minutes. The margin allows for clock differences. */
const skew = 17 * minute

/** Tested on every operation. */
export const firstTamperings: readonly TamperingRow[] = [
  { name: 'unsigned-request', cause: 'missing', level: 'core', toSigner: () => 'none' },
  {
    name: 'signature-with-other-key',
    cause: 'mismatch',
    level: 'core',
    toSigner: tampered({ key: (key) => ({ ...key, secret: `${key.secret}x` }) }),
  },
  {
    name: 'unknown-key',
    cause: 'unknownKey',
    level: 'core',
    toSigner: tampered({ key: (key) => ({ ...key, id: `${key.id.slice(0, 12)}NoSuchKey` }) }),
  },
  {
    name: 'slow-clock',
    cause: 'skewed',
    level: 'extended',
    toSigner: tampered({ clock: (now) => new Date(now.getTime() - skew) }),
  },
]

/** Tested on one operation. */
export const furtherTamperings: readonly TamperingRow[] = [
  {
    name: 'fast-clock',
    cause: 'skewed',
    level: 'extended',
    toSigner: tampered({ clock: (now) => new Date(now.getTime() + skew) }),
  },
  signedAs('other-method', (request) => ({ ...request, method: request.method === 'DELETE' ? 'GET' : 'DELETE' })),
  signedAs('other-path', (request) => ({ ...request, url: request.url.replace(/(\?|$)/, 'x$1') })),
  {
    ...signedAs('other-query', (request) => ({ ...request, url: `${request.url}&another=query` })),
    needs: 'query',
    isCovered: ({ coversQuery }) => coversQuery,
  },
  {
    ...signedAs('other-body', (request) => ({ ...request, body: Buffer.from('{"another":"body"}') })),
    needs: 'body',
    isCovered: ({ coversBody }) => coversBody,
  },
  {
    ...signedAs('other-content-type', (request) => ({
      ...request,
      headers: request.headers.map(([name, value]) =>
        name.toLowerCase() === 'content-type' ? ([name, 'text/plain'] as const) : ([name, value] as const),
      ),
    })),
    needs: 'body',
  },
  {
    name: 'changed-date',
    cause: 'mismatch',
    level: 'extended',
    toSigner: tampered({ headers: (headers) => Object.fromEntries(Object.entries(headers).map(delayDate)) }),
  },
  {
    name: 'added-header',
    cause: 'mismatch',
    level: 'extended',
    isCovered: ({ prefix }) => prefix !== undefined,
    toSigner: ({ prefix = '', toSigner }) =>
      toSigner({ headers: (headers) => ({ ...headers, [`${prefix}contract-note`]: 'not signed' }) }),
  },
  {
    name: 'shortened-signature',
    cause: 'missing',
    level: 'extended',
    toSigner: tampered({
      headers: ({ authorization = '', ...headers }) => ({
        ...headers,
        authorization: authorization.replace(/(:|,? ?Signature=).*$/, ''),
      }),
    }),
  },
  {
    name: 'signature-with-other-end',
    cause: 'mismatch',
    level: 'extended',
    toSigner: tampered({
      headers: ({ authorization = '', ...headers }) => ({
        ...headers,
        authorization: changeLastCharacter(authorization),
      }),
    }),
  },
  {
    name: 'truncated-signature',
    cause: 'missing',
    level: 'extended',
    toSigner: tampered({
      headers: ({ authorization = '', ...headers }) => ({ ...headers, authorization: authorization.slice(0, -10) }),
    }),
  },
  {
    name: 'weaker-hash',
    cause: 'mismatch',
    level: 'extended',
    toSigner: tampered({ digest: 'sha1' }),
  },
  {
    name: 'token-of-other-type',
    cause: 'missing',
    level: 'extended',
    toSigner: tampered({
      headers: ({ authorization: _, ...headers }) => ({ ...headers, authorization: 'Bearer none' }),
    }),
  },
  { name: 'other-signature-scheme', cause: 'missing', level: 'extended', toSigner: ({ others }) => others[0] },
  {
    name: 'temporary-key-without-token',
    cause: 'missing',
    level: 'extended',
    toSigner: ({ isTemporary, toSigner }) =>
      isTemporary ? toSigner({ key: ({ id, secret }) => ({ id, secret }) }) : undefined,
  },
]

/** Correct signatures in unusual forms. They must be accepted. */
export const rightSignatures: readonly { readonly name: string; readonly tampering: Tampering }[] = [
  { name: 'clock-ten-minutes-slow', tampering: { clock: (now) => new Date(now.getTime() - 10 * minute) } },
  { name: 'clock-ten-minutes-fast', tampering: { clock: (now) => new Date(now.getTime() + 10 * minute) } },
  {
    name: 'header-reordering',
    tampering: {
      headers: (headers) =>
        Object.fromEntries(
          Object.entries(headers)
            .reverse()
            .map(([name, value]) => [name.toUpperCase(), value]),
        ),
    },
  },
]

function tampered(tampering: Tampering): TamperingRow['toSigner'] {
  return ({ toSigner }) => toSigner(tampering)
}

function signedAs(what: string, request: (request: WireRequest) => WireRequest): TamperingRow {
  return { name: `signature-of-${what}`, cause: 'mismatch', level: 'extended', toSigner: tampered({ request }) }
}

/** Changes the last significant character. In base64 with padding, the very last one may have unused bits. */
function changeLastCharacter(authorization: string): string {
  return authorization.replace(/[^=](?=(?:[^=]=+)?$)/, (end) => (end === 'a' ? 'b' : 'a'))
}

/** Adds a second to a date header, in the same format. Returns other headers unchanged. */
function delayDate([name, value]: readonly [string, string]): readonly [string, string] {
  if (!/date$/i.test(name)) return [name, value]
  const iso = value.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z')
  const later = new Date(Date.parse(iso) + 1000)
  if (iso !== value) return [name, later.toISOString().replaceAll(/[-:]|\.\d+/g, '')]
  return [name, value.endsWith('Z') ? later.toISOString().replace(/\.\d+Z$/, 'Z') : later.toUTCString()]
}
