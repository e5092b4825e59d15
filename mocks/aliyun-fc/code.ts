import type { z } from 'zod'
import type { Code } from '../../schemas/aliyun-fc-2016-08-15/models/code.ts'
import { readBase64 } from '../../schemas/core/lib/base64.ts'
import type { ApiErrorOf } from '../core/handler.ts'
import type { Ids } from '../core/ids.ts'
import { toCrc64 } from '../../schemas/core/lib/crc64.ts'

/** A function's code as it is kept. */
export interface StoredCode {
  /** CRC-64 of the content as an unsigned decimal number. */
  readonly checksum: string
  /** Bytes of the content. */
  readonly size: number
  /** What a download gives: the archive's bytes, or a text that stands for them in UTF-8. */
  readonly content: Uint8Array | string
  /** Signs the addresses of downloads; it leaves the mock in no response. */
  readonly secret: string
}

/** The code of a request: the bytes of `zipFile`, or a pretence for a reference to OSS. Any bytes will do. */
export function toStoredCode(
  code: z.output<typeof Code>,
  ids: Ids,
  apiError: ApiErrorOf<'InvalidArgument'>,
): StoredCode {
  if (code.zipFile !== undefined) {
    const zip = readBase64(code.zipFile)
    if (!zip) throw apiError('InvalidArgument', 'code.zipFile: must be base64')
    return { checksum: toCrc64(zip), size: zip.length, content: zip, secret: ids.etag() }
  }
  if (!code.ossBucketName || !code.ossObjectName) {
    throw apiError('InvalidArgument', 'code: must have zipFile, or ossBucketName and ossObjectName')
  }
  return toTextCode(`${code.ossBucketName}/${code.ossObjectName}`, ids)
}

/**
 * The mock reads no bucket: the name of the object stands for its bytes, so that the same reference always has the
 * same content and another reference another. A function of a container image has no code, which is the empty text.
 */
export function toTextCode(content: string, ids: Ids): StoredCode {
  const bytes = new TextEncoder().encode(content)
  return { checksum: toCrc64(bytes), size: bytes.length, content, secret: ids.etag() }
}
