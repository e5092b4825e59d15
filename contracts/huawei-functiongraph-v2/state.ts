import { huaweiFunctionGraphV2 as api } from '../../schemas/huawei-functiongraph-v2/api.ts'
import type { JsonObject } from '../core/assertions/expect-response.ts'
import type { Exchange } from '../core/http/exchange.ts'
import type { Context, FunctionPath } from './fixtures.ts'

const { updateFunctionConfig } = api.operations

/** Changes settings. Required settings keep their values unless `fields` contains them. */
export async function change({ target, fixture }: Context, path: FunctionPath, fields: JsonObject): Promise<Exchange> {
  return await target.send(updateFunctionConfig, { path, body: fixture.settings(path, fields) })
}

/** The fields of a response that describe the code. */
export function toCodeFacts({ code_type, code_url, code_filename, code_size, digest }: JsonObject): JsonObject {
  const facts = { code_type, code_url, code_filename, code_size, digest }
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined))
}
