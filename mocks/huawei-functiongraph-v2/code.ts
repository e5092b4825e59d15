import type { z } from 'zod'
import { readBase64 } from '../../schemas/core/lib/base64.ts'
import type { UpdateFunctionCodeRequest } from '../../schemas/huawei-functiongraph-v2/models/update-function-code-request.ts'
import type { ApiErrorOf } from '../core/handler.ts'
import { type Runtime, toDefaultFile } from './default-code.ts'
import { toDigest } from './derived-id.ts'

/** The code of a function as the mock stores it. */
export interface StoredCode {
  readonly type: OwnCodeType
  readonly filename: string | undefined
  /** The link to the code; empty if the request contained the code. */
  readonly link: string
  /** In base64, as it was sent; absent for code behind a link, which the mock does not read. */
  readonly file: string | undefined
  /** Size in bytes. */
  readonly size: number
  /** SHA-512 of the bytes, in hex. */
  readonly digest: string
}

type WholeRequest = z.output<typeof UpdateFunctionCodeRequest>

/** A form of code that is no container image. */
type OwnCodeType = Exclude<WholeRequest['code_type'], 'Custom-Image-Swr'>

/** A request with code that is no container image. */
export type CodeRequest = Omit<WholeRequest, 'code_type'> & { readonly code_type: OwnCodeType }

export type CodeFault = ApiErrorOf<'FSS.1010' | 'FSS.1011' | 'FSS.1071' | 'FSS.1072'>

/**
 * The code of a request. `before` is the existing code. Its file name is kept if the new code has the same type.
 * `code_url` is only read for code in OBS.
 */
export function toStoredCode(
  request: CodeRequest,
  runtime: Runtime,
  before: StoredCode | undefined,
  apiError: CodeFault,
): StoredCode {
  const { code_type: type, code_url, func_code = {} } = request
  const filename = request.code_filename ?? (before?.type === type ? before.filename : undefined)
  if (type === 'obs') return { type, filename, ...toPretence('code_url', code_url ?? '', apiError) }
  // The file takes precedence, because it is the code itself. The response in the source has an empty link next to a
  // file.
  if (!func_code.file && func_code.link) {
    return { type, filename, ...toPretence('func_code.link', func_code.link, apiError) }
  }
  const file = func_code.file || toDefaultFile(type, runtime)
  const bytes = readBase64(file)
  if (!bytes) throw apiError('FSS.1011', 'func_code.file: must be base64')
  refuseSize(type, bytes.length, apiError)
  // Inline code is not inspected. The example in the source contains an archive (D26).
  if (type !== 'inline' && !isArchive(bytes)) {
    throw apiError('FSS.1011', `func_code.file: must be a ZIP archive, because code_type is ${type}`)
  }
  return { type, filename, link: '', file, size: bytes.length, digest: toDigest(bytes) }
}

/**
 * Both limits are observed, as MB and KB. They are read as the larger units, which reject nothing that the smaller
 * units accept.
 */
const mostArchiveBytes = 50 * 1024 * 1024
const mostInlineBytes = 10 * 1024

function refuseSize(type: 'inline' | 'zip' | 'jar', size: number, apiError: CodeFault): void {
  if (type === 'inline' && size > mostInlineBytes) {
    throw apiError('FSS.1072', `func_code.file: inline code must have at most ${mostInlineBytes} bytes`)
  }
  if (size > mostArchiveBytes) throw apiError('FSS.1071', `func_code.file: must have at most ${mostArchiveBytes} bytes`)
}

/** A ZIP archive starts with these two letters. A JAR is a ZIP archive. */
function isArchive([first, second]: Uint8Array): boolean {
  return first === 0x50 && second === 0x4b
}

/**
 * Code behind a link, which the mock does not read. Digest and size are derived from the URL, so that the same URL
 * always has the same values.
 */
function toPretence(field: string, link: string, apiError: CodeFault) {
  if (!isAddress(link)) throw apiError('FSS.1010', `${field}: must be an http or https URL`)
  const digest = toDigest(link)
  return { link, file: undefined, size: 1024 + (Number.parseInt(digest.slice(0, 8), 16) % 1_000_000), digest }
}

function isAddress(text: string): boolean {
  return /^https?:\/\//i.test(text) && URL.canParse(text)
}
