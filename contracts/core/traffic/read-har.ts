import { stat } from 'node:fs/promises'
import { z } from 'zod'
import { readAt } from '../../../schemas/core/edits.ts'
import { toIssueWords } from '../../../schemas/core/issue-words.ts'
import { bounds } from '../bounds.ts'
import { WrongUseError } from '../exit-codes.ts'
import { findJsonFault } from '../http/json-fault.ts'
import { readGivenFile, toReadError } from '../read-file.ts'
import type { Recorded, RecordedBody } from './recorded.ts'

/** Tools leave out parts of requests that were blocked or ended early. */
const HeadersModel = z.array(z.looseObject({ name: z.string(), value: z.string().nullish() })).nullish()
/** Some tools write -1 for an unknown size, others write null. */
const SizeModel = z.number().nullish()

const ContentModel = z.looseObject({
  text: z.string().nullish(),
  encoding: z.string().nullish(),
  size: SizeModel,
  /** The fields of a form. Some tools write them instead of the text. */
  params: z.array(z.unknown()).nullish(),
  /** Firefox: why the body, or its end, is not included. */
  comment: z.string().nullish(),
})

/** What is read of an entry. Tools add fields of their own, whose names begin with `_`. */
const EntryModel = z.looseObject({
  startedDateTime: z.string(),
  time: z.number().nullish(),
  request: z.looseObject({
    method: z.string().min(1),
    url: z.string(),
    headers: HeadersModel,
    bodySize: SizeModel,
    postData: ContentModel.nullish(),
  }),
  response: z
    .looseObject({
      status: z.int().nullish(),
      headers: HeadersModel,
      content: ContentModel.nullish(),
    })
    .nullish(),
  /** Chromium: the response comes from a cache, not from the server. */
  _fromCache: z.string().nullish(),
})

const HarFileModel = z.looseObject({
  log: z.looseObject({
    creator: z.looseObject({ name: z.string().nullish() }).nullish(),
    entries: z.array(EntryModel).readonly(),
  }),
})

type Entry = z.infer<typeof EntryModel>

/** The exchanges of one HAR file. */
export interface HarFile {
  readonly exchanges: readonly Recorded[]
  /** Entries whose response a browser took from its cache. */
  readonly cached: number
}

/** Reads a HAR 1.2 file of any tool. Throws {@link WrongUseError} if the file is too large or is not HAR. */
export async function readHarFile(file: string): Promise<HarFile> {
  const { size } = await stat(file).catch((error: unknown) => {
    throw toReadError(file, error)
  })
  if (size > bounds.harBytes) throw new WrongUseError(`${file} is larger than ${bounds.harBytes} bytes; record less`)
  return parseHar((await readGivenFile(file)).toString(), file)
}

/** {@link readHarFile} for a text. `name` stands for the file in messages. */
export function parseHar(text: string, name: string): HarFile {
  const value = readValue(text.replace(/^\uFEFF/, ''), name)
  const { data, error } = HarFileModel.safeParse(value)
  if (error) throw new WrongUseError(`${name} is not a HAR file: ${toFirstIssue(error, value)}`)
  const { entries, creator } = data.log
  const live = entries.filter(({ _fromCache }) => !_fromCache)
  return {
    exchanges: live.map((entry) => toRecorded(entry, creator?.name ?? '')),
    cached: entries.length - live.length,
  }
}

function toFirstIssue({ issues }: z.ZodError, value: unknown): string {
  const texts = issues.slice(0, 1).map((issue) => {
    const path = issue.path as readonly (string | number)[] // JSON has no symbols
    return `${path.join('.') || 'the file'} ${toIssueWords(issue, readAt(value, path))}`
  })
  return texts.join()
}

function readValue(text: string, name: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    const at = findJsonFault(text)
    const why = at === text.length ? `it ends after character ${at}` : `it is not JSON at character ${(at ?? 0) + 1}`
    throw new WrongUseError(`${name} is not a HAR file: ${why}`)
  }
}

function toRecorded({ startedDateTime, time, request, response }: Entry, tool: string): Recorded {
  const { postData, bodySize } = request
  const { status, content } = response ?? {}
  const headers = toPairs(response?.headers)
  const startedAt = Date.parse(startedDateTime)
  return {
    request: {
      method: request.method.toUpperCase(),
      url: request.url,
      headers: toPairs(request.headers),
      body: toBody({ size: bodySize, ...postData }, toPairs(request.headers), request.method, tool),
    },
    // Browsers write status 0 if no response came or the page ended the request.
    ...(status && {
      response: {
        status,
        headers,
        body: status === 204 || status === 304 ? new Uint8Array() : toBody(content ?? {}, headers, undefined, tool),
      },
    }),
    startedAt: Number.isNaN(startedAt) ? 0 : startedAt,
    durationMs: Math.max(0, time ?? 0),
  }
}

type Pairs = readonly (readonly [name: string, value: string])[]

/** HTTP/2 has pseudo headers such as `:authority`, which are not headers. */
function toPairs(headers: z.infer<typeof HeadersModel>): Pairs {
  return (headers ?? []).filter(({ name }) => !name.startsWith(':')).map(({ name, value }) => [name, value ?? ''])
}

type Content = Partial<z.infer<typeof ContentModel>>

/** The bytes of a body, or `missing` if the tool left out, cut or changed them. `method` is that of a request. */
function toBody(content: Content, headers: Pairs, method: string | undefined, tool: string): RecordedBody {
  const { text, encoding, size, comment } = content
  if (!text) return isLeftOut(content, headers, method) ? 'missing' : new Uint8Array()
  if (encoding === 'base64') return toBytesOf(text, size, tool)
  // Tools write U+FFFD for bytes that are not text.
  if (text.includes('\uFFFD')) return 'missing'
  const bytes = Buffer.from(text, method !== undefined && isByteText(text, headers, tool) ? 'latin1' : 'utf8')
  // The size may be that of the compressed body, so a body that is complete JSON is not cut.
  const isPerhapsCut = bytes.length < (size ?? 0) || Boolean(comment)
  return isPerhapsCut && findJsonFault(bytes.toString()) !== undefined ? 'missing' : bytes
}

/** Whether a body without text had bytes, or may have had some. */
function isLeftOut({ size, comment, params }: Content, headers: Pairs, method: string | undefined): boolean {
  const length = readLength(headers)
  if (length !== undefined) return length > 0
  // Tools do not know the size of most requests that have no body.
  const isUnknown = method === undefined && (size === -1 || size === null)
  return isUnknown || (size ?? 0) > 0 || Boolean(comment) || (params ?? []).length > 0
}

/** Firefox encodes the characters of a text instead of its bytes. Then there are fewer bytes than the size states. */
function toBytesOf(base64: string, size: number | null | undefined, tool: string): RecordedBody {
  if (/[^\w+/=\s-]/.test(base64)) return 'missing'
  const bytes = Buffer.from(base64, 'base64')
  return tool === 'Firefox' && bytes.length !== size ? 'missing' : bytes
}

/** Whether a tool wrote one character for each byte of a request: k6 Studio always, mitmproxy if the bytes are not text. */
function isByteText(text: string, headers: Pairs, tool: string): boolean {
  const isOfBytes = Array.from(text, (character) => character.codePointAt(0) ?? 0).every((code) => code <= 0xff)
  return isOfBytes && (tool === 'k6-studio' || text.length === readLength(headers))
}

function readLength(headers: Pairs): number | undefined {
  const length = headers.find(([name]) => name.toLowerCase() === 'content-length')?.[1]
  return length === undefined ? undefined : Number(length)
}
