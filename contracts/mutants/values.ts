/** A time without its zone. */
export function toZoneless(time: unknown): string {
  return String(time).replace(/(Z|[+-]\d\d:?\d\d)$/, '')
}

/** How long the base64 text of so many bytes is. */
export function toBase64Size(size: unknown): number {
  return Math.ceil(Number(size) / 3) * 4
}

/** A response in a list. */
export function toListOfOne(body: unknown): unknown {
  return [body]
}

/** A response in an object. */
export function toWrapped(data: unknown): unknown {
  return { data }
}

/** A body without a byte. */
export function toNothing(): Uint8Array {
  return new Uint8Array()
}
