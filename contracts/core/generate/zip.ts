import { strToU8, zipSync } from 'fflate'

/** A ZIP archive of uncompressed files. The same files give the same bytes, in every time zone. */
export function toZip(files: Readonly<Record<string, string>>): Uint8Array {
  const contents = Object.fromEntries(Object.entries(files).map(([path, text]) => [path, strToU8(text)]))
  return zipSync(contents, { level: 0, mtime: firstDay })
}

/** The earliest time that the format can store. ZIP stores local time. */
const firstDay = new Date(1980, 0, 1)
