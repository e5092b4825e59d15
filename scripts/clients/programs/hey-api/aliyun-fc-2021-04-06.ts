import { createClient, createConfig } from './generated/aliyun-fc-2021-04-06/client/index.ts'
import * as sdk from './generated/aliyun-fc-2021-04-06/sdk.gen.ts'
import type * as models from './generated/aliyun-fc-2021-04-06/types.gen.ts'
import { forcedErrors, showResponse, url } from './lines.ts'

const client = createClient(createConfig({ baseUrl: `${url}/2021-04-06` }))
const inService = { path: { serviceName: 'clients' } }
const account = { 'X-Fc-Account-Id': '123456789012', 'X-Fc-Trace-Id': 'trace-1' }

const full: models.CreateFunctionInput = {
  functionName: 'full',
  code: { zipFile: 'YSB6aXAgYXJjaGl2ZQ==' },
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
}
const created = await sdk.createFunction({ client, ...inService, headers: account, body: full })
showResponse('create function', created)
showResponse('create function again', await sdk.createFunction({ client, ...inService, body: full }))

const container: models.CreateFunctionInput = {
  functionName: 'container',
  handler: 'index.handler',
  runtime: 'custom-container',
  customContainerConfig: {
    image: 'registry.example.com/image:1',
    command: '["node"]',
    args: '["server.js"]',
    accelerationType: 'Default',
    instanceID: 'cri-1',
    webServerMode: true,
  },
}
showResponse('create function in a container', await sdk.createFunction({ client, ...inService, body: container }))

const inFunction = { path: { serviceName: 'clients', functionName: 'full' } }
const withTag = { ...inFunction, headers: { ...account, 'If-Match': created.response?.headers.get('etag') ?? '' } }
const change = { description: 'changed', instanceConcurrency: 20, diskSize: 512 } as const
showResponse('update function', await sdk.updateFunction({ client, ...withTag, body: change }))
showResponse('update function with a stale tag', await sdk.updateFunction({ client, ...withTag, body: change }))
for (const { code, headers } of forcedErrors) {
  const forced = createClient(createConfig({ baseUrl: `${url}/2021-04-06`, headers }))
  showResponse(`error ${code}`, await sdk.updateFunction({ client: forced, ...inFunction, body: change }))
}
