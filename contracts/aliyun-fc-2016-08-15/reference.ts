import { aliyunFc20160815 as api } from '../../schemas/aliyun-fc-2016-08-15/api.ts'
import {
  alias,
  functionResource,
  resources,
  service,
  trigger,
  version,
} from '../../schemas/aliyun-fc-2016-08-15/resources.ts'
import { toCode } from '../aliyun-fc/code-archive.ts'
import { description, limit, role, toReferenceParts } from '../aliyun-fc/reference.ts'
import { toReference, toResourceCalls } from '../core/reference/from-resources.ts'
import type { Draft, Known, PathValues, ReferenceCall } from '../core/reference/reference.ts'
import { crudTolerances, tolerances } from './tolerances.ts'

/** The source lists the code and does not state what counts as a change. */
const publishing = { about: 'another version of a service', codes: ['VersionPublishError'], succeeds: true } as const

const { operations } = api
const parts = toReferenceParts({
  service,
  operations,
  tolerances,
  publishing,
  versionDeletion: tolerances.missingParentOfVersion,
})
const { keys, qualifier, toVersion, toQualifierTolerance } = parts

/** The source lists only the error code of the child. */
function toAliasTolerance({ path = {} }: { readonly path?: PathValues }, { alive }: Known) {
  const { serviceName = '' } = path
  return alive(operations.createService, { serviceName }).length > 0 ? undefined : tolerances.missingParentOfAlias
}

const code = ['one', 'two'].map((result): Draft => ({ zipFile: toCode(result).zipFile }))
const triggerConfig = ['in/', 'out/'].map((prefix) => ({
  events: ['oss:ObjectCreated:*'],
  filter: { key: { prefix, suffix: '.zip' } },
}))

const functionFields = {
  description,
  memorySize: [192, 256, 3072],
  timeout: [7, 9, 300],
}
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
  ...parts.ofCode,
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
    open: parts.toPublishingTolerance,
  },
  list: { weight: 2, query: { limit } },
  remove: { weight: 2, open: parts.toNamedVersionTolerance },
})

/** The sources disagree on the field name of the version, so requests contain both. The texts of an alias are open, too. */
const unrefused = /versionI[dD]|description type an-object|additionalVersionWeight type/

const ofAliases = toResourceCalls(alias, keys, {
  create: keys.versionId.map((one, index) => ({
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
  calls: [...parts.ofServices, ...ofFunctions, ...ofTriggers, ...ofVersions, ...ofAliases],
  fields: {
    // No source states which CRC-64 the checksums are.
    names: { codeChecksum: [], checksum: [] },
    free: ['url', 'direction'],
    derived: ['codeSize'],
  },
  wrongTag: crudTolerances.wrongTag,
})
