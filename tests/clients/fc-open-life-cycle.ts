import {
  Code,
  CreateAliasRequest,
  CreateFunctionRequest,
  CreateServiceRequest,
  CreateTriggerRequest,
  CustomContainerConfig,
  CustomDNS,
  CustomHealthCheckConfig,
  CustomRuntimeConfig,
  DNSOption,
  GetFunctionCodeRequest,
  GetFunctionRequest,
  GetServiceRequest,
  InstanceLifecycleConfig,
  InvokeFunctionRequest,
  LifecycleHook,
  ListAliasesRequest,
  ListFunctionsRequest,
  ListServicesRequest,
  ListServiceVersionsRequest,
  ListTriggersRequest,
  PublishServiceVersionRequest,
  UpdateAliasRequest,
  UpdateFunctionRequest,
  UpdateServiceRequest,
  UpdateTriggerRequest,
} from '@alicloud/fc-open20210406'
import type FC from '@alicloud/fc2'
import { expect } from 'vitest'
import { createHeaders, type FcOpenClient, once, updateHeaders } from './fc-open-client.ts'
import { zip, zipChecksum } from './fc2-client.ts'

const zipCode = () => new Code({ zipFile: zip.toString('base64') })

/** What one version creates, the other version reads. */
export async function liveThroughFcOpen(client: FcOpenClient, fc2: FC): Promise<void> {
  await client.createService(new CreateServiceRequest({ serviceName: 'open' }))
  expect((await fc2.getService('open')).data).toMatchObject({ serviceName: 'open' })
  await liveThroughZip(client, fc2)
  await liveThroughCustomRuntime(client)
  await liveThroughContainer(client, fc2)
  await refuse(client)
  await liveThroughResources(client, fc2)
  for (const name of ['zip', 'custom', 'container']) await client.deleteFunction('open', name)
  await client.deleteService('open')
  expect((await fc2.listServices({})).data.services).toEqual([])
}

async function liveThroughZip(client: FcOpenClient, fc2: FC): Promise<void> {
  const request = new CreateFunctionRequest({
    functionName: 'zip',
    handler: 'index.handler',
    runtime: 'nodejs14',
    code: zipCode(),
    environmentVariables: { NAME: 'value' },
    instanceLifecycleConfig: new InstanceLifecycleConfig({
      preStop: new LifecycleHook({ handler: 'index.preStop', timeout: 5 }),
    }),
  })
  const headers = createHeaders({
    xFcCodeChecksum: zipChecksum,
    xFcTraceId: 'trace',
    xFcDate: new Date().toUTCString(),
  })
  const created = await client.createFunctionWithOptions('open', request, headers, once())
  expect(created.statusCode).toBe(200)
  expect(created.headers['x-fc-request-id']).toMatch(/^[0-9a-f-]{36}$/)
  expect(created.body).toMatchObject({
    functionName: 'zip',
    codeChecksum: zipChecksum,
    codeSize: 9,
    environmentVariables: { NAME: 'value' },
    instanceLifecycleConfig: { preStop: { handler: 'index.preStop', timeout: 5 } },
  })

  const fresh = updateHeaders({ ifMatch: created.headers.etag })
  // The package sends this field with a capital letter and reads it with a small letter.
  const changes = new UpdateFunctionRequest({ memorySize: 512, timeout: 60, instanceConcurrency: 7 })
  const updated = await client.updateFunctionWithOptions('open', 'zip', changes, fresh, once())
  expect(updated.body).toMatchObject({ memorySize: 512, timeout: 60, instanceConcurrency: 7, handler: 'index.handler' })
  expect(updated.headers.etag).not.toBe(created.headers.etag)
  await expect(client.updateFunctionWithOptions('open', 'zip', changes, fresh, once())).rejects.toMatchObject({
    code: 'PreconditionFailed',
  })

  const read = await fc2.getFunction('open', 'zip')
  expect(read.headers.etag, 'one store behind both versions').toBe(updated.headers.etag)
  expect(read.data).toMatchObject({ functionId: created.body.functionId, memorySize: 512, instanceConcurrency: 7 })
}

/** Services, versions, aliases, triggers and invocations, read by the other version. */
async function liveThroughResources(client: FcOpenClient, fc2: FC): Promise<void> {
  const changed = await client.updateService('open', new UpdateServiceRequest({ description: 'changed' }))
  expect(changed.body).toMatchObject({ serviceName: 'open', description: 'changed' })
  expect((await client.listServices(new ListServicesRequest({ limit: 5 }))).body?.services).toHaveLength(1)
  const { body: functions } = await client.listFunctions('open', new ListFunctionsRequest({ prefix: 'z' }))
  expect(functions?.functions).toMatchObject([{ functionName: 'zip' }])

  const config = { events: ['oss:ObjectCreated:*'], filter: { key: { prefix: 'in/', suffix: '.zip' } } }
  const trigger = new CreateTriggerRequest({
    triggerName: 't',
    triggerType: 'oss',
    sourceArn: 'acs:oss:cn-hangzhou:1:b',
    triggerConfig: JSON.stringify(config),
  })
  expect((await client.createTrigger('open', 'zip', trigger)).body?.triggerConfig).toBe(trigger.triggerConfig)
  expect((await fc2.getTrigger('open', 'zip', 't')).data.triggerConfig).toEqual(config)
  await client.updateTrigger('open', 'zip', 't', new UpdateTriggerRequest({ description: 'a trigger' }))
  const { body: triggers } = await client.listTriggers('open', 'zip', new ListTriggersRequest({}))
  expect(triggers?.triggers).toMatchObject([{ triggerName: 't', description: 'a trigger' }])

  const { body: version } = await client.publishServiceVersion('open', new PublishServiceVersionRequest({}))
  const { body: versions } = await client.listServiceVersions('open', new ListServiceVersionsRequest({}))
  expect(versions?.versions).toMatchObject([{ versionId: version?.versionId }])
  await client.createAlias('open', new CreateAliasRequest({ aliasName: 'a', versionId: version?.versionId }))
  await client.updateAlias('open', 'a', new UpdateAliasRequest({ description: 'an alias' }))
  expect((await client.listAliases('open', new ListAliasesRequest({}))).body?.aliases).toMatchObject([
    { aliasName: 'a', resolvePolicy: 'Random', description: 'an alias' },
  ])
  expect((await fc2.getAlias('open', 'a')).data).toMatchObject({ versionId: version?.versionId })
  const qualified = new GetFunctionRequest({ qualifier: 'a' })
  expect((await client.getFunction('open', 'zip', qualified)).body).toMatchObject({ functionName: 'zip' })

  const event = new InvokeFunctionRequest({ qualifier: 'a', body: Buffer.from('an event') })
  const invoked = await client.invokeFunction('open', 'zip', event)
  expect(Buffer.from(invoked.body ?? []).toString()).toBe('an event')

  expect((await client.getService('open', new GetServiceRequest({}))).body).toMatchObject({ description: 'changed' })
  expect((await client.getAlias('open', 'a')).body).toMatchObject({ aliasName: 'a' })
  expect((await client.getTrigger('open', 'zip', 't')).body).toMatchObject({ triggerName: 't' })
  const { body: code } = await client.getFunctionCode('open', 'zip', new GetFunctionCodeRequest({}))
  expect(code?.checksum).toBe(zipChecksum)
  await client.deleteAlias('open', 'a')
  await client.deleteServiceVersion('open', String(version?.versionId))
  await client.deleteTrigger('open', 'zip', 't')
  expect((await fc2.listTriggers('open', 'zip', {})).data.triggers).toEqual([])
}

async function liveThroughCustomRuntime(client: FcOpenClient): Promise<void> {
  const settings = {
    customRuntimeConfig: new CustomRuntimeConfig({ command: ['npm'], args: ['run', 'start'] }),
    customHealthCheckConfig: new CustomHealthCheckConfig({ httpGetUrl: '/ready', periodSeconds: 5 }),
    customDNS: new CustomDNS({
      nameServers: ['10.0.0.1'],
      searches: ['example.com'],
      dnsOptions: [new DNSOption({ name: 'ndots', value: '1' })],
    }),
  }
  const request = new CreateFunctionRequest({
    ...settings,
    functionName: 'custom',
    handler: 'index.handler',
    runtime: 'custom',
    caPort: 9000,
    code: new Code({ ossBucketName: 'bucket', ossObjectName: 'code.zip' }),
    cpu: 1,
    diskSize: 512,
    memorySize: 1024,
    instanceConcurrency: 10,
  })
  const { body } = await client.createFunctionWithOptions('open', request, createHeaders(), once())
  expect(body).toMatchObject({
    customRuntimeConfig: { command: ['npm'], args: ['run', 'start'] },
    customHealthCheckConfig: { httpGetUrl: '/ready', periodSeconds: 5 },
    customDNS: { nameServers: ['10.0.0.1'], searches: ['example.com'], dnsOptions: [{ name: 'ndots', value: '1' }] },
    caPort: 9000,
    cpu: 1,
    diskSize: 512,
    memorySize: 1024,
  })
  const changes = new UpdateFunctionRequest({
    code: zipCode(),
    cpu: 2,
    layers: ['acs:fc:cn-hangzhou:1:layers/l/versions/1'],
  })
  const updated = await client.updateFunctionWithOptions('open', 'custom', changes, updateHeaders(), once())
  expect(updated.body).toMatchObject({ cpu: 2, codeChecksum: zipChecksum, customDNS: body?.customDNS })
  expect(updated.body).toMatchObject({ layers: changes.layers, layersArnV2: changes.layers })
}

async function liveThroughContainer(client: FcOpenClient, fc2: FC): Promise<void> {
  const image = 'registry.cn-hangzhou.aliyuncs.com/example/web:1'
  const request = new CreateFunctionRequest({
    functionName: 'container',
    handler: 'not-used',
    runtime: 'custom-container',
    caPort: 8080,
    customContainerConfig: new CustomContainerConfig({ image, args: '["-arg1"]', webServerMode: true }),
  })
  // The short form sends no headers and options.
  const { body } = await client.createFunction('open', request)
  expect(body).toMatchObject({ runtime: 'custom-container', customContainerConfig: { image, args: '["-arg1"]' } })
  const changes = new UpdateFunctionRequest({ description: 'a container', environmentVariables: {} })
  expect((await client.updateFunction('open', 'container', changes)).body).toMatchObject({
    description: 'a container',
    customContainerConfig: { image },
  })
  expect((await fc2.getFunction('open', 'container')).data).toMatchObject({ runtime: 'custom-container' })
}

/** The package reads Code, Message and RequestId of an error response. */
async function refuse(client: FcOpenClient): Promise<void> {
  const request = (fields: object) =>
    new CreateFunctionRequest({ functionName: 'new', handler: 'a.b', runtime: 'nodejs14', code: zipCode(), ...fields })
  const create = (service: string, fields: object, headers = createHeaders()) =>
    client.createFunctionWithOptions(service, request(fields), headers, once())
  const calls: readonly (readonly [code: string, status: number, call: () => Promise<unknown>])[] = [
    ['FunctionAlreadyExists', 409, () => create('open', { functionName: 'zip' })],
    ['ServiceNotFound', 404, () => create('none', {})],
    ['InvalidArgument', 400, () => create('open', { memorySize: 100 })],
    ['InvalidArgument', 400, () => create('open', {}, createHeaders({ xFcCodeChecksum: '1' }))],
    ['FunctionNotFound', 404, () => client.updateFunction('open', 'none', new UpdateFunctionRequest({}))],
    ['ServiceAlreadyExists', 409, () => client.createService(new CreateServiceRequest({ serviceName: 'open' }))],
    ['AliasNotFound', 404, () => client.getAlias('open', 'none')],
    ['TriggerNotFound', 404, () => client.getTrigger('open', 'zip', 'none')],
  ]
  for (const [code, statusCode, call] of calls) {
    await expect(call(), `${code}: ${call}`).rejects.toMatchObject({
      code,
      message: expect.stringMatching(/^\w+: code: \d{3}, .+ request id: [0-9a-f-]{36}$/s),
      data: { Code: code, Message: expect.any(String), RequestId: expect.any(String), statusCode },
    })
  }
}

/** A request that only identifies the caller. */
export function createAnything(client: FcOpenClient): Promise<unknown> {
  return client.createFunction('open', new CreateFunctionRequest({}))
}
