import { aliyunFc20160815 } from '../../schemas/aliyun-fc-2016-08-15/api.ts'
import type { Kind } from './kind.ts'
import { aliasResource, functionResource, serviceResource, triggerResource } from './resources.ts'

const operations = aliyunFc20160815.operations

export const serviceKind: Kind = {
  create: operations.createService,
  read: operations.getService,
  list: operations.listServices,
  update: operations.updateService,
  remove: operations.deleteService,
  entries: 'services',
  idField: 'serviceId',
  nameField: 'serviceName',
  exists: 'ServiceAlreadyExists',
  missing: 'ServiceNotFound',
  request: async ({ fixture }, fields) => ({ body: fixture.serviceBody(fields) }),
  toPath: serviceResource.toPath,
  options: { description: 'a service of a contract run', internetAccess: false },
  textField: 'description',
  changes: { description: 'another text', internetAccess: true },
  unshown: [],
}

export const functionKind: Kind = {
  create: operations.createFunction,
  read: operations.getFunction,
  list: operations.listFunctions,
  update: operations.updateFunction,
  remove: operations.deleteFunction,
  entries: 'functions',
  idField: 'functionId',
  nameField: 'functionName',
  exists: 'FunctionAlreadyExists',
  missing: 'FunctionNotFound',
  request: async ({ fixture }, fields) => ({
    path: { serviceName: await fixture.givenService() },
    body: fixture.functionBody(fields),
  }),
  toPath: functionResource.toPath,
  options: { description: 'a function of a contract run', memorySize: 192, timeout: 7 },
  textField: 'description',
  changes: {
    description: 'another text',
    memorySize: 256,
    timeout: 9,
    handler: 'other.handler',
    runtime: 'nodejs6',
  },
  unshown: ['code'],
}

export const triggerKind: Kind = {
  create: operations.createTrigger,
  read: operations.getTrigger,
  list: operations.listTriggers,
  update: operations.updateTrigger,
  remove: operations.deleteTrigger,
  entries: 'triggers',
  nameField: 'triggerName',
  exists: 'TriggerAlreadyExists',
  missing: 'TriggerNotFound',
  request: async ({ fixture }, fields) => ({
    path: await fixture.givenFunction(),
    body: fixture.triggerBody(fields),
  }),
  toPath: triggerResource.toPath,
  options: { qualifier: 'LATEST', invocationRole: 'acs:ram::123456789012:role/fc-first' },
  changes: {
    invocationRole: 'acs:ram::123456789012:role/fc-second',
    triggerConfig: { events: ['oss:ObjectRemoved:Delete'], filter: { key: { prefix: 'out/', suffix: '.txt' } } },
  },
  unshown: [],
}

export const aliasKind: Kind = {
  create: operations.createAlias,
  read: operations.getAlias,
  list: operations.listAliases,
  update: operations.updateAlias,
  remove: operations.deleteAlias,
  entries: 'aliases',
  nameField: 'aliasName',
  exists: 'AliasAlreadyExists',
  missing: 'AliasNotFound',
  async request({ fixture }, fields) {
    const { serviceName, versionId } = await fixture.givenVersion()
    return { path: { serviceName }, body: fixture.aliasBody(versionId, fields) }
  },
  toPath: aliasResource.toPath,
  options: { description: 'an alias of a contract run' },
  textField: 'description',
  changes: { description: 'another text' },
  // A16: the page requires the version in an update, whatever else that changes.
  repeated: ['versionId', 'versionID'],
  unshown: ['versionID'],
}

/** Everything that is created, read, listed, updated and deleted by name. */
export const kinds: readonly Kind[] = [serviceKind, functionKind, triggerKind, aliasKind]
