import { z } from 'zod'
import { isSecretName, redacted } from '../../../schemas/core/lib/secrets.ts'
import type { ExchangeRecord } from '../http/exchange-record.ts'
import type { ReportFacts } from './to-report.ts'
import type { Verdict } from './verdict.ts'

/** Every exchange as HAR 1.2, in the order of time. */
export function toHar(
  verdict: Verdict,
  { toolVersion, startedAt }: Pick<ReportFacts, 'toolVersion' | 'startedAt'>,
): object {
  const entries = verdict.outcomes
    .flatMap(({ check, traffic = [] }) =>
      traffic.map((exchange) => ({ check, exchange, time: exchange.startedAt ?? startedAt.getTime() })),
    )
    .toSorted((one, other) => one.time - other.time)
    .map(({ check, exchange, time }) => toEntry(exchange, check.id, new Date(time)))
  const log = { version: '1.2', creator: { name: 'faas-contracts', version: toolVersion }, entries }
  return { log }
}

/** The part of a HAR file that a merge needs. */
export const HarModel = z.looseObject({
  log: z.looseObject({ entries: z.array(z.looseObject({ startedDateTime: z.string() })) }),
})

/** The exchanges of several runs in one file, sorted by time. Undefined without files. */
export function mergeHars(hars: readonly z.infer<typeof HarModel>[]): object | undefined {
  const [first] = hars
  if (!first) return undefined
  const entries = hars
    .flatMap(({ log }) => log.entries)
    .toSorted((a, b) => (a.startedDateTime < b.startedDateTime ? -1 : 1))
  return { ...first, log: { ...first.log, entries } }
}

function toEntry({ operation, request, response }: ExchangeRecord, check: string, startedAt: Date): object {
  const time = response?.durationMs ?? 0
  return {
    startedDateTime: startedAt.toISOString(),
    time,
    comment: `${operation} in ${check}`,
    request: {
      method: request.method,
      url: request.url,
      httpVersion: 'HTTP/1.1',
      cookies: [],
      headers: toPairs(request.headers),
      queryString: [...new URL(request.url).searchParams].map(([name, value]) => ({
        name,
        value: isSecretName(name) ? redacted : value,
      })),
      ...(request.bodyBytes > 0 && { postData: { mimeType: readType(request.headers), text: request.body } }),
      headersSize: -1,
      bodySize: request.bodyBytes,
    },
    // Like browsers, uses status 0 for a request without a response.
    response: {
      status: response?.status ?? 0,
      statusText: '',
      httpVersion: 'HTTP/1.1',
      cookies: [],
      headers: toPairs(response?.headers ?? []),
      content: {
        size: response?.bodyBytes ?? 0,
        mimeType: readType(response?.headers ?? []),
        text: response?.body ?? '',
      },
      redirectURL: '',
      headersSize: -1,
      bodySize: response?.bodyBytes ?? -1,
    },
    cache: {},
    timings: { send: 0, wait: time, receive: 0 },
  }
}

function toPairs(headers: ExchangeRecord['request']['headers']): readonly object[] {
  return headers.map(([name, value]) => ({ name, value }))
}

function readType(headers: ExchangeRecord['request']['headers']): string {
  return headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? ''
}
