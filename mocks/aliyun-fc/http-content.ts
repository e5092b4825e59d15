import { z } from 'zod'
import { readBase64 } from '../../schemas/core/lib/base64.ts'
import { toIssueText } from '../core/issues.ts'
import { type Content, toBody } from './content.ts'
import { HttpResponse } from './invocation-rules.ts'
import { toBodyOf } from './run-locally.ts'

/** A response that a function with an HTTP trigger returns. */
const ReturnedResponse = z.looseObject({
  statusCode: HttpResponse.shape.status,
  headers: HttpResponse.shape.headers,
  isBase64Encoded: z.boolean().optional(),
})

/** The result of a local function with an HTTP trigger. An object with `statusCode` is a response. Every other value is a body. */
export function toHttpContent(value: unknown): Content {
  if (!('statusCode' in Object(value))) return toBodyOf(value)
  const { data, error } = ReturnedResponse.safeParse(value)
  if (error) throw toInvalidResponse(toIssueText(error.issues, value, 'response'))
  const { statusCode: status, headers, body, isBase64Encoded } = data
  const http = { status, headers }
  if (!isBase64Encoded) return { ...toBodyOf(body), http }
  const bytes = readBase64(String(body))
  if (!bytes) throw toInvalidResponse('body: must be base64')
  return { ...toBody(bytes), http }
}

function toInvalidResponse(rule: string): TypeError {
  return new TypeError(`the function returned an invalid response: ${rule}`)
}
