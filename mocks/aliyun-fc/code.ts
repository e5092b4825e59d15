import type { z } from 'zod'
import type { Code } from '../../schemas/aliyun-fc-2016-08-15/models/code.ts'
import { readBase64 } from '../../schemas/core/lib/base64.ts'
import { toCrc64 } from '../../schemas/core/lib/crc64.ts'
import type { ApiErrorOf } from '../core/handler.ts'
import type { Ids } from '../core/ids.ts'

/** The code of a function as the mock stores it. */
export interface StoredCode {
  /** CRC-64 of the content as an unsigned decimal number. */
  readonly checksum: string
  /** Size of the content in bytes. */
  readonly size: number
  /** The content of a download: the bytes of the archive, or a text that replaces them. */
  readonly content: Uint8Array | string
  /** Signs download URLs. It is never returned. */
  readonly secret: string
}

/**
 * The code of a request: the bytes of `zipFile`, or a substitute for an object in OSS. The bytes need not be an
 * archive.
 */
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
    throw apiError('InvalidArgument', 'code: must contain zipFile, or ossBucketName and ossObjectName')
  }
  return toTextCode(`${code.ossBucketName}/${code.ossObjectName}`, ids)
}

/**
 * The mock does not read OSS. The name of the object replaces its content, so that the same reference always has the
 * same content. A function of a container image has no code, which is the empty text.
 */
export function toTextCode(content: string, ids: Ids): StoredCode {
  const bytes = new TextEncoder().encode(content)
  return { checksum: toCrc64(bytes), size: bytes.length, content, secret: ids.etag() }
}
