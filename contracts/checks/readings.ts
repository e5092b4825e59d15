import { toJsonSchema } from '../../schemas/core/json-schema.ts'
import type { Operation } from '../../schemas/core/operation.ts'
import { type JsonObject, readObject } from '../core/assertions/expect-response.ts'
import type { CoreContext } from '../core/context.ts'
import type { Exchange } from '../core/http/exchange.ts'
import type { Input } from '../core/http/wire-request.ts'

/** Reads a resource as set-up; returns its documented fields, for a comparison later. */
export async function givenReading(context: CoreContext, operation: Operation, input: Input): Promise<JsonObject> {
  return readDocumented(await context.given(context.target.send(operation, input)))
}

/** The resource exists, and no field of `before` has changed. */
export async function expectUnchanged(context: CoreContext, operation: Operation, input: Input, before: JsonObject) {
  const after = await context.target.send(operation, input)
  context.expectFields(after, context.expectPresent(after), before, 'absent-fails')
}

/** The documented fields of a response. Others, such as a request id, may differ between responses. */
export function readDocumented(exchange: Exchange): JsonObject {
  const schema = exchange.operation.success[exchange.response.status]?.schema
  const properties = schema ? toJsonSchema(schema).properties : undefined
  const isDocumented = (field: string) => properties?.[field] !== undefined && !properties[field]['x-provenance']
  return Object.fromEntries(Object.entries(readObject(exchange)).filter(([field]) => isDocumented(field)))
}
