import type { WireRequest } from '../wire.ts'
import { toSha256Hex } from './digests.ts'
import { readHeader } from './header-text.ts'
import { encodePercent, toQueryPairs } from './percent.ts'

/**
 * The parts of a request that ACS3 and SDK signatures cover. The schemes differ in the path and in the string to sign.
 */
export interface CanonicalParts {
  readonly method: string
  readonly uri: string
  readonly query: string
  /** By lower-case name, in the signing order. */
  readonly headers: readonly (readonly [name: string, value: string])[]
  /** In hex. */
  readonly bodyHash: string
}

/** The canonical parts of a request. `uri` depends on the scheme. */
export function toCanonicalParts(request: WireRequest, signedHeaders: readonly string[], uri: string): CanonicalParts {
  return {
    method: request.method,
    uri,
    query: toCanonicalQuery(request.query),
    headers: [...signedHeaders].sort().map((name) => [name, readHeader(request, name) ?? ''] as const),
    bodyHash: toSha256Hex(request.body),
  }
}

/** Method, path, query, one line for each header, an empty line, the names of the headers, and the hash of the body. */
export function joinCanonicalParts({ method, uri, query, headers, bodyHash }: CanonicalParts): string {
  const lines = headers.map(([name, value]) => `${name}:${value}\n`).join('')
  const names = headers.map(([name]) => name).join(';')
  return [method, uri, query, lines, names, bodyHash].join('\n')
}

/** Sorted by name and value. A parameter without a value keeps its equals sign. */
function toCanonicalQuery(query: string): string {
  return toQueryPairs(query).sort(comparePairs).map(toText).join('&')
}

/** The query, encoded again in its original order. */
export function toUnsortedQuery(query: string): string {
  return toQueryPairs(query).map(toText).join('&')
}

function toText([name, value]: readonly [string, string]): string {
  return `${encodePercent(name)}=${encodePercent(value)}`
}

function comparePairs(a: readonly [string, string], b: readonly [string, string]): number {
  return compare(a[0], b[0]) || compare(a[1], b[1])
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** What is wrong with a request whose headers contradict its signature, even if the signature is right. */
export function findBreach(
  request: WireRequest,
  signedHeaders: readonly string[],
  hashHeader: string,
  bodyHash: string,
): string | undefined {
  const absent = signedHeaders.find((name) => readHeader(request, name) === undefined)
  if (absent !== undefined) return `SignedHeaders names ${absent}, which was not sent`
  const declared = readHeader(request, hashHeader)
  if (declared !== undefined && declared !== bodyHash) return `${hashHeader} is not the SHA-256 of the body, in hex`
  return undefined
}
