import { createSecureContext } from 'node:tls'

/** A certificate and its private key in PEM. The key has no passphrase. */
export interface TlsFiles {
  /** The certificate, followed by its intermediate certificates, if any. */
  readonly cert: string | Uint8Array
  readonly key: string | Uint8Array
}

/** A certificate or key that cannot be used. */
export class TlsError extends Error {
  override readonly name = 'TlsError'
  /** The invalid part. `pair` means that both are valid but do not match. */
  readonly part: keyof TlsFiles | 'pair'

  constructor(part: TlsError['part'], reason: string, cause?: unknown) {
    super(reason, { cause })
    this.part = part
  }
}

/** Throws a {@link TlsError} for errors that a server would only report at its first connection. */
export function checkTls({ cert, key }: TlsFiles): void {
  // OpenSSL ignores empty values.
  if (cert.length === 0) throw new TlsError('cert', 'the certificate is empty')
  if (key.length === 0) throw new TlsError('key', 'the key is empty')
  attempt('cert', 'it contains no certificate in PEM form', { cert })
  attempt('key', 'it contains no private key in PEM form without a passphrase', { key })
  attempt('pair', 'the key does not match the certificate', { cert, key })
}

function attempt(part: TlsError['part'], reason: string, files: Partial<TlsFiles>): void {
  try {
    // Node only accepts its own buffers.
    const { cert, key } = files
    createSecureContext({ ...(cert && { cert: toText(cert) }), ...(key && { key: toText(key) }) })
  } catch (cause) {
    throw new TlsError(part, reason, cause)
  }
}

/** PEM is ASCII. Other bytes are rejected later. */
export function toText(pem: string | Uint8Array): string {
  return typeof pem === 'string' ? pem : new TextDecoder().decode(pem)
}
