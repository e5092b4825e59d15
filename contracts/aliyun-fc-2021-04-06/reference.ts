import { aliyunFc20210406 as api } from '../../schemas/aliyun-fc-2021-04-06/api.ts'
import {
  alias,
  functionResource,
  resources,
  service,
  trigger,
  version,
} from '../../schemas/aliyun-fc-2021-04-06/resources.ts'
import { toReference, toResourceCalls } from '../core/reference/from-resources.ts'
import type { Draft, Known, PathValues, ReferenceCall, Surroundings } from '../core/reference/reference.ts'
import { rules } from './rules.ts'
import { toCode, unknownVersion } from './samples.ts'
import { tolerances } from './tolerances.ts'

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
  ({ made }: Surroundings, { serviceName: name = '' }: PathValues) =>
    made(operations.publishServiceVersion, { serviceName: name }, index)?.versionId
const versionId: readonly Draft[] = [toVersion(0), toVersion(0), toVersion(1), unknownVersion]

const keys = { serviceName, functionName, triggerName, versionId, aliasName }
const atFunction = { serviceName, functionName }
/** Mostly the present state, else a version or an alias. */
const qualifier: readonly Draft[] = [undefined, undefined, undefined, toVersion(0), ...toNames('a1')]

const code = ['one', 'two'].map((result): Draft => ({ zipFile: toCode(result).zipFile }))
const description = ['a first text', 'a second text', 'a third text']
const role = ['acs:ram::123456789012:role/fc-first', 'acs:ram::123456789012:role/fc-second']
const triggerConfig = ['in/', 'out/'].map((prefix) =>
  JSON.stringify({ events: ['oss:ObjectCreated:*'], filter: { key: { prefix, suffix: '.zip' } } }),
)
const limit: readonly Draft[] = [undefined, undefined, '1', '2']

const serviceFields = { description, role, internetAccess: [true, false] }
const functionFields = {
  description,
  memorySize: [256, 512, 1024],
  timeout: [7, 9, 300],
  initializer: ['index.initializer', 'index.other'],
  initializationTimeout: [11, 13],
  environmentVariables: [{ first: 'one' }, { second: 'two', third: 'three' }],
}

/** Both error codes pass for a qualifier that does not exist. */
function toQualifierTolerance({ path = {} }: { readonly path?: PathValues }) {
  return path.qualifier === undefined ? undefined : tolerances.missingQualifier
}

/** FC-DEF does not state which contents prevent the deletion. */
function toDeletionTolerance({ path = {} }: { readonly path?: PathValues }, { alive }: Known) {
  if (alive(operations.createFunction, path).length > 0) return undefined
  const below = [operations.publishServiceVersion, operations.createAlias]
  return below.some((create) => alive(create, path).length > 0) ? tolerances.serviceWithVersions : undefined
}

function toPublishingTolerance({ path = {} }: { readonly path?: PathValues }, { writesSince }: Known) {
  return writesSince(operations.publishServiceVersion, path) ? tolerances.unchangedVersion : undefined
}

function toNamedVersionTolerance({ path = {} }: { readonly path?: PathValues }, { alive }: Known) {
  const isNamed = alive(operations.createAlias, { serviceName: path.serviceName ?? '' }).length > 0
  return isNamed ? tolerances.deletionOfNamedVersion : undefined
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

/** Whether a server rejects a body that breaks these rules is implementation-defined (B2, B18). */
const unrefused = /body-required|instanceConcurrency|oss(Bucket|Object)Name-alone/

const ofFunctions: readonly ReferenceCall[] = [
  ...toResourceCalls(functionResource, keys, {
    create: {
      weight: 5,
      body: {
        required: { handler: ['index.handler', 'index.main'], runtime: ['python3.9', 'nodejs14'], code },
        optional: functionFields,
        unrefused,
      },
    },
    read: { weight: 2, path: { qualifier }, open: toQualifierTolerance },
    list: { weight: 1, path: { qualifier }, query: { limit }, open: toQualifierTolerance },
    update: {
      weight: 2,
      body: { required: {}, optional: { ...functionFields, handler: ['index.main'], code }, unrefused },
    },
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
      optional: { qualifier: ['LATEST'], description },
    },
  },
  read: { weight: 2 },
  list: { weight: 1, query: { limit } },
  update: { weight: 2, body: { required: {}, optional: { invocationRole: role, triggerConfig, description } } },
  remove: { weight: 2 },
})

const ofVersions = toResourceCalls(version, keys, {
  create: { weight: 4, body: { required: {}, optional: { description } }, open: toPublishingTolerance },
  list: { weight: 2, query: { limit } },
  remove: { weight: 2, open: toNamedVersionTolerance },
})

const ofAliases = toResourceCalls(alias, keys, {
  create: versionId.map((one, index) => ({
    weight: index === 0 ? 2 : 1,
    body: { required: { versionId: [one] }, optional: { description } },
  })),
  read: { weight: 2 },
  list: { weight: 1, query: { limit } },
  update: { weight: 2, body: { required: {}, optional: { description, versionId: [toVersion(0)] } } },
  remove: { weight: 1 },
})

/** Random calls of FC 2021-04-06. */
export const reference = toReference(resources, {
  calls: [...ofServices, ...ofFunctions, ...ofTriggers, ...ofVersions, ...ofAliases],
  fields: {
    // No source states which CRC-64 the checksums are.
    names: { codeChecksum: [], checksum: [] },
    free: ['url', 'direction', 'domainName', 'urlInternet', 'urlIntranet', 'targetArn', 'useSLRAuthentication'],
    derived: ['codeSize'],
  },
  wrongTag: rules.tolerances.wrongTag,
})
