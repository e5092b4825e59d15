import { type Content, json, toBody, toError, toTimeout } from './content.ts'
import { type FunctionContext, FunctionEvent, type LocalFunction } from './local-function.ts'

/**
 * Runs a function. The result is a promise only if the function returns one. The promise is never rejected. `toContent`
 * converts a value that is not an error, and throws if that is impossible.
 */
export function runLocally(
  run: LocalFunction,
  event: Uint8Array,
  context: FunctionContext,
  toContent: (value: unknown) => Content = toBodyOf,
): Content | Promise<Content> {
  const toResult = (value: unknown) =>
    value instanceof Error ? toFailure('HandledInvocationError', value) : toContent(value)
  try {
    const value = run(new FunctionEvent(event), context)
    if (typeof Object(value).then !== 'function') return toResult(value)
    return limit(Promise.resolve(value).then(toResult).catch(toThrown), context.function.timeout)
  } catch (thrown) {
    return toThrown(thrown)
  }
}

/** A promise waits in real time. The clock of the mock may stand still. */
function limit(content: Promise<Content>, seconds: number): Promise<Content> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(toTimeout(seconds)), seconds * 1000)
    content.then((ended) => {
      clearTimeout(timer)
      resolve(ended)
    })
  })
}

/** A text and bytes are sent as they are, every other value as JSON. */
export function toBodyOf(value: unknown): Content {
  if (value === undefined || typeof value === 'string') return toBody(value ?? '')
  if (value instanceof ArrayBuffer) return toBody(new Uint8Array(value))
  if (ArrayBuffer.isView(value)) return toBody(new Uint8Array(value.buffer, value.byteOffset, value.byteLength))
  return { ...toBody(toJson(value)), mediaType: json }
}

/** Objects such as a `Map` or a `Response` would be `{}`. */
function toJson(value: unknown): string {
  const { name = 'Object' } = Object(value).constructor ?? {}
  let reason: unknown = `it is a ${name}`
  try {
    const text: string | undefined = JSON.stringify(value)
    if (text !== undefined && (text !== '{}' || name === 'Object')) return text
  } catch (thrown) {
    reason = thrown instanceof Error ? thrown.message.split('\n')[0] : thrown
  }
  throw new TypeError(`the function returned a value without a JSON form: ${reason}`)
}

function toThrown(thrown: unknown): Content {
  return toFailure('UnhandledInvocationError', thrown)
}

/** The stack has one line: the other lines would contain paths of this machine. */
function toFailure(errorType: NonNullable<Content['errorType']>, thrown: unknown): Content {
  const { name, message } = Object(thrown)
  if (typeof message !== 'string') return toError(errorType, { errorMessage: String(thrown) })
  const fields = { errorMessage: message, errorType: name, stackTrace: [`${name}: ${message}`] }
  return toError(errorType, fields)
}
