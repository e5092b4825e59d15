import { resource } from '../core/resource.ts'
import { aliyunFc20210406 } from './api.ts'

const { createFunction, updateFunction } = aliyunFc20210406.operations

/** No operation of this API creates, reads or deletes a service. */
export const service = resource({ name: 'service', key: 'serviceName', keyIn: 'fixture', missing: 'ServiceNotFound' })

/** An update without fields returns the function unchanged, and no operation deletes a function. */
export const functionResource = resource({
  name: 'function',
  parent: service,
  key: 'functionName',
  keyIn: 'body',
  create: createFunction,
  read: updateFunction,
  readBody: {},
  update: updateFunction,
  exists: 'FunctionAlreadyExists',
  missing: 'FunctionNotFound',
  etag: 'ETag',
  idField: 'functionId',
  times: { created: 'createdTime', modified: 'lastModifiedTime' },
  writeOnly: ['code'],
})

/** Everything that FC 2021-04-06 stores, parents first. */
export const resources = [service, functionResource] as const
