import { aliyunFc20160815 } from '../../schemas/aliyun-fc-2016-08-15/api.ts'
import { alias, functionResource, service, trigger, version } from '../../schemas/aliyun-fc-2016-08-15/resources.ts'
import { toVersionSample } from '../aliyun-fc/version-sample.ts'
import { givenOne, type Sample } from '../checks/sample.ts'
import type { JsonObject } from '../core/assertions/expect-response.ts'
import { toCode } from '../aliyun-fc/code-archive.ts'
import { triggerSettings } from './trigger-settings.ts'

export const serviceSample: Sample = {
  resource: service,
  body: ({ name }, fields) => ({ serviceName: name(), ...fields }),
  options: { description: 'a service of a contract run', internetAccess: false },
  textField: 'description',
  changes: { description: 'another text', internetAccess: true },
}

export const functionSample: Sample = {
  resource: functionResource,
  parent: serviceSample,
  body: ({ name, random }, fields) => ({
    functionName: name(),
    handler: 'index.handler',
    runtime: 'nodejs8',
    code: { zipFile: toCode(`hello ${Math.floor(random() * 1e9)}`).zipFile },
    ...fields,
  }),
  options: { description: 'a function of a contract run', memorySize: 192, timeout: 7 },
  companions: {
    custom: { caPort: 9000 },
    'custom-container': { caPort: 9000, customContainerConfig: { image: 'registry.example.com/demo/image:v1' } },
  },
  textField: 'description',
  changes: {
    description: 'another text',
    memorySize: 256,
    timeout: 9,
    handler: 'other.handler',
    runtime: 'nodejs6',
  },
}

export const triggerSample: Sample = {
  resource: trigger,
  parent: functionSample,
  // Every field that the source requires is present (A12).
  body: ({ name }, fields) => ({
    triggerName: name(),
    triggerType: 'oss',
    sourceArn: 'acs:oss:cn-hangzhou:123456789012:demo-bucket',
    invocationRole: 'acs:ram::123456789012:role/fc-test',
    triggerConfig: { events: ['oss:ObjectCreated:*'], filter: { key: { prefix: 'in/', suffix: '.zip' } } },
    ...fields,
  }),
  options: { qualifier: 'LATEST', invocationRole: 'acs:ram::123456789012:role/fc-first' },
  required: ['invocationRole'],
  kinds: Object.fromEntries(
    triggerSettings.map(({ triggerType, sourceArn, triggerConfig }) => [
      triggerType,
      { triggerType, sourceArn, triggerConfig },
    ]),
  ),
  changes: {
    invocationRole: 'acs:ram::123456789012:role/fc-second',
    triggerConfig: { events: ['oss:ObjectRemoved:Delete'], filter: { key: { prefix: 'out/', suffix: '.txt' } } },
  },
}

export const versionSample = toVersionSample(version, serviceSample, aliyunFc20160815.operations.updateService)

export const aliasSample: Sample = {
  resource: alias,
  parent: serviceSample,
  // The version has both field names (A4). The run sends the name that the target accepts.
  async body(context, fields, parent) {
    const { versionId } = 'versionId' in fields ? {} : (await givenOne(context, versionSample, {}, parent)).path
    return { aliasName: context.name(), versionId, versionID: versionId, ...fields }
  },
  options: { description: 'an alias of a contract run' },
  textField: 'description',
  changes: { description: 'another text' },
  // The source requires the version in every update (A16).
  repeated: ['versionId', 'versionID'],
}

/** The resources of the API and the values of their requests. Parents come first. */
export const samples: readonly Sample[] = [serviceSample, functionSample, triggerSample, versionSample, aliasSample]

/** The version under both field names (A4). */
export function toVersion(versionId: string): JsonObject {
  return { versionId, versionID: versionId }
}
