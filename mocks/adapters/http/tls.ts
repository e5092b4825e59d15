import { createSecureContext } from 'node:tls'

/** What a server proves itself with: both in PEM, the key without a passphrase. */
export interface TlsFiles {
  /** The certificate, and after it those that lead to its root, if any. */
  readonly cert: string | Uint8Array
  readonly key: string | Uint8Array
}

/** A certificate or a key that no server could use. */
export class TlsError extends Error {
  override readonly name = 'TlsError'
  /** What is wrong; `pair` where each is good but they do not belong together. */
  readonly part: keyof TlsFiles | 'pair'

  constructor(part: TlsError['part'], reason: string, cause?: unknown) {
    super(reason, { cause })
    this.part = part
  }
}

/** Throws a {@link TlsError} for what a server would only stumble over at its first connection, or in OpenSSL's words. */
export function checkTls({ cert, key }: TlsFiles): void {
  // OpenSSL passes over what is empty.
  if (cert.length === 0) throw new TlsError('cert', 'the certificate is empty')
  if (key.length === 0) throw new TlsError('key', 'the key is empty')
  attempt('cert', 'it holds no certificate in PEM form', { cert })
  attempt('key', 'it holds no private key in PEM form that can be read without a passphrase', { key })
  attempt('pair', 'the key is not that of the certificate', { cert, key })
}

function attempt(part: TlsError['part'], reason: string, files: Partial<TlsFiles>): void {
  try {
    // Node takes bytes only as its own buffers.
    const { cert, key } = files
    createSecureContext({ ...(cert && { cert: toText(cert) }), ...(key && { key: toText(key) }) })
  } catch (cause) {
    throw new TlsError(part, reason, cause)
  }
}

/** PEM is ASCII; whatever else the bytes are, they are refused by what they become. */
export function toText(pem: string | Uint8Array): string {
  return typeof pem === 'string' ? pem : new TextDecoder().decode(pem)
}
