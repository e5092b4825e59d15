import { toZip } from '../core/generate/zip.ts'

export interface Code {
  readonly bytes: Uint8Array
  /** The bytes as base64. */
  readonly zipFile: string
}

/** A Node.js handler that returns this text. */
export function toCode(response: string): Code {
  return toHandler(`callback(null, ${JSON.stringify(response)})`)
}

/** A Node.js handler with this body. */
export function toHandler(body: string): Code {
  const bytes = toZip({ 'index.js': `exports.handler = (event, context, callback) => ${body}\n` })
  return { bytes, zipFile: Buffer.from(bytes).toString('base64') }
}
