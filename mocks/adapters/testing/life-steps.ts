import type { Operation } from '../../../schemas/core/operation.ts'
import type { Step, SuiteRequest } from './shared-suite/scenario.ts'

/** The request body of an example in the document, with some fields replaced. */
export function example({ body }: Operation, name: string, fields: Readonly<Record<string, unknown>> = {}): unknown {
  const found = body?.examples[name]
  if (!found) throw new Error(`there is no example ${name}`)
  return { ...(found.value as object), ...fields } // all bodies except events are objects
}

let count = 0
export function step(
  method: SuiteRequest['method'],
  path: string,
  status: number,
  rest: Partial<SuiteRequest> = {},
): Step {
  count += 1
  return { name: `${count} ${method} ${path}`, request: { method, path, ...rest }, wants: { status } }
}
export const get = (path: string, status = 200) => step('GET', path, status)
export const post = (path: string, json: unknown, status = 200) => step('POST', path, status, { json })
export const put = (path: string, json: unknown, status = 200) => step('PUT', path, status, { json })
export const remove = (path: string, status = 204) => step('DELETE', path, status)

export const event = new TextEncoder().encode('{"key":"value"}')
export const octets = { 'Content-Type': 'application/octet-stream' }
