import type { z } from 'zod'
import type { Code } from '../../schemas/aliyun-fc-2016-08-15/models/code.ts'
import type { FaultOf } from '../core/handler.ts'
import { crc64 } from './crc64.ts'

/** A function's code as it is kept. */
export interface StoredCode {
  /** CRC-64 as an unsigned decimal number. */
  readonly checksum: string
  /** Bytes. */
  readonly size: number
  /** The archive's bytes; none for code in OSS, which the mock cannot read. */
  readonly zip: Uint8Array | undefined
}

/** The code of a request: the bytes of `zipFile`, or a pretence for a reference to OSS. */
export function toStoredCode(code: z.output<typeof Code>, fault: FaultOf<'InvalidArgument'>): StoredCode {
  if (code.zipFile !== undefined) {
    const zip = readBase64(code.zipFile)
    if (!zip) throw fault('InvalidArgument', 'code.zipFile: must be base64')
    return { checksum: crc64(zip).toString(), size: zip.length, zip }
  }
  if (!code.ossBucketName || !code.ossObjectName) {
    throw fault('InvalidArgument', 'code: must have zipFile, or ossBucketName and ossObjectName')
  }
  return toPretence(`${code.ossBucketName}/${code.ossObjectName}`)
}

/**
 * The mock reads no bucket. The check sum is that of the object's own name and the size is taken from it, so that
 * the same reference always answers the same and another reference something else.
 */
function toPretence(object: string): StoredCode {
  const sum = crc64(new TextEncoder().encode(object))
  return { checksum: sum.toString(), size: 1024 + Number(sum % 1_000_000n), zip: undefined }
}

function readBase64(text: string): Uint8Array | undefined {
  try {
    const units = atob(text)
    const bytes = new Uint8Array(units.length)
    for (let i = 0; i < units.length; i += 1) bytes[i] = units.charCodeAt(i)
    return bytes
  } catch {
    return undefined
  }
}
