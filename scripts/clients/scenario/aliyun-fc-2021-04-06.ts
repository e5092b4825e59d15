import { aliyunFc20210406 as api } from '../../../schemas/aliyun-fc-2021-04-06/api.ts'
import { anId, aTag, aTime, someText } from '../tests.ts'
import { type Scenario, step, toForcedSteps } from './scenario.ts'

const toError = (code: string) => ({ Code: code, Message: someText, RequestId: anId })
const rejected = (status: number, code: string) => ({ status, error: toError(code) })

const made = { functionId: anId, createdTime: aTime, lastModifiedTime: aTime }

const fullFunction = {
  functionName: 'full',
  layers: ['acs:fc:cn-hangzhou:123456789012:layers/a/versions/1'],
  description: 'has every field',
  handler: 'index.handler',
  initializationTimeout: 30,
  initializer: 'index.initializer',
  memorySize: 512,
  runtime: 'custom.debian10',
  timeout: 60,
  caPort: 9000,
  environmentVariables: { MODE: 'test' },
  instanceConcurrency: 10,
  instanceSoftConcurrency: 5,
  instanceType: 'fc.gpu.tesla.1',
  customRuntimeConfig: { command: ['node'], args: ['server.js'] },
  instanceLifecycleConfig: {
    preFreeze: { handler: 'index.preFreeze', timeout: 10 },
    preStop: { handler: 'index.preStop', timeout: 20 },
  },
  customDNS: {
    nameServers: ['223.5.5.5'],
    searches: ['example.com'],
    dnsOptions: [{ name: 'ndots', value: '1' }],
  },
  customHealthCheckConfig: {
    httpGetUrl: '/ready',
    initialDelaySeconds: 1,
    periodSeconds: 5,
    timeoutSeconds: 2,
    failureThreshold: 4,
    successThreshold: 2,
  },
  cpu: 0.35,
  diskSize: 10240,
  gpuMemorySize: 2048,
  layersArnV2: ['acs:fc:cn-hangzhou:123456789012:layers/a/versions/1'],
  codeSize: 13,
  codeChecksum: '12100384585228730499',
  ...made,
}

const container = {
  functionName: 'container',
  description: '',
  handler: 'index.handler',
  runtime: 'custom-container',
  customContainerConfig: {
    image: 'registry.example.com/image:1',
    command: '["node"]',
    args: '["server.js"]',
    accelerationType: 'Default',
    instanceID: 'cri-1',
    webServerMode: true,
    accelerationInfo: { status: 'Ready' },
  },
  memorySize: 128,
  timeout: 3,
  instanceType: 'e1',
  initializationTimeout: 3,
  environmentVariables: {},
  codeSize: 0,
  codeChecksum: '0',
  ...made,
}

/** Creates and updates functions. Their service is created through FC 2016, which shares the state. */
export const fc2021: Scenario = {
  api: api.id,
  forced: api.operations.updateFunction,
  before: [['/2016-08-15/services', { serviceName: 'clients' }]],
  steps: [
    step('create function', { status: 200, etag: aTag, body: fullFunction }),
    step('create function again', rejected(409, 'FunctionAlreadyExists')),
    step('create function in a container', { status: 200, etag: aTag, body: container }),
    step('update function', {
      status: 200,
      etag: aTag,
      body: { ...fullFunction, description: 'changed', instanceConcurrency: 20, diskSize: 512 },
    }),
    step('update function with a stale tag', rejected(412, 'PreconditionFailed')),
    ...toForcedSteps(api, api.operations.updateFunction, toError),
  ],
}
