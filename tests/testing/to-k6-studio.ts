interface Pair {
  readonly name: string
  readonly value: string
}

interface Entry {
  readonly request: {
    readonly method: string
    readonly headers: readonly Pair[]
    readonly postData?: { readonly text?: string }
  }
  readonly response: { readonly content: { readonly text?: string; readonly size: number; readonly encoding?: string } }
}

/**
 * What k6 Studio would have saved of the exchanges of a mitmproxy recording. k6 Studio records with mitmproxy and writes
 * HAR by itself (`proxyDataToHar` of grafana/k6-studio): a request has one character for each byte, a form has parameters
 * and no text, a response is always base64 with the size of the compressed body, and sizes of requests are unknown.
 */
export function toK6Studio(recording: { readonly log: { readonly entries: readonly Entry[] } }) {
  return {
    log: {
      version: '1.2',
      creator: { name: 'k6-studio', version: '1.2.3' },
      pages: [{ id: 'Default', title: 'Default', startedDateTime: '2026-11-30T00:00:00.000Z', pageTimings: {} }],
      entries: recording.log.entries.map(toEntry),
      _browserEvents: { version: '2', events: [] },
    },
  }
}

function toEntry(entry: Entry) {
  const { request, response } = entry
  const { text, encoding, size } = response.content
  const bytes = Buffer.from(text ?? '', encoding === 'base64' ? 'base64' : 'utf8')
  return {
    ...entry,
    request: { ...request, bodySize: -1, headersSize: -1, postData: toPostData(request) },
    response: {
      ...response,
      // `JSON.stringify` leaves the text of an empty body out.
      content: { size, mimeType: '', text: bytes.toString('base64') || undefined, encoding: 'base64' },
    },
    pageref: 'Default',
  }
}

function toPostData({ method, headers, postData }: Entry['request']) {
  if (!['POST', 'PUT', 'PATCH', 'DELETE'].includes(method)) return undefined
  const mimeType = headers.find(({ name }) => name.toLowerCase() === 'content-type')?.value ?? ''
  const bytes = Buffer.from(postData?.text ?? '')
  if (!mimeType.includes('application/x-www-form-urlencoded')) return { mimeType, text: bytes.toString('latin1') }
  const params = [...new URLSearchParams(bytes.toString())].map(([name, value]) => ({ name, value }))
  return { mimeType, params }
}
