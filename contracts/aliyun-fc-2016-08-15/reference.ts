import { aliyunFc20160815 as api } from '../../schemas/aliyun-fc-2016-08-15/api.ts'
import {
  alias,
  functionResource,
  resources,
  service,
  trigger,
  version,
} from '../../schemas/aliyun-fc-2016-08-15/resources.ts'
import { toZip } from '../core/generate/zip.ts'
import { toReference, toResourceCalls } from '../core/reference/from-resources.ts'
import type { Draft, PathValues, ReferenceCall, Surroundings } from '../core/reference/reference.ts'
import {
  toAliasTolerance,
  toDeletionTolerance,
  toNamedVersionTolerance,
  toPublishingTolerance,
  toQualifierTolerance,
} from './reference-tolerances.ts'
import { unknownVersion } from './samples.ts'
import { crudTolerances } from './tolerances.ts'

const operations = api.operations

/** Few names, so that calls act on the same resources. The first is the usual one. */
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

const toVersion =
  (index: number) =>
  ({ made }: Surroundings, { serviceName: service = '' }: PathValues) =>
    made(operations.publishVersion, { serviceName: service }, index)?.versionId
const versionId: readonly Draft[] = [toVersion(0), toVersion(0), toVersion(1), unknownVersion]

const keys = { serviceName, functionName, triggerName, versionId, aliasName }
const atFunction = { serviceName, functionName }
/** Mostly the present state, else a version or an alias. */
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

const serviceFields = { description, role, internetAccess: [true, false] }
const functionFields = {
  description,
  memorySize: [192, 256, 3072],
  timeout: [7, 9, 300],
}
const ofServices = toResourceCalls(service, keys, {
  create: { weight: 5, body: { required: {}, optional: serviceFields } },
  read: [
    { weight: 1 },
    {
      weight: 1,
      path: { qualifier: qualifier.filter((one) => one !== undefined) },
      // Clients expect the description of the version, but no source states it. Other checks test it.
      isOpaque: true,
      open: toQualifierTolerance,
    },
  ],
  list: { weight: 1, query: { limit } },
  update: { weight: 2, body: { required: {}, optional: serviceFields } },
  remove: { weight: 2, open: toDeletionTolerance },
})

const ofFunctions: readonly ReferenceCall[] = [
  ...toResourceCalls(functionResource, keys, {
    create: {
      weight: 5,
      body: {
        required: { handler: ['index.handler', 'other.handler'], runtime: ['nodejs8', 'nodejs6'], code },
        optional: functionFields,
      },
    },
    read: { weight: 2, path: { qualifier }, open: toQualifierTolerance },
    list: { weight: 1, path: { qualifier }, query: { limit }, open: toQualifierTolerance },
    update: { weight: 2, body: { required: {}, optional: { ...functionFields, handler: ['other.handler'], code } } },
    remove: { weight: 2 },
  }),
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

const ofTriggers = toResourceCalls(trigger, keys, {
  create: {
    weight: 4,
    body: {
      required: {
        triggerType: ['oss'],
        sourceArn: ['acs:oss:cn-hangzhou:123456789012:demo-bucket'],
        invocationRole: role,
        triggerConfig,
      },
      optional: { qualifier: ['LATEST'] },
    },
  },
  read: { weight: 2 },
  list: { weight: 1, query: { limit } },
  update: { weight: 2, body: { required: {}, optional: { invocationRole: role, triggerConfig } } },
  remove: { weight: 2 },
})

const ofVersions = toResourceCalls(version, keys, {
  create: {
    weight: 4,
    body: { required: {}, optional: { description }, unrefused: /body type a-text$/ },
    open: toPublishingTolerance,
  },
  list: { weight: 2, query: { limit } },
  remove: { weight: 2, open: toNamedVersionTolerance },
})

/** The sources disagree on the field name of the version, so requests contain both. The texts of an alias are open, too. */
const unrefused = /versionI[dD]|description type an-object|additionalVersionWeight type/

const ofAliases = toResourceCalls(alias, keys, {
  create: versionId.map((one, index) => ({
    weight: index === 0 ? 2 : 1,
    body: { required: { versionId: [one], versionID: [one] }, optional: { description }, unrefused },
  })),
  read: { weight: 2 },
  list: { weight: 1, query: { limit } },
  update: {
    weight: 2,
    // A16: the source requires the version in every update.
    body: { required: { versionId: [toVersion(0)], versionID: [toVersion(0)] }, optional: { description }, unrefused },
    open: toAliasTolerance,
  },
  remove: { weight: 1, open: toAliasTolerance },
})

/** Random calls of FC 2016-08-15. */
export const reference = toReference(resources, {
  calls: [...ofServices, ...ofFunctions, ...ofTriggers, ...ofVersions, ...ofAliases],
  fields: {
    // No source states which CRC-64 the checksums are.
    names: { codeChecksum: [], checksum: [] },
    free: ['url', 'direction'],
    derived: ['codeSize'],
  },
  wrongTag: crudTolerances.wrongTag,
})
