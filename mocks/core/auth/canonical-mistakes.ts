import type { WireRequest } from '../wire.ts'
import { type CanonicalParts, toUnsortedQuery } from './canonical-request.ts'
import { toSha256Hex } from './digests.ts'
import { readHeader } from './header-text.ts'
import { decodePath, recodePath } from './percent.ts'
import type { Claim } from './signing.ts'
import type { Alternative } from './signing-mistakes.ts'

/** Known mistakes of clients that sign canonical requests. `hashHeader` contains the hash of the body. */
export function toCanonicalAlternatives(
  request: WireRequest,
  claim: Claim,
  right: CanonicalParts,
  hashHeader: string,
): Alternative<CanonicalParts>[] {
  return [
    ...toHeaderAlternatives(right),
    ...toPathAlternatives(request, right),
    ...toBodyAlternatives(request, right, hashHeader),
    ...toQueryAlternatives(request, right),
    ...toOrderAlternatives(claim, right),
  ]
}

type Mistakes = Alternative<CanonicalParts>[]

function toHeaderAlternatives(right: CanonicalParts): Mistakes {
  const signed = new Map(right.headers)
  const replace = (name: string, value: string, hint: string): Mistakes =>
    signed.has(name) && signed.get(name) !== value
      ? [{ hint, parts: { headers: right.headers.map((header) => (header[0] === name ? [name, value] : header)) } }]
      : []
  const type = signed.get('content-type') ?? ''
  const types = [...new Set([type.replace(/;.*/, ''), 'application/json', 'application/json; charset=utf-8', ''])]
  return [
    ...replace('host', (signed.get('host') ?? '').replace(/:\d+$/, ''), 'host was signed without its port'),
    ...types.flatMap((other) =>
      replace('content-type', other, `content-type was signed as "${other}" and sent as "${type}"`),
    ),
  ]
}

function toPathAlternatives(request: WireRequest, right: CanonicalParts): Mistakes {
  const slashed = (path: string) => (path.endsWith('/') ? path : `${path}/`)
  const bare = (path: string) => path.replace(/(?<=.)\/$/, '')
  const hasSlash = right.uri.endsWith('/')
  const end = hasSlash
    ? 'the path was signed without a slash at its end'
    : 'the path was signed with a slash at its end'
  const forms = [
    [recodePath(request.path), ''],
    [request.path, 'the path was signed as sent, not percent-encoded again'],
    [decodePath(request.path), 'the path was signed decoded'],
  ] as const
  const found = new Map<string, string>()
  const add = (uri: string, hint: string) => {
    if (uri !== right.uri && !found.has(uri)) found.set(uri, hint)
  }
  for (const [path, hint] of forms) {
    add(hasSlash ? slashed(path) : bare(path), hint)
    add(hasSlash ? bare(path) : slashed(path), hint === '' ? end : `${hint}; ${end}`)
  }
  return [...found].map(([uri, hint]) => ({ hint, parts: { uri } }))
}

function toBodyAlternatives(request: WireRequest, right: CanonicalParts, hashHeader: string): Mistakes {
  const declared = readHeader(request, hashHeader) ?? right.bodyHash
  const candidates = [
    { bodyHash: toSha256Hex(''), hint: 'the body was signed as if it were empty' },
    { bodyHash: 'UNSIGNED-PAYLOAD', hint: 'the body was not signed: UNSIGNED-PAYLOAD is rejected' },
    { bodyHash: declared, hint: `the body in ${hashHeader} was signed, but another body was received` },
  ]
  return candidates
    .filter(({ bodyHash }) => bodyHash !== right.bodyHash)
    .map(({ bodyHash, hint }) => ({ hint, parts: { bodyHash } }))
}

function toQueryAlternatives(request: WireRequest, right: CanonicalParts): Mistakes {
  const candidates = [
    { query: request.query, hint: 'the query was signed as sent, not sorted and encoded again' },
    { query: toUnsortedQuery(request.query), hint: 'the query was signed unsorted' },
    { query: '', hint: 'the query was not signed' },
  ]
  return candidates.filter(({ query }) => query !== right.query).map(({ query, hint }) => ({ hint, parts: { query } }))
}

function toOrderAlternatives(claim: Claim, right: CanonicalParts): Mistakes {
  const values = new Map(right.headers)
  const headers = claim.signedHeaders.map((name) => [name, values.get(name) ?? ''] as const)
  const isSorted = headers.every(([name], at) => right.headers[at]?.[0] === name)
  return isSorted ? [] : [{ hint: 'the signed headers were not sorted by name', parts: { headers } }]
}
