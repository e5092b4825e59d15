import type { z } from 'zod'
import type { Code } from '../../schemas/aliyun-fc-2021-04-06/models/code.ts'
import { type StoredCode, toStoredCode } from '../aliyun-fc/code.ts'
import type { ApiErrorOf } from '../core/handler.ts'
import type { Ids } from '../core/ids.ts'

/**
 * The code of a request, or `undefined`: a code object without bytes and without a location is accepted (X4).
 * `checksum` is X-Fc-Code-Checksum. It is compared with bytes in the request only, because the mock cannot read OSS.
 * Some clients send an empty header, which is ignored.
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
