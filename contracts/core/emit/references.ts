import { parseJson } from '../../../schemas/core/lib/json.ts'
import { isSuccess } from '../assertions/expect-response.ts'
import type { ExchangeRecord } from '../http/exchange-record.ts'
import { type Part, toAccess, toStringSource } from './source.ts'

/** Names of a run, and values that the server made. An emitted test must not contain them. */
export interface References {
  /** A text as parts: names and values of earlier responses become expressions. */
  readonly split: (text: string, encode?: boolean) => readonly Part[]
  /** The values of a response can be used from now on. */
  readonly learn: (number: number, exchange: ExchangeRecord) => void
  /** The names that were used, each with its expression. */
  readonly names: () => readonly string[]
  /** Whether an expression contains the id of the run: the variable `run`. */
  readonly usesRun: () => boolean
  /** The declarations of the values of a response that were used. */
  readonly declarations: (number: number) => readonly string[]
}

interface Value {
  readonly number: number
  readonly variable: string
  readonly code: string
  isUsed: boolean
}

/** A shorter value, such as the id of a version, is replaced only where it is a whole name or value. */
const leastLength = 6

export function createReferences(namePrefix: string, runId: string): References {
  const names = new Map<string, string>()
  const values = new Map<string, Value>()
  const sent: string[] = []
  let isRunUsed = false
  const ofRun = new RegExp(`${toPattern(namePrefix)}-${toPattern(runId)}-[a-z0-9]{1,6}-\\d+|${toPattern(runId)}`, 'gi')

  function toReference(text: string): string {
    if (text.toLowerCase() === runId.toLowerCase() || !text.startsWith(`${namePrefix}-${runId}-`)) return ''
    if (!names.has(text)) names.set(text, `name${names.size + 1}`)
    return names.get(text) ?? ''
  }

  /** Names in another case contain the id of the run in that case. */
  function splitName(text: string): readonly Part[] {
    const name = toReference(text)
    if (name !== '') return [{ code: name }]
    const at = text.toLowerCase().indexOf(runId.toLowerCase())
    const found = text.slice(at, at + runId.length)
    const code = found === runId ? 'run' : found === runId.toUpperCase() ? 'run.toUpperCase()' : undefined
    if (code === undefined) return [text]
    isRunUsed = true
    return [text.slice(0, at), { code }, text.slice(at + runId.length)]
  }

  function splitValue(text: string, encode: boolean): readonly Part[] {
    const whole = values.get(encode ? decode(text) : text)
    if (whole) return [use(whole, encode)]
    for (const [value, found] of values) {
      const at = value.length < leastLength ? -1 : text.indexOf(encode ? encodeURIComponent(value) : value)
      if (at === -1) continue
      const end = at + (encode ? encodeURIComponent(value) : value).length
      return [...splitValue(text.slice(0, at), encode), use(found, encode), ...splitValue(text.slice(end), encode)]
    }
    return splitBy(text, ofRun).flatMap((part, index) => (index % 2 === 1 ? splitName(part) : [part]))
  }

  function use(value: Value, encode: boolean): Part {
    value.isUsed = true
    return { code: encode ? `encodeURIComponent(${value.variable})` : value.variable }
  }

  return {
    // The separators of a URL end a name or a value.
    split: (text, encode = false) =>
      encode
        ? splitBy(text, /([/.?&=:])/g).flatMap((part) =>
            part.length === 1 && '/.?&=:'.includes(part) ? [part] : splitValue(part, true),
          )
        : splitValue(text, false),
    learn(number, { request, response }) {
      const own = [...toLeaves(parseJson(request.body), '')]
      const { pathname, search } = new URL(request.url)
      sent.push(decode(pathname + search), ...request.headers.map(([, value]) => value))
      sent.push(...own.map(({ value }) => value), ...(own.length === 0 ? [request.body] : []))
      // The texts of an error are no values that a later request needs.
      if (!response || !isSuccess(response.status)) return
      const isSent = (value: string) =>
        sent.some((text) =>
          value.length < leastLength ? text.split(/[/.?&=":,{}[\]]/).includes(value) : text.includes(value),
        )
      const add = (value: string, name: string, code: string) => {
        // A field of the request is an echo, even if the server changed it.
        if (value === '' || values.has(value) || isSent(value) || own.some((one) => one.name === name)) return
        if (value.length < leastLength && !/id$/i.test(name)) return
        values.set(value, { number, variable: `${toVariable(name)}${number}`, code, isUsed: false })
      }
      for (const [name, value] of response.headers) {
        if (/^etag$/i.test(name)) add(value, 'etag', `response${number}.headers.get('etag')`)
      }
      for (const { name, value, code } of toLeaves(parseJson(response.body), '')) {
        add(value, name, `response${number}.json${code}`)
      }
    },
    names: () =>
      [...names].map(([text, variable]) => {
        const [start = '', end = ''] = text.split(runId)
        return `const ${variable} = ${toStringSource([start, { code: 'run' }, end])}`
      }),
    usesRun: () => isRunUsed || names.size > 0,
    declarations: (number) =>
      [...values.values()]
        .filter((value) => value.number === number && value.isUsed)
        .flatMap(({ variable, code }) => [
          `const ${variable} = ${code}`,
          `if (!${variable}) return t.skip('response ${number} does not contain ${variable}')`,
        ]),
  }
}

function* toLeaves(
  value: unknown,
  name: string,
  code = '',
): Generator<{ readonly name: string; readonly value: string; readonly code: string }> {
  if (typeof value === 'string') yield { name, value, code }
  if (typeof value !== 'object' || value === null) return
  for (const [key, inner] of Object.entries(value)) {
    yield* toLeaves(inner, Array.isArray(value) ? name : key, code + toAccess(Array.isArray(value) ? Number(key) : key))
  }
}

/** Text and separators in turn. */
function splitBy(text: string, pattern: RegExp): readonly string[] {
  const parts: string[] = []
  let end = 0
  for (const match of text.matchAll(pattern)) {
    parts.push(text.slice(end, match.index), match[0])
    end = match.index + match[0].length
  }
  return [...parts, text.slice(end)]
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '))
  } catch {
    return text
  }
}

function toPattern(text: string): string {
  return text.replaceAll(/[^\w]/g, '\\$&')
}

function toVariable(name: string): string {
  const plain = name.replaceAll(/[^A-Za-z0-9]+/g, '')
  return /^[A-Za-z]/.test(plain) ? plain.charAt(0).toLowerCase() + plain.slice(1) : 'value'
}
