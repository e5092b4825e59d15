import { aliyunFc20160815 } from '../../schemas/aliyun-fc-2016-08-15/api.ts'
import type { Resource } from '../core/contract.ts'
import { isObject } from '../core/assertions/expect-response.ts'

const operations = aliyunFc20160815.operations

export const serviceResource: Resource = {
  create: operations.createService,
  read: operations.getService,
  update: operations.updateService,
  remove: operations.deleteService,
  toPath({ body }) {
    const serviceName = readName(body, 'serviceName')
    return serviceName === undefined ? undefined : { serviceName }
  },
}

export const functionResource: Resource = {
  create: operations.createFunction,
  read: operations.getFunction,
  update: operations.updateFunction,
  remove: operations.deleteFunction,
  toPath: ({ path, body }) => toChildPath(path, ['serviceName'], body, 'functionName'),
}

export const triggerResource: Resource = {
  create: operations.createTrigger,
  read: operations.getTrigger,
  update: operations.updateTrigger,
  remove: operations.deleteTrigger,
  toPath: ({ path, body }) => toChildPath(path, ['serviceName', 'functionName'], body, 'triggerName'),
}

/** The server numbers versions, and no operation reads one: a service is read through it. */
export const versionResource: Resource = {
  create: operations.publishVersion,
  isNamedByServer: true,
  read: operations.getService,
  remove: operations.deleteVersion,
  toPath({ path }, response) {
    const versionId = readName(response, 'versionId')
    const serviceName = path?.serviceName
    return versionId === undefined || serviceName === undefined
      ? undefined
      : { serviceName, versionId, qualifier: versionId }
  },
}

export const aliasResource: Resource = {
  create: operations.createAlias,
  read: operations.getAlias,
  update: operations.updateAlias,
  remove: operations.deleteAlias,
  toPath: ({ path, body }) => toChildPath(path, ['serviceName'], body, 'aliasName'),
}

type PathValues = Readonly<Record<string, string>>

/** The path of a child: its parent's names, and its own from the body. */
function toChildPath(
  path: PathValues = {},
  parents: readonly string[],
  body: unknown,
  field: string,
): PathValues | undefined {
  const name = readName(body, field)
  const above = parents.flatMap((parent) => (path[parent] === undefined ? [] : [[parent, path[parent]] as const]))
  return name === undefined || above.length < parents.length
    ? undefined
    : { ...Object.fromEntries(above), [field]: name }
}

/** A number is a name too: a target that wrongly takes one stores it as text. */
function readName(body: unknown, field: string): string | undefined {
  const name = isObject(body) ? body[field] : undefined
  return (typeof name === 'string' && name !== '') || typeof name === 'number' ? String(name) : undefined
}
