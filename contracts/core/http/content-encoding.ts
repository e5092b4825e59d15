import { toCount } from '../../../schemas/core/lib/count.ts'
import { promisify } from 'node:util'
import * as zlib from 'node:zlib'
import { bounds } from '../bounds.ts'
import { readHeader, type WireResponse } from './exchange.ts'

type Decode = (body: Uint8Array, options: { readonly maxOutputLength: number }) => Promise<Uint8Array>

const decoders: Readonly<Record<string, Decode>> = {
  gzip: promisify(zlib.gunzip),
  'x-gzip': promisify(zlib.gunzip),
  br: promisify(zlib.brotliDecompress),
  // Some servers send deflate without the header of zlib.
  deflate: (body, options) =>
    promisify(zlib.inflate)(body, options).catch(() => promisify(zlib.inflateRaw)(body, options)),
  // Node 22.14 has no zstd.
  ...(typeof zlib.zstdDecompress === 'function' && { zstd: promisify(zlib.zstdDecompress) }),
}

/** Why a body cannot be decoded. `isLarger`: the decoded body exceeds the limit. */
export class ContentEncodingError extends Error {
  readonly isLarger: boolean

  constructor(message: string, isLarger = false) {
    super(message)
    this.isLarger = isLarger
  }
}

/**
 * Decodes the body of a response. A request without `Accept-Encoding` allows every encoding (RFC 9110 12.5.3). Encodings
 * are listed in the order in which they were applied.
 */
export async function decodeContent(response: WireResponse, limit: number): Promise<WireResponse> {
  const names = (readHeader(response, 'content-encoding') ?? '')
    .split(',')
    .map((name) => name.trim().toLowerCase())
    .filter((name) => name !== '' && name !== 'identity')
  let { body } = response
  if (body.length === 0 || names.length === 0) return response
  if (names.length > bounds.contentEncodings)
    throw new ContentEncodingError(`the response has ${toCount(names.length, 'encoding')}`)
  for (const name of names.toReversed()) {
    const decode = Object.hasOwn(decoders, name) ? decoders[name] : undefined
    if (!decode) throw new ContentEncodingError(`the response has the unknown Content-Encoding ${JSON.stringify(name)}`)
    body = await decode(body, { maxOutputLength: limit }).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ERR_BUFFER_TOO_LARGE')
        throw new ContentEncodingError(`the decoded body of the response is larger than ${limit} bytes`, true)
      throw new ContentEncodingError(`the body of the response is not valid ${name}, its Content-Encoding`)
    })
  }
  return { ...response, body }
}
