import { resource } from '../core/resource.ts'
import { aliyunFc20210406 } from './api.ts'

const { operations } = aliyunFc20210406
const { createFunction, updateFunction, registerEventSource, listEventSources, deregisterEventSource } = operations

const times = { created: 'createdTime', modified: 'lastModifiedTime' } as const

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
  times,
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

/** A layer exists while it has versions: no operation creates it alone. */
const layer = resource({ name: 'layer', key: 'layerName', keyIn: 'fixture', missing: 'LayerNotFound' })

/** The server numbers versions. The list has numbers instead of tokens. */
const layerVersion = resource({
  name: 'layer-version',
  parent: layer,
  key: 'version',
  keyIn: 'response',
  create: operations.createLayerVersion,
  read: operations.getLayerVersion,
  list: operations.listLayerVersions,
  remove: operations.deleteLayerVersion,
  entries: 'layers',
  missing: 'LayerVersionNotFound',
  etag: 'ETag',
  writeOnly: ['Code'],
})

const customDomain = resource({
  name: 'custom-domain',
  key: 'domainName',
  keyIn: 'body',
  create: operations.createCustomDomain,
  read: operations.getCustomDomain,
  list: operations.listCustomDomains,
  update: operations.updateCustomDomain,
  remove: operations.deleteCustomDomain,
  entries: 'customDomains',
  paging: { token: 'nextToken', limit: 'limit', prefix: 'prefix', startKey: 'startKey' },
  exists: 'DomainNameAlreadyExists',
  missing: 'DomainNameNotFound',
  times,
})

/** No operation reads, lists or updates a GPU instance. */
const gpuInstance = resource({
  name: 'gpu-instance',
  key: 'instanceId',
  keyIn: 'response',
  create: operations.claimGpuInstance,
  remove: operations.releaseGpuInstance,
  missing: 'InstanceNotFound',
})

/** Everything that FC 2021-04-06 stores, parents first. */
export const resources = [
  service,
  functionResource,
  eventSource,
  layer,
  layerVersion,
  customDomain,
  gpuInstance,
] as const
