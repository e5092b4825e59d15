import type { WireRequest } from '../http/exchange.ts'
import type { Tamper, Tampering, Scheme } from './signer.ts'
import type { Signer } from '../http/target.ts'

/** What is wrong with a signature, as the codes of an API tell it apart. */
export type Cause = 'missing' | 'unknownKey' | 'mismatch' | 'skewed'

/** A request that is signed wrongly in one way. */
export interface TamperingRow {
  /** Begins the id of a check: `…-is-rejected`. */
  readonly name: string
  readonly cause: Cause
  /** `core`: the page's own code says what it is for; how a request is signed is observed. */
  readonly level: 'core' | 'extended'
  /** Nothing where the row makes no sense for a scheme, or for these credentials. */
  readonly toSigner: (tamper: Tamper) => Signer | 'none' | undefined
  /** What must be sent for the row to make a difference. */
  readonly needs?: 'body' | 'query'
  /** Whether a scheme covers what the row changes. Absent: every scheme does. */
  readonly isCovered?: (scheme: Scheme) => boolean
}

const minute = 60_000
/** Fifteen minutes off is too far, by what is observed; a minute more or less allows for the clocks themselves. */
const tooFar = 17 * minute

/** Tried on every operation. */
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
    toSigner: tampered({ clock: (now) => new Date(now.getTime() - tooFar) }),
  },
]

/** Tried where one operation stands for all. */
export const furtherTamperings: readonly TamperingRow[] = [
  {
    name: 'fast-clock',
    cause: 'skewed',
    level: 'extended',
    toSigner: tampered({ clock: (now) => new Date(now.getTime() + tooFar) }),
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
    toSigner: tampered({ headers: (headers) => Object.fromEntries(Object.entries(headers).map(toLater)) }),
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
      headers: ({ authorization = '', ...headers }) => ({ ...headers, authorization: toOtherEnd(authorization) }),
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

/** Right signatures in other clothes: they must be taken. */
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

/** Another last character. Before the padding of base64 it is the last but one, for not every last one stands for bits. */
function toOtherEnd(authorization: string): string {
  return authorization.replace(/[^=](?=(?:[^=]=+)?$)/, (end) => (end === 'a' ? 'b' : 'a'))
}

/** A date moved by a second, in the form in which it stands; every other header as it is. */
function toLater([name, value]: readonly [string, string]): readonly [string, string] {
  if (!/date$/i.test(name)) return [name, value]
  const iso = value.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z')
  const later = new Date(Date.parse(iso) + 1000)
  if (iso !== value) return [name, later.toISOString().replaceAll(/[-:]|\.\d+/g, '')]
  return [name, value.endsWith('Z') ? later.toISOString().replace(/\.\d+Z$/, 'Z') : later.toUTCString()]
}
