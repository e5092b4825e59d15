/** Removes the zone from a time. */
export function toZoneless(time: unknown): string {
  return String(time).replace(/(Z|[+-]\d\d:?\d\d)$/, '')
}

/** The length of the base64 text of that many bytes. */
export function toBase64Size(size: unknown): number {
  return Math.ceil(Number(size) / 3) * 4
}

export function toListOfOne(body: unknown): unknown {
  return [body]
}

/** Wraps a body in an object with the property `data`. */
export function toWrapped(data: unknown): unknown {
  return { data }
}

export function toEmptyBytes(): Uint8Array {
  return new Uint8Array()
}
