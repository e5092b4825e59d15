import { isSecretName, redacted } from '../../../../schemas/core/lib/secrets.ts'
import { isObject } from '../../assertions/expect-response.ts'
import { mapTexts, toMask } from '../../report/mask.ts'

/** Account ids are numbers of 12 to 20 digits, project ids have 32 hexadecimal digits. */
const accountId = /(?<![\w])(?:\d{12,20}|[0-9a-f]{32})(?!\w)/g

/** A name and a password in a URL. */
const userInfo = /(?<=:\/\/)[^\s/@:]+:[^\s/@]+(?=@)/g

/**
 * A copy of a JSON value without secrets and account ids. Values of fields whose names mean a secret, known secrets and
 * passwords in URLs become `REDACTED`. Users fill `privateFields` with anything: the values of a map become `REDACTED`, and a
 * text is left out. Each account id becomes an invented one, the same id everywhere.
 */
export function replacePrivate<T>(value: T, secrets: readonly string[], privateFields: readonly string[]): T {
  const ids = new Map<string, string>()
  const toOtherId = (id: string) => {
    const other = ids.get(id) ?? toInvented(id.length, ids.size + 1)
    ids.set(id, other)
    return other
  }
  const mask = toMask(secrets)
  const change = (text: string) => mask(text).replaceAll(userInfo, redacted).replaceAll(accountId, toOtherId)
  return mapTexts(redactFields(value, privateFields), change) as T // the shape does not change
}

function toInvented(length: number, number: number): string {
  return length === 32 ? String(number).padStart(32, '0') : `1${String(number).padStart(length - 1, '0')}`
}

function redactFields(value: unknown, privateFields: readonly string[]): unknown {
  if (Array.isArray(value)) return value.map((item) => redactFields(item, privateFields))
  if (!isObject(value)) return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, inner]) => {
      if (privateFields.includes(name)) return isObject(inner) ? [[name, mapTexts(inner, () => redacted)]] : []
      return [[name, typeof inner === 'string' && isSecretName(name) ? redacted : redactFields(inner, privateFields)]]
    }),
  )
}
