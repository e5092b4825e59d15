import { isSecretName, redacted } from '../../../schemas/core/lib/secrets.ts'
import { bounds } from '../bounds.ts'
import type { Exchange, WireRequest } from './exchange.ts'
import type { TransportError } from './transport-error.ts'

/** An exchange as JSON for reports. Secrets are redacted, and long bodies are truncated. */
export interface ExchangeRecord {
  readonly operation: string
  /** When the request was sent, in milliseconds since 1970. Absent in findings, which do not show it. */
  readonly startedAt?: number
  readonly request: MessageRecord & { readonly method: string; readonly url: string }
  /** Absent if no complete response was received. */
  readonly response?: MessageRecord & { readonly status: number; readonly durationMs: number }
}

interface MessageRecord {
  readonly headers: readonly (readonly [name: string, value: string])[]
  /** As text: the first 64 KiB of a request, the first 8 KiB of a response. */
  readonly body: string
  /** The size of the whole body in bytes. */
  readonly bodyBytes: number
}

export function toExchangeRecord({ operation, request, response, durationMs }: Exchange): ExchangeRecord {
  return {
    operation: operation.id,
    request: toRequestRecord(request),
    response: {
      status: response.status,
      durationMs: Math.round(durationMs),
      ...toMessage(response, bounds.reportedResponseBytes),
    },
  }
}

export function toRecordWithoutResponse({ operation, request }: TransportError): ExchangeRecord {
  return { operation: operation.id, request: toRequestRecord(request) }
}

function toRequestRecord(request: WireRequest): ExchangeRecord['request'] {
  return { method: request.method, url: request.url, ...toMessage(request, bounds.reportedRequestBytes) }
}

function toMessage(
  { headers, body, maskedHeaders = [] }: Pick<WireRequest, 'headers' | 'body' | 'maskedHeaders'>,
  limit: number,
): MessageRecord {
  const isMasked = (name: string) => isSecretName(name) || maskedHeaders.includes(name.toLowerCase())
  return {
    headers: headers
      .slice(0, bounds.reportedHeaders)
      .map(([name, value]) => [name, isMasked(name) ? redacted : value.slice(0, bounds.reportedHeaderLength)] as const),
    body: new TextDecoder().decode(body.subarray(0, limit)),
    bodyBytes: body.length,
  }
}
