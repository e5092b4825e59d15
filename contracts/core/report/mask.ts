import { isObject } from '../assertions/expect-response.ts'

/** What stands in place of a secret. */
const masked = 'REDACTED'

/**
 * A copy of any JSON value in which no text holds a secret: neither one of `secrets`, also percent-encoded or in
 * base64, nor what looks like a signature or a field that is named for a secret. A target may send back what it was
 * given, so returns are masked like requests.
 */
export function mask<T>(value: T, secrets: readonly string[]): T {
  const needles = secrets.filter((secret) => secret !== '').flatMap(toForms)
  const toMasked = (text: string) =>
    patterns.reduce(
      (result, [pattern, replacement]) => result.replaceAll(pattern, replacement),
      [...needles].sort((a, b) => b.length - a.length).reduce((rest, needle) => rest.replaceAll(needle, masked), text),
    )
  // The shape stays; only texts change.
  return walk(value, toMasked) as T
}

function toForms(secret: string): readonly string[] {
  const inJson = JSON.stringify(secret).slice(1, -1)
  return [...new Set([secret, inJson, encodeURIComponent(secret), Buffer.from(secret).toString('base64')])]
}

/** Credentials by their form, wherever they stand: in a text, or in JSON that is itself a text. */
const patterns: readonly (readonly [RegExp, string])[] = [
  [/\bFC [^\s:"\\]+:[A-Za-z0-9+/]{20,}={0,2}/g, `FC ${masked}`],
  [/\b(Signature=)[0-9a-f]{16,}/gi, `$1${masked}`],
  [/\b((?:Credential|Access)=)[^,\s"\\]+/g, `$1${masked}`],
  [/\bBearer [\w.~+/-]{8,}=*/g, `Bearer ${masked}`],
  [
    /((?:^|[{,\s])\\*"(?:access_?key_?(?:id|secret)?|secret_?(?:access_?)?key|security_?token|x-auth-token|authorization|password)\\*"\s*:\s*\\*")[^"\\]+/gi,
    `$1${masked}`,
  ],
]

function walk(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value)
  if (Array.isArray(value)) return value.map((item) => walk(item, change))
  if (isObject(value))
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, walk(inner, change)]))
  return value
}
