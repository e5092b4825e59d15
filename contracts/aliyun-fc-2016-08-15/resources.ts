import { aliyunFc20160815 } from '../../schemas/aliyun-fc-2016-08-15/api.ts'
import type { Resource } from '../core/contract.ts'
import { isObject } from '../core/expect-reply.ts'

const { createService, getService, deleteService, createFunction, getFunction, deleteFunction } =
  aliyunFc20160815.operations

export const serviceResource: Resource = {
  create: createService,
  read: getService,
  remove: deleteService,
  toPath({ body }) {
    const serviceName = readName(body, 'serviceName')
    return serviceName === undefined ? undefined : { serviceName }
  },
}

export const functionResource: Resource = {
  create: createFunction,
  read: getFunction,
  remove: deleteFunction,
  toPath({ path, body }) {
    const functionName = readName(body, 'functionName')
    const serviceName = path?.serviceName
    return functionName === undefined || serviceName === undefined ? undefined : { serviceName, functionName }
  },
}

/** A number is a name too: a target that wrongly takes one stores it as text. */
function readName(body: unknown, field: string): string | undefined {
  const name = isObject(body) ? body[field] : undefined
  return (typeof name === 'string' && name !== '') || typeof name === 'number' ? String(name) : undefined
}
