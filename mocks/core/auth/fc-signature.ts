import type { WireRequest } from '../wire.ts'
import { readHeader, toHeaderNames } from './header-text.ts'
import { decodePath, toQueryPairs } from './percent.ts'
import type { Claim, SigningScheme } from './signing.ts'
import { type Alternative, combineMistakes } from './signing-mistakes.ts'
import { readHttpTime } from './times.ts'

/** What differs between the requests of an API and those through an HTTP trigger. */
interface Resource {
  readonly toResource: (request: WireRequest) => string
  /** What a client may sign instead. */
  readonly toMistaken: (request: WireRequest) => readonly { readonly hint: string; readonly resource: string }[]
}

/**
 * `Authorization: FC {accessKeyId}:{signature}`. The signature is the base64 HMAC-SHA256 of the string to sign. It
 * covers neither the body nor the query. `Content-MD5` is signed as it was sent and not compared with the body, because
 * each SDK computes it differently. Observed in the SDKs for Node, Python, Go, Java and PHP.
 */
export const fcSignature = toScheme('fc-signature', {
  toResource: ({ path }) => decodePath(path),
  toMistaken: (request) => [
    {
      hint: 'the query was signed; only requests to HTTP triggers sign it',
      resource: `${decodePath(request.path)}?${request.query}`,
    },
    {
      hint: 'the query was signed with a line for each parameter; only requests to HTTP triggers sign it',
      resource: toTriggerResource(request),
    },
  ],
})

/** The same for requests through an HTTP trigger, which also sign the query. Observed in the SDKs for Node, Python, Go and Java. */
export const fcTriggerSignature = toScheme('fc-trigger-signature', {
  toResource: toTriggerResource,
  toMistaken: ({ path, query }) => [
    { hint: 'the query was not signed; requests to HTTP triggers sign it', resource: decodePath(path) },
    { hint: 'the query was signed as sent', resource: `${decodePath(path)}?${query}` },
  ],
})

function toScheme(name: SigningScheme['name'], resource: Resource): SigningScheme {
  return {
    name,
    word: 'FC',
    form: 'FC {accessKeyId}:{signature}',
    readClaim,
    toDateHeader,
    readTime: readHttpTime,
    mustSign: () => [], // the scheme defines the signed headers
    tokenHeader: 'x-fc-security-token',
    coversBody: false,
    toSigning: (request) => ({ stringToSign: joinParts(toParts(request, resource)) }),
    toMistakes: (request) =>
      combineMistakes(toParts(request, resource), toAlternatives(request, resource), (parts) => ({
        stringToSign: joinParts(parts),
      })),
    encoding: 'base64',
  }
}

/** The decoded path, and one line for each parameter of the decoded query, sorted. Without parameters, the line is empty. */
export function toTriggerResource({ path, query }: Pick<WireRequest, 'path' | 'query'>, omitted?: string): string {
  const lines = toQueryPairs(query).flatMap(([name, value]) => (name === omitted ? [] : [`${name}=${value}`]))
  return [decodePath(path), lines.sort().join('\n')].join('\n')
}

/**
 * The method, Content-MD5, Content-Type, the date, one line for every `x-fc-` header, and the decoded path. Absent
 * headers leave an empty line. Empty `x-fc-` headers are included.
 */
export function toStringToSign(request: WireRequest): string {
  return fcSignature.toSigning(request, noClaim).stringToSign
}

/** The claim does not affect the string to sign. */
const noClaim: Claim = { keyId: '', signature: '', signedHeaders: [] }

function readClaim(request: WireRequest, credentials: string): Claim | undefined {
  const [, keyId, signature] = /^([^:\s]+):(\S+)$/.exec(credentials) ?? []
  if (keyId === undefined || signature === undefined) return undefined
  return { keyId, signature, signedHeaders: toHeaderNames(request, prefix) }
}

/** Browsers cannot set `Date`. `x-fc-date` then replaces its line, and is also one of the `x-fc-` headers. */
function toDateHeader(request: WireRequest): string {
  return readHeader(request, 'x-fc-date') ? 'x-fc-date' : 'date'
}

export interface Parts {
  readonly contentMd5: string
  readonly contentType: string
  readonly date: string
  readonly fcHeaders: string
  readonly resource: string
  readonly method: string
}

const prefix = 'x-fc-'

export function toParts(request: WireRequest, { toResource }: Pick<Resource, 'toResource'>): Parts {
  return {
    method: request.method,
    contentMd5: readHeader(request, 'content-md5') ?? '',
    contentType: readHeader(request, 'content-type') ?? '',
    date: readHeader(request, toDateHeader(request)) ?? '',
    fcHeaders: toFcHeaders(request, () => true),
    resource: toResource(request),
  }
}

function toFcHeaders(request: WireRequest, isKept: (name: string, value: string) => boolean): string {
  return toHeaderNames(request, prefix)
    .map((name) => [name, readHeader(request, name) ?? ''] as const)
    .filter(([name, value]) => isKept(name, value))
    .map(([name, value]) => `${name}:${value}\n`)
    .join('')
}

export function joinParts({ method, contentMd5, contentType, date, fcHeaders, resource }: Parts): string {
  return `${method}\n${contentMd5}\n${contentType}\n${date}\n${fcHeaders}${resource}`
}

function toAlternatives(request: WireRequest, scheme: Resource): Alternative<Parts>[] {
  const right = toParts(request, scheme)
  const { contentType } = right
  const decoded = decodePath(request.path)
  const withPath = (path: string) => ({ resource: `${path}${right.resource.slice(decoded.length)}` })
  const candidates: Alternative<Parts>[] = [
    ...['', 'application/json', 'application/octet-stream', contentType.replace(/;.*/, '')].map((type) => ({
      hint: `Content-Type was signed as "${type}" and sent as "${contentType}"`,
      parts: { contentType: type },
    })),
    { hint: 'Content-MD5 was sent, but signed as an empty line', parts: { contentMd5: '' } },
    { hint: 'the path was signed as sent, percent-encoded', parts: withPath(request.path) },
    {
      hint: 'the path was signed without its first segment, the version',
      parts: withPath(decoded.replace(/^\/[^/]*/, '')),
    },
    { hint: 'the path was signed with a slash at its end', parts: withPath(`${decoded}/`) },
    { hint: 'the path was signed without the slash at its end', parts: withPath(decoded.replace(/\/$/, '')) },
    ...scheme.toMistaken(request).map(({ hint, resource }) => ({ hint, parts: { resource } })),
    {
      hint: 'empty x-fc- headers were omitted',
      parts: { fcHeaders: toFcHeaders(request, (_, value) => value !== '') },
    },
    {
      hint: 'x-fc-date was omitted from the x-fc- headers',
      parts: { fcHeaders: toFcHeaders(request, (name) => name !== 'x-fc-date') },
    },
    { hint: 'the x-fc- headers were not signed', parts: { fcHeaders: '' } },
    {
      hint: 'x-fc-date was sent, but another date was signed',
      parts: { date: readHeader(request, 'date') ?? '' },
    },
    { hint: 'the date line was empty', parts: { date: '' } },
    { hint: 'the method was signed in lower case', parts: { method: right.method.toLowerCase() } },
  ]
  return candidates.filter(({ parts }) => joinParts({ ...right, ...parts }) !== joinParts(right))
}
