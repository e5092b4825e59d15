import { toBase64 } from '../../../schemas/core/lib/base64.ts'
import { redacted, secretName } from '../../../schemas/core/lib/secrets.ts'
import { isObject } from '../assertions/expect-response.ts'

/**
 * A copy of a JSON value whose texts contain no secrets. It replaces each of `secrets`, also where it is percent-encoded
 * or in base64, credentials that have a known form, and JSON fields whose names mean a secret. Responses need this as
 * well as requests, because a target may return values that it received.
 */
export function mask<T>(value: T, secrets: readonly string[]): T {
  const needles = secrets.filter((secret) => secret !== '').flatMap(toForms)
  const toMasked = (text: string) =>
    patterns.reduce(
      (result, [pattern, replacement]) => result.replaceAll(pattern, replacement),
      [...needles]
        .sort((a, b) => b.length - a.length)
        .reduce((rest, needle) => rest.replaceAll(needle, redacted), text),
    )
  // `walk` keeps the shape of the value.
  return walk(value, toMasked) as T
}

function toForms(secret: string): readonly string[] {
  const inJson = JSON.stringify(secret).slice(1, -1)
  return [...new Set([secret, inJson, encodeURIComponent(secret), toBase64(new TextEncoder().encode(secret))])]
}

/** Credentials by their form, in plain text or in JSON that is itself a text. */
const patterns: readonly (readonly [RegExp, string])[] = [
  [/\bFC [^\s:"\\]+:[A-Za-z0-9+/]{20,}={0,2}/g, `FC ${redacted}`],
  [/\b(Signature=)[0-9a-f]{16,}/gi, `$1${redacted}`],
  [/\b((?:Credential|Access)=)[^,\s"\\]+/g, `$1${redacted}`],
  [/\bBearer [\w.~+/-]{8,}=*/g, `Bearer ${redacted}`],
  [
    new RegExp(
      `((?:^|[{,\\s])\\\\*"(?:access_?key(?:_?id)?|${secretName.source})\\\\*"\\s*:\\s*\\\\*")[^"\\\\]+`,
      'gi',
    ),
    `$1${redacted}`,
  ],
]

function walk(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value)
  if (Array.isArray(value)) return value.map((item) => walk(item, change))
  if (isObject(value))
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, walk(inner, change)]))
  return value
}
