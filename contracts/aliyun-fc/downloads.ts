import { toCount } from '../../schemas/core/lib/count.ts'
import type { Exchange } from '../core/http/exchange.ts'
import type { Context } from './fixtures.ts'

/** The result of a download. */
export interface Download {
  readonly status: number | string
  readonly bytes: Uint8Array
}

/**
 * Downloads from the URL of a response. Undefined if there is no URL, if the URL leads to another server, or if the
 * server is busy.
 */
export async function download({ target }: Pick<Context, 'target'>, url: unknown): Promise<Download | undefined> {
  if (typeof url !== 'string') return undefined
  const response = await target
    .download(url)
    .catch((error: unknown) => ({ status: String(error), body: new Uint8Array() }))
  return response && { status: response.status, bytes: response.body }
}

/** Expects exactly these bytes. */
export function expectDownload(
  { expectThat }: Pick<Context, 'expectThat'>,
  sent: Exchange,
  found: Download,
  bytes: Uint8Array,
): void {
  const isSame = found.status === 200 && Buffer.from(found.bytes).equals(bytes)
  const { length } = found.bytes
  const amount = toCount(length, length === bytes.length ? 'other byte' : 'byte')
  const actual = `status ${found.status} with ${amount}`
  expectThat(isSame, { expected: `status 200 with the ${toCount(bytes.length, 'byte')} of the code`, actual }, sent)
}

/**
 * Expects these bytes at the URL in the response of GetFunctionCode. Skips the check if the URL leads to another
 * server.
 */
export async function expectCodeAt(context: Context, sent: Exchange, bytes: Uint8Array): Promise<void> {
  const { url } = context.expectResponse(sent)
  if (typeof url !== 'string') return context.skip('the response has no url')
  context.expectThat(URL.canParse(url), { expected: 'a URL in the field url', actual: `url ${url}` }, sent)
  const found = await download(context, url)
  if (!found) return context.skip('the URL leads to another server, or the server is busy')
  expectDownload(context, sent, found, bytes)
}
