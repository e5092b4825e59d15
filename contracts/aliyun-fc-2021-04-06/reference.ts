import { aliyunFc20210406 as api } from '../../schemas/aliyun-fc-2021-04-06/api.ts'
import {
  alias,
  functionResource,
  resources,
  service,
  trigger,
  version,
} from '../../schemas/aliyun-fc-2021-04-06/resources.ts'
import { description, limit, role, toReferenceParts } from '../aliyun-fc/reference.ts'
import { toReference, toResourceCalls } from '../core/reference/from-resources.ts'
import type { ReferenceCall } from '../core/reference/reference.ts'
import { functionBodies } from './function-bodies.ts'
import { rules } from './rules.ts'
import { tolerances } from './tolerances.ts'

const { publishServiceVersion: publishVersion, ...others } = api.operations
const parts = toReferenceParts({
  service,
  operations: { ...others, publishVersion },
  tolerances,
  publishing: tolerances.unchangedVersion,
})
const { keys, qualifier, toVersion, toQualifierTolerance } = parts

const triggerConfig = ['in/', 'out/'].map((prefix) =>
  JSON.stringify({ events: ['oss:ObjectCreated:*'], filter: { key: { prefix, suffix: '.zip' } } }),
)
const ofFunctions: readonly ReferenceCall[] = [
  ...toResourceCalls(functionResource, keys, {
    create: { weight: 5, body: functionBodies.create },
    read: { weight: 2, path: { qualifier }, open: toQualifierTolerance },
    list: { weight: 1, path: { qualifier }, query: { limit }, open: toQualifierTolerance },
    update: { weight: 2, body: functionBodies.update },
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
      optional: { qualifier: ['LATEST'], description },
    },
  },
  read: { weight: 2 },
  list: { weight: 1, query: { limit } },
  update: { weight: 2, body: { required: {}, optional: { invocationRole: role, triggerConfig, description } } },
  remove: { weight: 2 },
})

const ofVersions = toResourceCalls(version, keys, {
  create: { weight: 4, body: { required: {}, optional: { description } }, open: parts.toPublishingTolerance },
  list: { weight: 2, query: { limit } },
  remove: { weight: 2, open: parts.toNamedVersionTolerance },
})

const ofAliases = toResourceCalls(alias, keys, {
  create: keys.versionId.map((one, index) => ({
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
  calls: [...parts.ofServices, ...ofFunctions, ...ofTriggers, ...ofVersions, ...ofAliases],
  fields: {
    // No source states which CRC-64 the checksums are.
    names: { codeChecksum: [], checksum: [] },
    free: ['url', 'direction', 'domainName', 'urlInternet', 'urlIntranet', 'targetArn', 'useSLRAuthentication'],
    derived: ['codeSize'],
  },
  wrongTag: rules.tolerances.wrongTag,
})
