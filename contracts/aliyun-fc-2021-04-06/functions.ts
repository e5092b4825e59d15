import { aliyunFc20210406 as api } from '../../schemas/aliyun-fc-2021-04-06/api.ts'
import type { Exchange } from '../core/http/exchange.ts'
import type { JsonObject } from '../core/assertions/expect-response.ts'
import type { Context, FunctionPath } from './fixtures.ts'

const { updateFunction } = api.operations

/** Settings that no runtime or region forbids, each unlike its default. */
export const settings: JsonObject = {
  description: 'a function of a contract run',
  handler: 'index.main',
  memorySize: 256,
  timeout: 7,
  initializationTimeout: 9,
  initializer: 'index.initializer',
  environmentVariables: { first: 'one', second: 'zwei äöü 二' },
  instanceConcurrency: 4,
  instanceSoftConcurrency: 2,
}

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
