/** Prints the result of one step as the JSON line that the runner reads. */
export function show(step: string, line: object): void {
  console.log(JSON.stringify({ step, ...line }))
}

interface ClientResult {
  readonly data?: unknown
  readonly error?: unknown
  readonly response?: Response | undefined
}

/** Prints what the client decoded, as a body or as an error. */
export function showResponse(step: string, { data, error, response }: ClientResult): void {
  const status = response?.status
  if (error !== undefined) show(step, { status, error })
  else if (status === 204) show(step, { status })
  else show(step, { status, etag: response?.headers.get('etag') ?? undefined, body: data })
}

/** Reads a setting of the runner. */
function readSetting(name: string): string {
  const value = process.env[name]
  if (value === undefined) throw new Error(`${name} is not set`)
  return value
}

export const url = readSetting('MOCK_URL')
/** The error codes that the program forces, each with its header. */
export const forcedErrors = readSetting('FORCED_ERRORS')
  .split(',')
  .map((code) => ({ code, headers: { Prefer: `error=${code}` } }))
/** The access key, if the mock verifies signatures. */
export const key =
  process.env.MOCK_KEY_ID === undefined
    ? undefined
    : { id: process.env.MOCK_KEY_ID, secret: readSetting('MOCK_SECRET') }
