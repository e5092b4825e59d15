/** Prints what one step of the scenario brought back, as the line of JSON that the runner reads. */
export function show(step: string, line: object): void {
  console.log(JSON.stringify({ step, ...line }))
}

interface ResponseReading {
  readonly data?: unknown
  readonly error?: unknown
  readonly response?: Response | undefined
}

/** The response to one request: what the client decoded, as a response or as an error. */
export function showResponse(step: string, { data, error, response }: ResponseReading): void {
  const status = response?.status
  if (error !== undefined) show(step, { status, error })
  else if (status === 204) show(step, { status })
  else show(step, { status, etag: response?.headers.get('etag') ?? undefined, body: data })
}

/** What the runner tells its programs. */
function readSetting(name: string): string {
  const value = process.env[name]
  if (value === undefined) throw new Error(`${name} is not set`)
  return value
}

export const url = readSetting('MOCK_URL')
/** The codes that the mock is asked for, one after the other, by the header that goes with each. */
export const forcedErrors = readSetting('FORCED_ERRORS')
  .split(',')
  .map((code) => ({ code, headers: { Prefer: `error=${code}` } }))
/** To sign with, where the mock verifies. */
export const key =
  process.env.MOCK_KEY_ID === undefined
    ? undefined
    : { id: process.env.MOCK_KEY_ID, secret: readSetting('MOCK_SECRET') }
