export interface LoadResult {
  /** The number of 2xx responses. Any other response or a broken connection throws instead. */
  readonly responded: number
  readonly seconds: number
}

/** Parses the output of wrk. Throws if a response was not successful or a connection broke. */
export function readWrk(text: string, url: string): LoadResult {
  const bad = /^ {2}(?:Non-2xx or 3xx responses|Socket errors): .*$/m.exec(text)
  const [, responded, length, unit] = /^ {2}(\d+) requests in ([\d.]+)(ms|s|m)\b/m.exec(text) ?? []
  if (bad || Number(responded ?? 0) === 0) throw new Error(`${url}: ${(bad?.[0] ?? 'no response').trim()}`)
  return { responded: Number(responded), seconds: Number(length) * (secondsOf[unit ?? ''] ?? Number.NaN) }
}

const secondsOf: Readonly<Record<string, number>> = { ms: 0.001, s: 1, m: 60 }
