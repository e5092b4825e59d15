/** Parses JSON. Bytes must be UTF-8 without a byte order mark. Returns `undefined` for any other input. */
export function parseJson(source: string | Uint8Array): unknown {
  try {
    return JSON.parse(typeof source === 'string' ? source : strictUtf8.decode(source))
  } catch {
    return undefined
  }
}

const strictUtf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
