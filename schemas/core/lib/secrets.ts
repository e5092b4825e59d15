/** Replaces a secret in logs and reports. */
export const redacted = 'REDACTED'

/**
 * A regular expression for the names of headers, query parameters and JSON fields whose value is a secret, such as
 * `Authorization`, `x-fc-security-token`, `Signature` and `accessKeySecret`. It ignores case and prefixes.
 */
export const secretName =
  /[\w-]*(?:authorization|cookie|password|secret|signature|secret[_-]?(?:access[_-]?)?key|private[_-]?key|(?:access|auth|mock|security|subject)[_-]?token)/i

/** Whether a header, query parameter or JSON field with this name holds a secret. */
export function isSecretName(name: string): boolean {
  return wholeName.test(name)
}

const wholeName = new RegExp(`^${secretName.source}$`, 'i')
