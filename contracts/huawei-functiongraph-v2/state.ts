import { huaweiFunctionGraphV2 as api } from '../../schemas/huawei-functiongraph-v2/api.ts'
import type { Exchange } from '../core/http/exchange.ts'
import { type JsonObject, readObject } from '../core/assertions/expect-response.ts'
import type { Context, FunctionPath } from './fixtures.ts'

const { updateFunctionConfig } = api.operations

/** Reads a function: a change of settings to what they are returns all that can be seen of it. */
export async function read(context: Context, path: FunctionPath): Promise<Exchange> {
  return await change(context, path, {})
}

/** Changes settings: the ones that a change must name stay what they are unless `fields` has them. */
export async function change({ target, fixture }: Context, path: FunctionPath, fields: JsonObject): Promise<Exchange> {
  return await target.send(updateFunctionConfig, { path, body: fixture.settings(path, fields) })
}

/** What can be seen of a function, as set-up, without what is another in each response. */
export async function givenState(context: Context, path: FunctionPath): Promise<JsonObject> {
  const reading = await read(context, path)
  // Its form is the matter of the checks of that operation: what the function is may come from an earlier check.
  if (reading.response.status !== 200) await context.given(Promise.resolve(reading))
  const { last_modified: _, image_name: __, ...state } = readObject(reading)
  return state
}

/** The function is there and can be seen as it was. */
export async function expectUnchanged(context: Context, path: FunctionPath, before: JsonObject): Promise<void> {
  const after = await read(context, path)
  const now = after.response.status === 200 ? readObject(after) : context.expectPresent(after)
  context.expectFields(after, now, before, 'absent-fails')
}

/** The facts of the code among what can be seen. */
export function toCodeFacts({ code_type, code_url, code_filename, code_size, digest }: JsonObject): JsonObject {
  const facts = { code_type, code_url, code_filename, code_size, digest }
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined))
}
