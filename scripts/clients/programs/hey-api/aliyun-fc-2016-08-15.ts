import { createClient, createConfig } from './generated/aliyun-fc-2016-08-15/client/index.ts'
import * as sdk from './generated/aliyun-fc-2016-08-15/sdk.gen.ts'
import type * as models from './generated/aliyun-fc-2016-08-15/types.gen.ts'
import { forcedErrors, show, showResponse, url } from './lines.ts'

const client = createClient(createConfig({ baseUrl: `${url}/2016-08-15` }))
const serviceName = 'clients'
const inService = { path: { serviceName } }
const inFunction = { path: { serviceName, functionName: 'full' } }
const code: models.Code = { zipFile: 'YSB6aXAgYXJjaGl2ZQ==' }

const service: models.Service = {
  serviceName,
  description: 'made by a generated client',
  internetAccess: true,
  logConfig: {
    project: 'project-1',
    logstore: 'logstore-1',
    enableRequestMetrics: true,
    enableInstanceMetrics: false,
    logBeginRule: 'DefaultRegex',
  },
  role: 'acs:ram::123456789012:role/fc',
  vpcConfig: { securityGroupId: 'sg-1', vSwitchIds: ['vsw-1', 'vsw-2'], vpcId: 'vpc-1' },
  tracingConfig: { type: 'Jaeger', params: { endpoint: 'http://tracing.example.com' } },
  nasConfig: {
    userId: 10003,
    groupId: '10003',
    mountPoints: [{ serverAddr: 'nas.example.com:/', mountDir: '/mnt/a' }],
  },
}
showResponse('create service', await sdk.createService({ client, body: service }))
showResponse('get service', await sdk.getService({ client, ...inService }))
showResponse('create service again', await sdk.createService({ client, body: service }))

const fullFunction: models.Function = {
  functionName: 'full',
  code,
  handler: 'index.handler',
  runtime: 'nodejs4.4',
  description: 'has every field',
  memorySize: 512,
  timeout: 60,
  initializer: 'index.initializer',
  initializationTimeout: 30,
  environmentVariables: { MODE: 'test', EMPTY: '' },
  instanceConcurrency: 5,
  caPort: 9000,
  customContainerConfig: { image: 'registry.example.com/image:1', command: '["node"]' },
  layers: ['acs:fc:cn-hangzhou:123456789012:layers/a/versions/1'],
  instanceType: 'c1',
}
showResponse('create function', await sdk.createFunction({ client, ...inService, body: fullFunction }))
const got = await sdk.getFunction({ client, ...inFunction })
showResponse('get function', got)

for (const number of [1, 2, 3, 4, 5]) {
  const body = { functionName: `list-${number}`, code, handler: 'index.handler', runtime: 'python3' } as const
  await sdk.createFunction({ client, ...inService, body })
}
const pages: unknown[] = []
let nextToken: string | undefined
do {
  const query = { prefix: 'list-', limit: 2, ...(nextToken !== undefined && { nextToken }) }
  const { data } = await sdk.listFunctions({ client, ...inService, query })
  pages.push(data?.functions?.map(({ functionName }) => functionName))
  nextToken = data?.nextToken
} while (nextToken !== undefined)
show('list functions', { pages })

const tag = got.response?.headers.get('etag') ?? ''
const withTag = { ...inFunction, headers: { 'If-Match': tag } }
const change = { description: 'changed', memorySize: 1024, environmentVariables: {} }
showResponse('update function', await sdk.updateFunction({ client, ...withTag, body: change }))
showResponse('update function with a stale tag', await sdk.updateFunction({ client, ...withTag, body: change }))
for (const { code, headers } of forcedErrors) {
  const forced = createClient(createConfig({ baseUrl: `${url}/2016-08-15`, headers }))
  showResponse(`error ${code}`, await sdk.updateFunction({ client: forced, ...inFunction, body: change }))
}

const trigger: models.Trigger = {
  triggerName: 'uploads',
  triggerType: 'oss',
  triggerConfig: { events: ['oss:ObjectCreated:*'], filter: { key: { prefix: 'in/' } } },
  invocationRole: 'acs:ram::123456789012:role/oss',
  sourceArn: 'acs:oss:cn-hangzhou:123456789012:bucket',
  qualifier: 'LATEST',
  description: 'runs for each upload',
}
const inTrigger = { path: { ...inFunction.path, triggerName: 'uploads' } }
showResponse('create trigger', await sdk.createTrigger({ client, ...inFunction, body: trigger }))
showResponse('get trigger', await sdk.getTrigger({ client, ...inTrigger }))

showResponse('publish version', await sdk.publishVersion({ client, ...inService, body: { description: 'first' } }))
await sdk.updateService({ client, ...inService, body: { description: 'changed' } })
await sdk.publishVersion({ client, ...inService })
const alias = { aliasName: 'stable', versionId: '1', description: 'both', additionalVersionWeight: { '2': 0.25 } }
showResponse('create alias', await sdk.createAlias({ client, ...inService, body: alias }))

const inVersion = { path: { ...inFunction.path, qualifier: '1' } }
showResponse('get function by qualifier', await sdk.getFunctionByQualifier({ client, ...inVersion }))
const event = new Blob([new Uint8Array([0, 255, 10])])
const invoked = await sdk.invokeFunctionByQualifier({ client, ...inVersion, body: event })
const payload = invoked.data instanceof Blob ? Buffer.from(await invoked.data.arrayBuffer()) : Buffer.of()
show('invoke function by qualifier', { status: invoked.response?.status, bytes: payload.toString('base64') })

const { data: all } = await sdk.listFunctions({ client, ...inService })
showResponse('delete service with functions', await sdk.deleteService({ client, ...inService }))
showResponse('delete trigger', await sdk.deleteTrigger({ client, ...inTrigger }))
const inAlias = { path: { serviceName, aliasName: 'stable' } }
showResponse('delete alias', await sdk.deleteAlias({ client, ...inAlias }))
for (const versionId of ['1', '2']) {
  const path = { serviceName, versionId }
  showResponse(`delete version ${versionId}`, await sdk.deleteVersion({ client, path }))
}
for (const { functionName = '' } of all?.functions ?? []) {
  const path = { serviceName, functionName }
  showResponse(`delete function ${functionName}`, await sdk.deleteFunction({ client, path }))
}
showResponse('delete service', await sdk.deleteService({ client, ...inService }))
showResponse('get deleted service', await sdk.getService({ client, ...inService }))
