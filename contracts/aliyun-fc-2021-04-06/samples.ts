import { aliyunFc20210406 } from '../../schemas/aliyun-fc-2021-04-06/api.ts'
import { triggerConfigExamples } from '../../schemas/aliyun-fc-2021-04-06/models/trigger-config.ts'
import {
  alias,
  eventSource,
  functionResource,
  service,
  trigger,
  version,
} from '../../schemas/aliyun-fc-2021-04-06/resources.ts'
import type { Resource } from '../../schemas/core/resource.ts'
import { toVersionSample } from '../aliyun-fc/version-sample.ts'
import { givenOne, type Sample } from '../checks/sample.ts'
import type { JsonObject } from '../core/assertions/expect-response.ts'
import { toZip } from '../core/generate/zip.ts'
import { accountSamples } from './account-samples.ts'

/** Settings that every runtime and region accepts. None is a default. */
const settings: JsonObject = {
  description: 'a function of a contract run',
  handler: 'index.main',
  memorySize: 256,
  timeout: 7,
  initializationTimeout: 9,
  initializer: 'index.initializer',
  environmentVariables: { first: 'one', second: 'zwei äöü 二' },
  instanceConcurrency: 4,
  instanceSoftConcurrency: 2,
}

/** Each field of `settings` with another value. */
const changes: JsonObject = {
  description: 'another text',
  handler: 'other.handler',
  memorySize: 512,
  timeout: 9,
  initializationTimeout: 11,
  initializer: 'other.initializer',
  environmentVariables: { third: 'three' },
  instanceSoftConcurrency: 3,
  runtime: 'python3',
}

export const serviceSample: Sample = {
  resource: service,
  body: ({ name }, fields) => ({ serviceName: name(), ...fields }),
  options: { description: 'a service of a contract run', internetAccess: false },
  textField: 'description',
  changes: { description: 'another text', internetAccess: true },
}

/** A function, as this resource describes it, in a service. */
export function toFunctionSample(resource: Resource, parent: Sample): Sample {
  return {
    resource,
    parent,
    body: ({ name, random }, fields) => ({
      functionName: name(),
      handler: 'index.handler',
      runtime: 'python3.9',
      code: { zipFile: toCode(`hello ${Math.floor(random() * 1e9)}`).zipFile },
      ...fields,
    }),
    options: settings,
    required: ['handler'],
    textField: 'description',
    changes,
  }
}

export const functionSample = toFunctionSample(functionResource, serviceSample)

const toConfig = (prefix: string, suffix: string) =>
  JSON.stringify({ events: ['oss:ObjectCreated:*'], filter: { key: { prefix, suffix } } })

export const triggerSample: Sample = {
  resource: trigger,
  parent: functionSample,
  body: ({ name }, fields) => ({
    triggerName: name(),
    triggerType: 'oss',
    sourceArn: 'acs:oss:cn-hangzhou:123456789012:demo-bucket',
    invocationRole: 'acs:ram::123456789012:role/fc-test',
    triggerConfig: toConfig('in/', '.zip'),
    ...fields,
  }),
  options: { qualifier: 'LATEST', description: 'a trigger', invocationRole: 'acs:ram::123456789012:role/fc-first' },
  textField: 'description',
  kinds: Object.fromEntries(
    Object.entries(triggerConfigExamples).map(([triggerType, triggerConfig]) => [
      triggerType,
      { triggerType, triggerConfig },
    ]),
  ),
  changes: {
    description: 'another text',
    invocationRole: 'acs:ram::123456789012:role/fc-second',
    triggerConfig: toConfig('out/', '.txt'),
  },
}

export const versionSample = toVersionSample(version, serviceSample, aliyunFc20210406.operations.updateService)

export const aliasSample: Sample = {
  resource: alias,
  parent: serviceSample,
  async body(context, fields, parent) {
    const { versionId } = 'versionId' in fields ? {} : (await givenOne(context, versionSample, {}, parent)).path
    return { aliasName: context.name(), versionId, ...fields }
  },
  options: { description: 'an alias of a contract run', resolvePolicy: 'Content' },
  textField: 'description',
  changes: { description: 'another text', resolvePolicy: 'Random' },
}

export const eventSourceSample: Sample = {
  resource: eventSource,
  parent: functionSample,
  body: ({ name }, fields) => ({
    sourceArn: `acs:eventbridge:cn-shanghai:123456:eventbus/test/rule/${name()}/target/abc`,
    ...fields,
  }),
  options: {},
  changes: {},
}

/** The resources of the API and the values of their requests. Parents come first. */
export const samples: readonly Sample[] = [
  serviceSample,
  functionSample,
  triggerSample,
  versionSample,
  aliasSample,
  eventSourceSample,
  ...accountSamples,
]

/** A Python handler that returns a text. */
export function toCode(response: string) {
  const bytes = toZip({ 'index.py': `def handler(event, context):\n    return ${JSON.stringify(response)}\n` })
  return { bytes, zipFile: Buffer.from(bytes).toString('base64') }
}
