import createClient from 'openapi-fetch'
import type { components, paths } from '../../../../generated/aliyun-fc-2021-04-06/types.ts'
import { forcedErrors, showResponse, url } from './lines.ts'

const client = createClient<paths>({ baseUrl: `${url}/2021-04-06` })
const inService = { path: { serviceName: 'clients' } }
const account = { 'X-Fc-Account-Id': '123456789012', 'X-Fc-Trace-Id': 'trace-1' }
const functions = '/services/{serviceName}/functions'
const one = `${functions}/{functionName}` as const

const full: components['schemas']['CreateFunctionInput'] = {
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
const created = await client.POST(functions, { params: { ...inService, header: account }, body: full })
showResponse('create function', created)
showResponse('create function again', await client.POST(functions, { params: inService, body: full }))

const container: components['schemas']['CreateFunctionInput'] = {
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
showResponse('create function in a container', await client.POST(functions, { params: inService, body: container }))

const inFunction = { path: { serviceName: 'clients', functionName: 'full' } }
const withTag = { ...inFunction, header: { ...account, 'If-Match': created.response.headers.get('etag') ?? '' } }
const change = { description: 'changed', instanceConcurrency: 20, diskSize: 512 } as const
showResponse('update function', await client.PUT(one, { params: withTag, body: change }))
showResponse('update function with a stale tag', await client.PUT(one, { params: withTag, body: change }))
for (const { code, headers } of forcedErrors) {
  showResponse(`error ${code}`, await client.PUT(one, { params: inFunction, body: change, headers }))
}
