import { aliyunFc20210406 as api } from '../../schemas/aliyun-fc-2021-04-06/api.ts'
import type { Exchange } from '../core/http/exchange.ts'
import type { JsonObject } from '../core/assertions/expect-response.ts'
import type { Context, FunctionPath } from './fixtures.ts'

const { updateFunction } = api.operations

/** Reads a function: an update that names no field returns it as it is. */
export async function read({ target }: Context, path: FunctionPath): Promise<Exchange> {
  return await target.send(updateFunction, { path, body: {} })
}

/** The fields of a function that only a change of it may change. */
export function toLasting({ lastModifiedTime: _, ...fields }: JsonObject): JsonObject {
  return fields
}

/** It is there and has the fields that it had. */
export async function expectUnchanged(context: Context, path: FunctionPath, before: JsonObject): Promise<void> {
  const after = await read(context, path)
  context.expectFields(after, context.expectPresent(after), toLasting(before), 'absent-fails')
}
