import type { z } from 'zod'
import type { Code } from '../../schemas/aliyun-fc-2021-04-06/models/code.ts'
import { type StoredCode, toStoredCode } from '../aliyun-fc/code.ts'
import type { ApiErrorOf } from '../core/handler.ts'
import type { Ids } from '../core/ids.ts'

/**
 * The code that a request brings, or nothing: a code object that names neither bytes nor a place is not refused (X4).
 * `checksum` is the request's X-Fc-Code-Checksum; it is held against bytes that came along, for the mock cannot
 * read what lies in OSS. Some clients send the header empty; that says nothing.
 */
export function toGivenCode(
  code: z.output<typeof Code> | undefined,
  checksum: string | undefined,
  ids: Ids,
  apiError: ApiErrorOf<'InvalidArgument'>,
): StoredCode | undefined {
  if (!code || Object.keys(code).length === 0) return undefined
  const stored = toStoredCode(code, ids, apiError)
  if (checksum && code.zipFile !== undefined && checksum !== stored.checksum) {
    throw apiError(
      'InvalidArgument',
      `X-Fc-Code-Checksum: is ${checksum}, but the CRC-64 of code.zipFile is ${stored.checksum}`,
    )
  }
  return stored
}
