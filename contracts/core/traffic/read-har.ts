import { stat } from 'node:fs/promises'
import { z } from 'zod'
import { bounds } from '../bounds.ts'
import { WrongUseError } from '../exit-codes.ts'
import { findJsonFault } from '../http/json-fault.ts'
import { readGivenFile, toReadError } from '../read-file.ts'
import type { Recorded, RecordedBody } from './recorded.ts'

/** Tools leave out parts of requests that were blocked or ended early. */
const HeadersModel = z.array(z.looseObject({ name: z.string(), value: z.string().nullish() })).nullish()
/** Some tools write -1 for an unknown size, others write null. */
const SizeModel = z.number().nullish()

/** What is read of an entry. Tools add fields of their own, whose names begin with `_`. */
const EntryModel = z.looseObject({
  startedDateTime: z.string(),
  time: z.number().nullish(),
  request: z.looseObject({
    method: z.string().min(1),
    url: z.string(),
    headers: HeadersModel,
    bodySize: SizeModel,
    postData: z.looseObject({ text: z.string().nullish(), encoding: z.string().nullish() }).nullish(),
  }),
  response: z
    .looseObject({
      status: z.int().nullish(),
      headers: HeadersModel,
      content: z.looseObject({ size: SizeModel, text: z.string().nullish(), encoding: z.string().nullish() }).nullish(),
    })
    .nullish(),
  /** Chromium: the response comes from a cache, not from the server. */
  _fromCache: z.string().nullish(),
})

const HarFileModel = z.looseObject({ log: z.looseObject({ entries: z.array(EntryModel).readonly() }) })

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
  const { data, error } = HarFileModel.safeParse(readValue(text.replace(/^\uFEFF/, ''), name))
  if (error) {
    const [issue] = error.issues
    throw new WrongUseError(`${name} is not a HAR file: ${issue?.path.join('.') || 'the file'}: ${issue?.message}`)
  }
  const { entries } = data.log
  const live = entries.filter(({ _fromCache }) => !_fromCache)
  return { exchanges: live.map(toRecorded), cached: entries.length - live.length }
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

function toRecorded({ startedDateTime, time, request, response }: Entry): Recorded {
  const { postData, bodySize } = request
  const { status, content } = response ?? {}
  const headers = toPairs(response?.headers)
  const startedAt = Date.parse(startedDateTime)
  return {
    request: {
      method: request.method.toUpperCase(),
      url: request.url,
      headers: toPairs(request.headers),
      body: toBody(postData, bodySize, toPairs(request.headers)),
    },
    // Browsers write status 0 if no response came or the page ended the request.
    ...(status && {
      response: {
        status,
        headers,
        body: status === 204 || status === 304 ? new Uint8Array() : toBody(content, content?.size, headers),
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

/** The bytes of a body, or `missing` if the tool left out, cut or changed them. */
function toBody(
  content:
    | { readonly text?: string | null | undefined; readonly encoding?: string | null | undefined }
    | null
    | undefined,
  size: number | null | undefined,
  headers: Pairs,
): RecordedBody {
  const { text, encoding } = content ?? {}
  const length = Number(headers.find(([name]) => name.toLowerCase() === 'content-length')?.[1] ?? 0)
  if (!text) return (size ?? 0) > 0 || length > 0 ? 'missing' : new Uint8Array()
  if (encoding === 'base64') return /[^\w+/=\s-]/.test(text) ? 'missing' : Buffer.from(text, 'base64')
  // Tools write U+FFFD for bytes that are not text.
  if (text.includes('\uFFFD')) return 'missing'
  const bytes = Buffer.from(text)
  // The size may be that of the compressed body, so a body that is complete JSON is not cut.
  return bytes.length < (size ?? 0) && findJsonFault(text) !== undefined ? 'missing' : bytes
}
