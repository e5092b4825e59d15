import type { WireRequest } from '../http/exchange.ts'
import type { Forge, Forgery, Scheme } from './signer.ts'
import type { Signer } from '../http/target.ts'

/** What is wrong with a signature, as the codes of an API tell it apart. */
export type Cause = 'missing' | 'unknownKey' | 'mismatch' | 'skewed'

/** A request that is signed wrongly in one way. */
export interface ForgeryRow {
  /** Ends the name of a check: `refuses-…`. */
  readonly name: string
  readonly cause: Cause
  /** `core`: the page's own code says what it is for; how a request is signed is observed. */
  readonly level: 'core' | 'extended'
  /** Nothing where the row makes no sense for a scheme, or for these credentials. */
  readonly toSigner: (forge: Forge) => Signer | 'none' | undefined
  /** What must be sent for the row to make a difference. */
  readonly needs?: 'body' | 'query'
  /** Whether a scheme covers what the row changes. Absent: every scheme does. */
  readonly isCovered?: (scheme: Scheme) => boolean
}

const minute = 60_000
/** Fifteen minutes off is too far, by what is observed; a minute more or less allows for the clocks themselves. */
const tooFar = 17 * minute

/** Tried on every operation. */
export const firstForgeries: readonly ForgeryRow[] = [
  { name: 'a-request-that-is-not-signed', cause: 'missing', level: 'core', toSigner: () => 'none' },
  {
    name: 'a-signature-with-another-key',
    cause: 'mismatch',
    level: 'core',
    toSigner: forged({ key: (key) => ({ ...key, secret: `${key.secret}x` }) }),
  },
  {
    name: 'a-key-that-no-one-knows',
    cause: 'unknownKey',
    level: 'core',
    toSigner: forged({ key: (key) => ({ ...key, id: `${key.id.slice(0, 12)}NoSuchKey` }) }),
  },
  {
    name: 'a-clock-that-is-slow',
    cause: 'skewed',
    level: 'extended',
    toSigner: forged({ clock: (now) => new Date(now.getTime() - tooFar) }),
  },
]

/** Tried where one operation stands for all. */
export const furtherForgeries: readonly ForgeryRow[] = [
  {
    name: 'a-clock-that-is-fast',
    cause: 'skewed',
    level: 'extended',
    toSigner: forged({ clock: (now) => new Date(now.getTime() + tooFar) }),
  },
  signedAs('another-method', (request) => ({ ...request, method: request.method === 'DELETE' ? 'GET' : 'DELETE' })),
  signedAs('another-path', (request) => ({ ...request, url: request.url.replace(/(\?|$)/, 'x$1') })),
  {
    ...signedAs('another-query', (request) => ({ ...request, url: `${request.url}&another=query` })),
    needs: 'query',
    isCovered: ({ coversQuery }) => coversQuery,
  },
  {
    ...signedAs('another-body', (request) => ({ ...request, body: Buffer.from('{"another":"body"}') })),
    needs: 'body',
    isCovered: ({ coversBody }) => coversBody,
  },
  {
    ...signedAs('another-content-type', (request) => ({
      ...request,
      headers: request.headers.map(([name, value]) =>
        name.toLowerCase() === 'content-type' ? ([name, 'text/plain'] as const) : ([name, value] as const),
      ),
    })),
    needs: 'body',
  },
  {
    name: 'a-date-that-was-changed-on-the-way',
    cause: 'mismatch',
    level: 'extended',
    toSigner: forged({ headers: (headers) => Object.fromEntries(Object.entries(headers).map(toLater)) }),
  },
  {
    name: 'a-header-that-was-added-on-the-way',
    cause: 'mismatch',
    level: 'extended',
    isCovered: ({ prefix }) => prefix !== undefined,
    toSigner: ({ prefix = '', toSigner }) =>
      toSigner({ headers: (headers) => ({ ...headers, [`${prefix}contract-note`]: 'not signed' }) }),
  },
  {
    name: 'a-signature-that-is-cut-off',
    cause: 'missing',
    level: 'extended',
    toSigner: forged({
      headers: ({ authorization = '', ...headers }) => ({
        ...headers,
        authorization: authorization.replace(/(:|,? ?Signature=).*$/, ''),
      }),
    }),
  },
  {
    name: 'a-signature-whose-end-differs',
    cause: 'mismatch',
    level: 'extended',
    toSigner: forged({
      headers: ({ authorization = '', ...headers }) => ({ ...headers, authorization: toOtherEnd(authorization) }),
    }),
  },
  {
    name: 'a-signature-that-breaks-off',
    cause: 'missing',
    level: 'extended',
    toSigner: forged({
      headers: ({ authorization = '', ...headers }) => ({ ...headers, authorization: authorization.slice(0, -10) }),
    }),
  },
  {
    name: 'a-weaker-hash',
    cause: 'mismatch',
    level: 'extended',
    toSigner: forged({ digest: 'sha1' }),
  },
  {
    name: 'a-token-of-another-kind',
    cause: 'missing',
    level: 'extended',
    toSigner: forged({ headers: ({ authorization: _, ...headers }) => ({ ...headers, authorization: 'Bearer none' }) }),
  },
  { name: 'the-scheme-of-another-api', cause: 'missing', level: 'extended', toSigner: ({ others }) => others[0] },
  {
    name: 'temporary-keys-without-their-token',
    cause: 'missing',
    level: 'extended',
    toSigner: ({ isTemporary, toSigner }) =>
      isTemporary ? toSigner({ key: ({ id, secret }) => ({ id, secret }) }) : undefined,
  },
]

/** Right signatures in other clothes: they must be taken. */
export const rightSignatures: readonly { readonly name: string; readonly forgery: Forgery }[] = [
  { name: 'a-clock-ten-minutes-slow', forgery: { clock: (now) => new Date(now.getTime() - 10 * minute) } },
  { name: 'a-clock-ten-minutes-fast', forgery: { clock: (now) => new Date(now.getTime() + 10 * minute) } },
  {
    name: 'headers-in-another-case-and-order',
    forgery: {
      headers: (headers) =>
        Object.fromEntries(
          Object.entries(headers)
            .reverse()
            .map(([name, value]) => [name.toUpperCase(), value]),
        ),
    },
  },
]

function forged(forgery: Forgery): ForgeryRow['toSigner'] {
  return ({ toSigner }) => toSigner(forgery)
}

function signedAs(what: string, request: (request: WireRequest) => WireRequest): ForgeryRow {
  return { name: `a-signature-of-${what}`, cause: 'mismatch', level: 'extended', toSigner: forged({ request }) }
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
