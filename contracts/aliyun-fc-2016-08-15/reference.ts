import { aliyunFc20160815 as api } from '../../schemas/aliyun-fc-2016-08-15/api.ts'
import type {
  Draft,
  Reference,
  ReferenceCall,
  ReferenceList,
  PathValues,
  Surroundings,
} from '../core/reference/reference.ts'
import { toZip } from '../core/generate/zip.ts'
import { crudTolerances } from './tolerances.ts'
import {
  toAliasTolerance,
  toDeletionTolerance,
  toNamedVersionTolerance,
  toPublishingTolerance,
  toQualifierTolerance,
} from './reference-tolerances.ts'

const operations = api.operations

/** The same few names again and again, so that calls meet each other; the first is the usual one. */
const toNames = (...words: readonly string[]) =>
  words.map(
    (word) =>
      ({ name }: Surroundings) =>
        name(word),
  )

const serviceName = toNames('s1', 's1', 's1', 's1', 's2')
const functionName = toNames('f1', 'f1', 'f2')
const triggerName = toNames('t1', 't1', 't2')
const aliasName = toNames('a1', 'a1', 'a2')

/** No service has as many versions. */
const noVersion = '4294967296'
const toVersion =
  (index: number) =>
  ({ made }: Surroundings, { serviceName: service = '' }: PathValues) =>
    made(operations.publishVersion, { serviceName: service }, index)?.versionId
const versionId: readonly Draft[] = [toVersion(0), toVersion(0), toVersion(1), noVersion]

const atService = { serviceName }
const atFunction = { serviceName, functionName }
const atTrigger = { serviceName, functionName, triggerName }
const atAlias = { serviceName, aliasName }
/** The present state most of the time, else a version or an alias. */
const qualifier: readonly Draft[] = [undefined, undefined, undefined, toVersion(0), ...toNames('a1')]

const toCode = (response: string): Draft => ({
  zipFile: Buffer.from(
    toZip({ 'index.js': `exports.handler = (event, context, callback) => callback(null, '${response}')\n` }),
  ).toString('base64'),
})
const code = [toCode('one'), toCode('two')]
const description = ['a first text', 'a second text', 'a third text']
const role = ['acs:ram::123456789012:role/fc-first', 'acs:ram::123456789012:role/fc-second']
const triggerConfig = ['in/', 'out/'].map((prefix) => ({
  events: ['oss:ObjectCreated:*'],
  filter: { key: { prefix, suffix: '.zip' } },
}))
const limit: readonly Draft[] = [undefined, undefined, '1', '2']
const token = 'nextToken'

const serviceFields = { description, role, internetAccess: [true, false] }
const functionFields = {
  description,
  memorySize: [192, 256, 3072],
  timeout: [7, 9, 300],
}
const lists = {
  services: { entries: 'services', token, nameField: 'serviceName', prefix: 'prefix' },
  functions: { entries: 'functions', token, nameField: 'functionName' },
  triggers: { entries: 'triggers', token, nameField: 'triggerName' },
  aliases: { entries: 'aliases', token, nameField: 'aliasName' },
  versions: { entries: 'versions', token, nameField: 'versionId', isOrdered: true },
} as const satisfies Record<string, ReferenceList>

const ofServices: readonly ReferenceCall[] = [
  {
    operation: operations.createService,
    weight: 5,
    path: {},
    body: { required: { serviceName }, optional: serviceFields },
    exists: 'ServiceAlreadyExists',
  },
  { operation: operations.getService, weight: 1, path: atService },
  {
    operation: operations.getService,
    weight: 1,
    path: { ...atService, qualifier: qualifier.filter((one) => one !== undefined) },
    // Which description a version's service has, its own or the service's, is not stated.
    isOpaque: true,
    open: toQualifierTolerance,
  },
  { operation: operations.listServices, weight: 1, path: {}, query: { limit }, list: lists.services },
  {
    operation: operations.updateService,
    weight: 2,
    path: atService,
    body: { required: {}, optional: serviceFields },
    tagOf: operations.getService,
  },
  {
    operation: operations.deleteService,
    weight: 2,
    path: atService,
    tagOf: operations.getService,
    open: toDeletionTolerance,
  },
]

const ofFunctions: readonly ReferenceCall[] = [
  {
    operation: operations.createFunction,
    weight: 5,
    path: atService,
    body: {
      required: { functionName, handler: ['index.handler', 'other.handler'], runtime: ['nodejs8', 'nodejs6'], code },
      optional: functionFields,
    },
    exists: 'FunctionAlreadyExists',
  },
  { operation: operations.getFunction, weight: 2, path: { ...atFunction, qualifier }, open: toQualifierTolerance },
  {
    operation: operations.listFunctions,
    weight: 1,
    path: { ...atService, qualifier },
    query: { limit },
    list: lists.functions,
    open: toQualifierTolerance,
  },
  {
    operation: operations.updateFunction,
    weight: 2,
    path: atFunction,
    body: { required: {}, optional: { ...functionFields, handler: ['other.handler'], code } },
    tagOf: operations.getFunction,
  },
  { operation: operations.deleteFunction, weight: 2, path: atFunction, tagOf: operations.getFunction },
  { operation: operations.getFunctionCode, weight: 1, path: { ...atFunction, qualifier }, open: toQualifierTolerance },
  {
    operation: operations.invokeFunction,
    weight: 1,
    path: { ...atFunction, qualifier },
    rawBody: '{"key":"value"}',
    isOpaque: true,
    open: toQualifierTolerance,
  },
]

const ofTriggers: readonly ReferenceCall[] = [
  {
    operation: operations.createTrigger,
    weight: 4,
    path: atFunction,
    body: {
      required: {
        triggerName,
        triggerType: ['oss'],
        sourceArn: ['acs:oss:cn-hangzhou:123456789012:demo-bucket'],
        invocationRole: role,
        triggerConfig,
      },
      optional: { qualifier: ['LATEST'] },
    },
    exists: 'TriggerAlreadyExists',
  },
  { operation: operations.getTrigger, weight: 2, path: atTrigger },
  { operation: operations.listTriggers, weight: 1, path: atFunction, query: { limit }, list: lists.triggers },
  {
    operation: operations.updateTrigger,
    weight: 2,
    path: atTrigger,
    body: { required: {}, optional: { invocationRole: role, triggerConfig } },
    tagOf: operations.getTrigger,
  },
  { operation: operations.deleteTrigger, weight: 2, path: atTrigger, tagOf: operations.getTrigger },
]

const ofVersions: readonly ReferenceCall[] = [
  {
    operation: operations.publishVersion,
    weight: 4,
    path: atService,
    body: { required: {}, optional: { description }, unrefused: /body type a-text$/ },
    tagOf: operations.getService,
    open: toPublishingTolerance,
  },
  { operation: operations.listVersions, weight: 2, path: atService, query: { limit }, list: lists.versions },
  { operation: operations.deleteVersion, weight: 2, path: { ...atService, versionId }, open: toNamedVersionTolerance },
]

/** Which spelling of the version counts is open, so that both are sent; so is the form of an alias's texts. */
const unrefused = /versionI[dD]|description type an-object|additionalVersionWeight type/

const ofAliases: readonly ReferenceCall[] = [
  ...versionId.map(
    (one, index): ReferenceCall => ({
      operation: operations.createAlias,
      weight: index === 0 ? 2 : 1,
      path: atService,
      body: { required: { aliasName, versionId: [one], versionID: [one] }, optional: { description }, unrefused },
      exists: 'AliasAlreadyExists',
    }),
  ),
  { operation: operations.getAlias, weight: 2, path: atAlias },
  { operation: operations.listAliases, weight: 1, path: atService, query: { limit }, list: lists.aliases },
  {
    operation: operations.updateAlias,
    weight: 2,
    path: atAlias,
    // A16: the page requires the version in every update.
    body: { required: { versionId: [toVersion(0)], versionID: [toVersion(0)] }, optional: { description }, unrefused },
    tagOf: operations.getAlias,
    open: toAliasTolerance,
  },
  { operation: operations.deleteAlias, weight: 1, path: atAlias, tagOf: operations.getAlias, open: toAliasTolerance },
]

/** Sequences of calls of FC 2016-08-15. */
export const reference: Reference = {
  calls: [...ofServices, ...ofFunctions, ...ofTriggers, ...ofVersions, ...ofAliases],
  kinds: [
    {
      writes: [operations.createService, operations.updateService, operations.deleteService],
      read: operations.getService,
      list: operations.listServices,
      names: ['serviceName'],
    },
    {
      writes: [operations.createFunction, operations.updateFunction, operations.deleteFunction],
      read: operations.getFunction,
      list: operations.listFunctions,
      names: ['serviceName', 'functionName'],
    },
    {
      writes: [operations.createTrigger, operations.updateTrigger, operations.deleteTrigger],
      read: operations.getTrigger,
      list: operations.listTriggers,
      names: ['serviceName', 'functionName', 'triggerName'],
    },
    {
      writes: [operations.publishVersion, operations.deleteVersion],
      list: operations.listVersions,
      names: ['serviceName', 'versionId'],
    },
    {
      writes: [operations.createAlias, operations.updateAlias, operations.deleteAlias],
      read: operations.getAlias,
      list: operations.listAliases,
      names: ['serviceName', 'aliasName'],
    },
  ],
  fields: {
    ids: ['serviceId', 'functionId'],
    // Which CRC-64 is meant stands on no page.
    names: { versionId: ['serviceName'], codeChecksum: [], checksum: [] },
    created: ['createdTime'],
    modified: ['lastModifiedTime'],
    free: ['nextToken', 'url', 'direction'],
    derived: ['codeSize'],
  },
  missing: {
    serviceName: 'ServiceNotFound',
    functionName: 'FunctionNotFound',
    triggerName: 'TriggerNotFound',
    versionId: 'VersionNotFound',
    aliasName: 'AliasNotFound',
  },
  wrongTag: crudTolerances.wrongTag,
}
