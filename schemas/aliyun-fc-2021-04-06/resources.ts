import { resource } from '../core/resource.ts'
import { aliyunFc20210406 } from './api.ts'

const { operations } = aliyunFc20210406

const paging = { token: 'nextToken', limit: 'limit', prefix: 'prefix', startKey: 'startKey' } as const
const times = { created: 'createdTime', modified: 'lastModifiedTime' } as const

export const service = resource({
  name: 'service',
  key: 'serviceName',
  keyIn: 'body',
  create: operations.createService,
  read: operations.getService,
  list: operations.listServices,
  update: operations.updateService,
  remove: operations.deleteService,
  entries: 'services',
  paging,
  exists: 'ServiceAlreadyExists',
  missing: 'ServiceNotFound',
  notEmpty: 'ServiceNotEmpty',
  etag: 'ETag',
  idField: 'serviceId',
  times,
})

export const functionResource = resource({
  name: 'function',
  parent: service,
  key: 'functionName',
  keyIn: 'body',
  create: operations.createFunction,
  read: operations.getFunction,
  list: operations.listFunctions,
  update: operations.updateFunction,
  remove: operations.deleteFunction,
  entries: 'functions',
  paging,
  exists: 'FunctionAlreadyExists',
  missing: 'FunctionNotFound',
  notEmpty: 'FunctionNotEmpty',
  keepsParent: true,
  etag: 'ETag',
  idField: 'functionId',
  times,
  writeOnly: ['code'],
})

export const trigger = resource({
  name: 'trigger',
  parent: functionResource,
  key: 'triggerName',
  keyIn: 'body',
  create: operations.createTrigger,
  read: operations.getTrigger,
  list: operations.listTriggers,
  update: operations.updateTrigger,
  remove: operations.deleteTrigger,
  entries: 'triggers',
  paging,
  exists: 'TriggerAlreadyExists',
  missing: 'TriggerNotFound',
  keepsParent: true,
  etag: 'ETag',
  idField: 'triggerId',
  times,
})

/** The server numbers versions. No operation reads one: GetService reads the service as of a version. */
export const version = resource({
  name: 'version',
  parent: service,
  key: 'versionId',
  keyIn: 'response',
  create: operations.publishServiceVersion,
  read: operations.getService,
  readKey: 'qualifier',
  list: operations.listServiceVersions,
  remove: operations.deleteServiceVersion,
  entries: 'versions',
  paging: { token: 'nextToken', limit: 'limit', startKey: 'startKey' },
  order: 'newest-first',
  missing: 'VersionNotFound',
  times,
})

export const alias = resource({
  name: 'alias',
  parent: service,
  key: 'aliasName',
  keyIn: 'body',
  create: operations.createAlias,
  read: operations.getAlias,
  list: operations.listAliases,
  update: operations.updateAlias,
  remove: operations.deleteAlias,
  entries: 'aliases',
  paging,
  exists: 'AliasAlreadyExists',
  missing: 'AliasNotFound',
  etag: 'ETag',
  times,
})

/** No operation reads one: the list has all. A second registration returns the first one (F30). */
export const eventSource = resource({
  name: 'event-source',
  parent: functionResource,
  key: 'sourceArn',
  keyIn: 'body',
  create: operations.registerEventSource,
  list: operations.listEventSources,
  remove: operations.deregisterEventSource,
  entries: 'eventSources',
  missing: 'EventSourceNotFound',
})

/** A layer exists while it has versions: no operation creates it alone. */
export const layer = resource({ name: 'layer', key: 'layerName', keyIn: 'fixture', missing: 'LayerNotFound' })

/** The server numbers versions. The list has numbers instead of tokens. Download URLs expire, and the layer has the access. */
export const layerVersion = resource({
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
  volatile: ['code', 'acl'],
  writeOnly: ['Code'],
})

export const customDomain = resource({
  name: 'custom-domain',
  key: 'domainName',
  keyIn: 'body',
  create: operations.createCustomDomain,
  read: operations.getCustomDomain,
  list: operations.listCustomDomains,
  update: operations.updateCustomDomain,
  remove: operations.deleteCustomDomain,
  entries: 'customDomains',
  paging,
  isCaseOpen: true,
  exists: 'DomainNameAlreadyExists',
  missing: 'DomainNameNotFound',
  times,
  // No response contains the private key.
  writeOnly: ['certConfig'],
})

/** No operation reads, lists or updates a GPU instance. */
export const gpuInstance = resource({
  name: 'gpu-instance',
  key: 'instanceId',
  keyIn: 'response',
  create: operations.claimGpuInstance,
  remove: operations.releaseGpuInstance,
  missing: 'InstanceNotFound',
})

/** What FC 2021-04-06 stores, parents first. Configurations, tags and bindings are no resources of their own. */
export const resources = [
  service,
  functionResource,
  trigger,
  version,
  alias,
  eventSource,
  layer,
  layerVersion,
  customDomain,
  gpuInstance,
] as const
