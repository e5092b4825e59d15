import { toBase64 } from '../../../schemas/core/lib/base64.ts'
import { redacted, secretName } from '../../../schemas/core/lib/secrets.ts'

/**
 * Replaces each of `secrets`, also where it is percent-encoded or in base64, in every text of a JSON value. Responses need
 * this as well as requests, because a target may return values that it received.
 */
export function maskSecrets<T>(value: T, secrets: readonly string[]): T {
  const needles = toNeedles(secrets)
  return needles.length === 0 ? value : mapTexts(value, (text) => replaceNeedles(text, needles))
}

/** A function that also replaces credentials that have a known form, and JSON fields whose names mean a secret. */
export function toMask(secrets: readonly string[]): (text: string) => string {
  const needles = toNeedles(secrets)
  return (text) =>
    patterns.reduce(
      (result, [pattern, replacement]) => result.replaceAll(pattern, replacement),
      replaceNeedles(text, needles),
    )
}

/** A copy of a JSON value with changed texts. Names of properties stay: a short secret may be part of one. */
export function mapTexts<T>(value: T, change: (text: string) => string, changeName = (name: string) => name): T {
  const walk = (inner: unknown): unknown => {
    if (typeof inner === 'string') return change(inner)
    if (Array.isArray(inner)) return inner.map(walk)
    if (typeof inner !== 'object' || inner === null) return inner
    return Object.fromEntries(Object.entries(inner).map(([name, field]) => [changeName(name), walk(field)]))
  }
  return walk(value) as T // `walk` keeps the shape of the value
}

/** Every form of every secret, the longest first. */
function toNeedles(secrets: readonly string[]): readonly string[] {
  const forms = secrets.filter((secret) => secret !== '').flatMap(toForms)
  return [...new Set(forms)].sort((a, b) => b.length - a.length)
}

function replaceNeedles(text: string, needles: readonly string[]): string {
  return needles.reduce((rest, needle) => rest.replaceAll(needle, redacted), text)
}

function toForms(secret: string): readonly string[] {
  const inJson = JSON.stringify(secret).slice(1, -1)
  return [secret, inJson, encodeURIComponent(secret), toBase64(new TextEncoder().encode(secret))]
}

/** Credentials by their form, in plain text or in JSON that is itself a text. */
const patterns: readonly (readonly [RegExp, string])[] = [
  [/\bFC [^\s:"\\]+:[A-Za-z0-9+/]{20,}={0,2}/g, `FC ${redacted}`],
  [/\b(Signature=)[0-9a-f]{16,}/gi, `$1${redacted}`],
  [/\b((?:Credential|Access)=)[^,\s"\\]+/g, `$1${redacted}`],
  [new RegExp(`([?&]${secretName.source}=)[^&#\\s"'\\\\]+`, 'gi'), `$1${redacted}`],
  [/\bBearer [\w.~+/-]{8,}=*/g, `Bearer ${redacted}`],
  [
    new RegExp(
      `((?:^|[{,\\s])\\\\*"(?:access_?key(?:_?id)?|${secretName.source})\\\\*"\\s*:\\s*\\\\*")[^"\\\\]+`,
      'gi',
    ),
    `$1${redacted}`,
  ],
]
