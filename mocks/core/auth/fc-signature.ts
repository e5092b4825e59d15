import type { WireRequest } from '../wire.ts'
import { readHeader, toHeaderNames } from './header-text.ts'
import { decodePath, toQueryPairs } from './percent.ts'
import type { Claim, SigningScheme } from './signing.ts'
import { type Alternative, combineMistakes } from './signing-mistakes.ts'
import { readHttpTime } from './times.ts'

/**
 * `Authorization: FC {accessKeyId}:{signature}`. The signature is the base64 HMAC-SHA256 of the string to sign. It
 * covers neither the body nor the query. `Content-MD5` is signed as it was sent and not compared with the body, because
 * each SDK computes it differently. Observed in the SDKs for Node, Python, Go, Java and PHP.
 */
export const fcSignature: SigningScheme = {
  name: 'fc-signature',
  word: 'FC',
  form: 'FC {accessKeyId}:{signature}',
  readClaim,
  toDateHeader,
  readTime: readHttpTime,
  mustSign: () => [], // the scheme defines the signed headers
  tokenHeader: 'x-fc-security-token',
  coversBody: false,
  toSigning: (request) => ({ stringToSign: toStringToSign(request) }),
  toMistakes: (request) =>
    combineMistakes(toParts(request), toAlternatives(request), (parts) => ({ stringToSign: joinParts(parts) })),
  encoding: 'base64',
}

/**
 * The method, Content-MD5, Content-Type, the date, one line for every `x-fc-` header, and the decoded path. Absent
 * headers leave an empty line. Empty `x-fc-` headers are included.
 */
export function toStringToSign(request: WireRequest): string {
  return joinParts(toParts(request))
}

function readClaim(request: WireRequest, credentials: string): Claim | undefined {
  const [, keyId, signature] = /^([^:\s]+):(\S+)$/.exec(credentials) ?? []
  if (keyId === undefined || signature === undefined) return undefined
  return { keyId, signature, signedHeaders: toHeaderNames(request, prefix) }
}

/** Browsers cannot set `Date`. `x-fc-date` then replaces its line, and is also one of the `x-fc-` headers. */
function toDateHeader(request: WireRequest): string {
  return readHeader(request, 'x-fc-date') ? 'x-fc-date' : 'date'
}

interface Parts {
  readonly contentMd5: string
  readonly contentType: string
  readonly date: string
  readonly fcHeaders: string
  readonly resource: string
  readonly method: string
}

const prefix = 'x-fc-'

function toParts(request: WireRequest): Parts {
  return {
    method: request.method,
    contentMd5: readHeader(request, 'content-md5') ?? '',
    contentType: readHeader(request, 'content-type') ?? '',
    date: readHeader(request, toDateHeader(request)) ?? '',
    fcHeaders: toFcHeaders(request, () => true),
    resource: decodePath(request.path),
  }
}

function toFcHeaders(request: WireRequest, isKept: (name: string, value: string) => boolean): string {
  return toHeaderNames(request, prefix)
    .map((name) => [name, readHeader(request, name) ?? ''] as const)
    .filter(([name, value]) => isKept(name, value))
    .map(([name, value]) => `${name}:${value}\n`)
    .join('')
}

function joinParts({ method, contentMd5, contentType, date, fcHeaders, resource }: Parts): string {
  return `${method}\n${contentMd5}\n${contentType}\n${date}\n${fcHeaders}${resource}`
}

function toAlternatives(request: WireRequest): Alternative<Parts>[] {
  const right = toParts(request)
  const { resource, contentType } = right
  const params = toQueryPairs(request.query).map(([name, value]) => `${name}=${value}`)
  const candidates: Alternative<Parts>[] = [
    ...['', 'application/json', 'application/octet-stream', contentType.replace(/;.*/, '')].map((type) => ({
      hint: `Content-Type was signed as "${type}" and sent as "${contentType}"`,
      parts: { contentType: type },
    })),
    { hint: 'Content-MD5 was sent, but signed as an empty line', parts: { contentMd5: '' } },
    { hint: 'the path was signed as sent, percent-encoded', parts: { resource: request.path } },
    {
      hint: 'the path was signed without its first segment, the version',
      parts: { resource: resource.replace(/^\/[^/]*/, '') },
    },
    { hint: 'the path was signed with a slash at its end', parts: { resource: `${resource}/` } },
    { hint: 'the path was signed without the slash at its end', parts: { resource: resource.replace(/\/$/, '') } },
    {
      hint: 'the query was signed; only requests to HTTP triggers sign it',
      parts: { resource: `${resource}?${request.query}` },
    },
    {
      hint: 'the query was signed with a line for each parameter; only requests to HTTP triggers sign it',
      parts: { resource: [resource, ...params.sort()].join('\n') },
    },
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
