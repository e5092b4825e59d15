import { eventSource, functionResource, service } from '../../schemas/aliyun-fc-2021-04-06/resources.ts'
import type { Sample } from '../checks/sample.ts'
import type { JsonObject } from '../core/assertions/expect-response.ts'
import { toZip } from '../core/generate/zip.ts'

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

/** The service comes from the fixture serviceName. */
const serviceSample: Sample = {
  resource: service,
  fixture: ({ supplied }) => ({ serviceName: supplied.serviceName?.[0] ?? '' }),
  options: {},
  changes: {},
}

export const functionSample: Sample = {
  resource: functionResource,
  parent: serviceSample,
  body: ({ name, random }, fields) => ({
    functionName: name(),
    handler: 'index.handler',
    runtime: 'python3.9',
    code: { zipFile: toCode(`hello ${Math.floor(random() * 1e9)}`).zipFile },
    ...fields,
  }),
  options: settings,
  textField: 'description',
  changes,
}

const eventSourceSample: Sample = {
  resource: eventSource,
  parent: functionSample,
  body: ({ name }, fields) => ({
    sourceArn: `acs:eventbridge:cn-shanghai:123456:eventbus/test/rule/${name()}/target/abc`,
    ...fields,
  }),
  options: {},
  changes: {},
}

/** Every resource of the API with the values of its requests, parents first. */
export const samples: readonly Sample[] = [serviceSample, functionSample, eventSourceSample]

/** A Python handler that returns a text. */
export function toCode(response: string) {
  const bytes = toZip({ 'index.py': `def handler(event, context):\n    return ${JSON.stringify(response)}\n` })
  return { bytes, zipFile: Buffer.from(bytes).toString('base64') }
}
