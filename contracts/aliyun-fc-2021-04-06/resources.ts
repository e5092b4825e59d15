import { aliyunFc20160815 } from '../../schemas/aliyun-fc-2016-08-15/api.ts'
import { aliyunFc20210406 } from '../../schemas/aliyun-fc-2021-04-06/api.ts'
import type { Resource } from '../core/contract.ts'
import { isObject } from '../core/assertions/expect-response.ts'
import type { Input } from '../core/http/wire-request.ts'
import type { FunctionPath } from './fixtures.ts'

const { createFunction, updateFunction } = aliyunFc20210406.operations

/**
 * A function. An update that names no field returns it as it is. Nothing of this API deletes it: that of 2016-08-15
 * does, where the team allows it.
 */
export const functionResource: Resource = {
  create: createFunction,
  read: updateFunction,
  readBody: {},
  remove: aliyunFc20160815.operations.deleteFunction,
  isRemoved: ({ removeWith }) => removeWith !== undefined,
  toPath: toFunctionPath,
}

/** The path of what a request of CreateFunction makes, or nothing where it gives no name. */
export function toFunctionPath({ path, body }: Input): FunctionPath | undefined {
  const name = isObject(body) ? body.functionName : undefined
  const serviceName = path?.serviceName
  // A number is a name too: a target that wrongly takes one stores it as text.
  const isName = (typeof name === 'string' && name !== '') || typeof name === 'number'
  return isName && serviceName !== undefined ? { serviceName, functionName: String(name) } : undefined
}
