import { resource } from '../core/resource.ts'
import { aliyunFc20210406 } from './api.ts'

const { createFunction, updateFunction, registerEventSource, listEventSources, deregisterEventSource } =
  aliyunFc20210406.operations

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

/** No operation reads one: the list has all. A second registration returns the first one (F30). */
export const eventSource = resource({
  name: 'event-source',
  parent: functionResource,
  key: 'sourceArn',
  keyIn: 'body',
  create: registerEventSource,
  list: listEventSources,
  remove: deregisterEventSource,
  entries: 'eventSources',
  missing: 'EventSourceNotFound',
})

/** Everything that FC 2021-04-06 stores, parents first. */
export const resources = [service, functionResource, eventSource] as const
