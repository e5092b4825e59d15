import createClient from 'openapi-fetch'
import { fcSignature } from '../../../../contracts/examples/clients/fc-signature.ts'
import type { components, paths } from '../../../../generated/aliyun-fc-2016-08-15/types.ts'
import { forcedErrors, key, show, showResponse, url } from './lines.ts'

const client = createClient<paths>({ baseUrl: `${url}/2016-08-15` })
if (key) client.use(fcSignature(key))
const serviceName = 'clients'
const inService = { path: { serviceName } }
const inFunction = { path: { serviceName, functionName: 'full' } }
const code: components['schemas']['Code'] = { zipFile: 'YSB6aXAgYXJjaGl2ZQ==' }

const service: components['schemas']['Service'] = {
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
showResponse('create service', await client.POST('/services', { body: service }))
showResponse('get service', await client.GET('/services/{serviceName}', { params: inService }))
showResponse('create service again', await client.POST('/services', { body: service }))

const fullFunction: components['schemas']['Function'] = {
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
const functions = '/services/{serviceName}/functions'
showResponse('create function', await client.POST(functions, { params: inService, body: fullFunction }))
const got = await client.GET(`${functions}/{functionName}`, { params: inFunction })
showResponse('get function', got)

for (const number of [1, 2, 3, 4, 5]) {
  const body = { functionName: `list-${number}`, code, handler: 'index.handler', runtime: 'python3' } as const
  await client.POST(functions, { params: inService, body })
}
const pages: unknown[] = []
let nextToken: string | undefined
do {
  const query = { prefix: 'list-', limit: 2, ...(nextToken !== undefined && { nextToken }) }
  const { data } = await client.GET(functions, { params: { ...inService, query } })
  pages.push(data?.functions?.map(({ functionName }) => functionName))
  nextToken = data?.nextToken
} while (nextToken !== undefined)
show('list functions', { pages })

const tag = got.response.headers.get('etag') ?? ''
const withTag = { ...inFunction, header: { 'If-Match': tag } }
const one = `${functions}/{functionName}` as const
const change = { description: 'changed', memorySize: 1024, environmentVariables: {} }
showResponse('update function', await client.PUT(one, { params: withTag, body: change }))
showResponse('update function with a stale tag', await client.PUT(one, { params: withTag, body: change }))
for (const { code, headers } of forcedErrors) {
  showResponse(`error ${code}`, await client.PUT(one, { params: inFunction, body: change, headers }))
}

const trigger: components['schemas']['Trigger'] = {
  triggerName: 'uploads',
  triggerType: 'oss',
  triggerConfig: { events: ['oss:ObjectCreated:*'], filter: { key: { prefix: 'in/' } } },
  invocationRole: 'acs:ram::123456789012:role/oss',
  sourceArn: 'acs:oss:cn-hangzhou:123456789012:bucket',
  qualifier: 'LATEST',
  description: 'runs for each upload',
}
const triggers = `${one}/triggers` as const
const inTrigger = { path: { ...inFunction.path, triggerName: 'uploads' } }
showResponse('create trigger', await client.POST(triggers, { params: inFunction, body: trigger }))
showResponse('get trigger', await client.GET(`${triggers}/{triggerName}`, { params: inTrigger }))

const versions = '/services/{serviceName}/versions'
showResponse('publish version', await client.POST(versions, { params: inService, body: { description: 'first' } }))
await client.PUT('/services/{serviceName}', { params: inService, body: { description: 'changed' } })
await client.POST(versions, { params: inService })
const alias = { aliasName: 'stable', versionId: '1', description: 'both', additionalVersionWeight: { '2': 0.25 } }
showResponse('create alias', await client.POST('/services/{serviceName}/aliases', { params: inService, body: alias }))

const qualified = '/services/{serviceName}.{qualifier}/functions/{functionName}'
const inVersion = { path: { ...inFunction.path, qualifier: '1' } }
showResponse('get function by qualifier', await client.GET(qualified, { params: inVersion }))
const invoked = await client.POST(`${qualified}/invocations`, {
  params: inVersion,
  // The types use string for bytes. The serializer returns the bytes to send.
  body: '',
  bodySerializer: () => new Uint8Array([0, 255, 10]),
  headers: { 'Content-Type': 'application/octet-stream' },
  parseAs: 'arrayBuffer',
})
const bytes = Buffer.from(invoked.data ?? new ArrayBuffer()).toString('base64')
show('invoke function by qualifier', { status: invoked.response.status, bytes })

const { data: all } = await client.GET(functions, { params: inService })
showResponse('delete service with functions', await client.DELETE('/services/{serviceName}', { params: inService }))
showResponse('delete trigger', await client.DELETE(`${triggers}/{triggerName}`, { params: inTrigger }))
const inAlias = { path: { serviceName, aliasName: 'stable' } }
showResponse('delete alias', await client.DELETE('/services/{serviceName}/aliases/{aliasName}', { params: inAlias }))
for (const versionId of ['1', '2']) {
  const params = { path: { serviceName, versionId } }
  showResponse(`delete version ${versionId}`, await client.DELETE(`${versions}/{versionId}`, { params }))
}
for (const { functionName = '' } of all?.functions ?? []) {
  const params = { path: { serviceName, functionName } }
  showResponse(`delete function ${functionName}`, await client.DELETE(one, { params }))
}
showResponse('delete service', await client.DELETE('/services/{serviceName}', { params: inService }))
showResponse('get deleted service', await client.GET('/services/{serviceName}', { params: inService }))
