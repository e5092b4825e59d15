import {
  CertConfig,
  ClaimGPUInstanceRequest,
  Code,
  CreateCustomDomainRequest,
  CreateFunctionRequest,
  CreateLayerVersionRequest,
  CreateServiceRequest,
  GetStatefulAsyncInvocationRequest,
  InvokeFunctionHeaders,
  InvokeFunctionRequest,
  ListCustomDomainsRequest,
  ListInstancesRequest,
  ListLayersRequest,
  ListLayerVersionsRequest,
  ListReservedCapacitiesRequest,
  ListStatefulAsyncInvocationFunctionsRequest,
  ListStatefulAsyncInvocationsRequest,
  PathConfig,
  PutFunctionAsyncInvokeConfigRequest,
  PutLayerACLRequest,
  RouteConfig,
  StopStatefulAsyncInvocationRequest,
  UpdateCustomDomainRequest,
} from '@alicloud/fc-open20210406'
import { RuntimeOptions } from '@alicloud/tea-util'
import { expect } from 'vitest'
import type { FcOpenClient } from './fc-open-client.ts'

/** The life cycle of layers, custom domains, tasks, instances and the account through the client. */
export async function liveThroughAccount(client: FcOpenClient): Promise<void> {
  await liveThroughLayers(client)
  await liveThroughDomains(client)
  await liveThroughTasks(client)
  await liveThroughInstances(client)
}

async function liveThroughLayers(client: FcOpenClient): Promise<void> {
  const code = new Code({ zipFile: btoa('123456789') })
  const create = new CreateLayerVersionRequest({ code, compatibleRuntime: ['python3'], description: 'first' })
  const created = (await client.createLayerVersion('my-layer', create)).body
  expect(created).toMatchObject({ version: 1, codesize: 9, codeChecksum: '11051210869376104954', acl: 0 })
  await client.createLayerVersion('my-layer', create)
  const { body } = await client.getLayerVersion('my-layer', '1')
  expect(body).toMatchObject({ description: 'first', codeSize: 9, compatibleRuntime: ['python3'] })
  const download = await fetch(body.code?.location ?? '')
  expect(await download.text()).toBe('123456789')
  const page = (await client.listLayerVersions('my-layer', new ListLayerVersionsRequest({ limit: 1 }))).body
  expect([page.layers?.length, page.nextVersion]).toEqual([1, 2])
  expect((await client.putLayerACL('my-layer', new PutLayerACLRequest({ public: true }))).statusCode).toBe(200)
  const { layers } = (await client.listLayers(new ListLayersRequest({ public: true, official: false }))).body
  expect(layers).toMatchObject([{ layerName: 'my-layer', version: 2, acl: 1 }])
  expect((await client.deleteLayerVersion('my-layer', '1')).statusCode).toBe(200)
  const missing = { code: 'LayerVersionNotFound' }
  await expect(client.getLayerVersion('my-layer', '1')).rejects.toMatchObject(missing)
}

async function liveThroughDomains(client: FcOpenClient): Promise<void> {
  const route = { path: '/a', methods: ['GET'], serviceName: 'tasks', functionName: 'f' }
  const request = new CreateCustomDomainRequest({
    domainName: 'example.com',
    protocol: 'HTTP,HTTPS',
    certConfig: new CertConfig({ certName: 'cert', certificate: 'c', privateKey: 'k' }),
    routeConfig: new RouteConfig({ routes: [new PathConfig(route)] }),
  })
  const created = (await client.createCustomDomain(request)).body
  expect(created).toMatchObject({ routeConfig: { routes: [route] }, certConfig: { certName: 'cert' } })
  expect(created.certConfig?.privateKey).toBeUndefined()
  await expect(client.createCustomDomain(request)).rejects.toMatchObject({ code: 'DomainNameAlreadyExists' })
  await client.updateCustomDomain('example.com', new UpdateCustomDomainRequest({ protocol: 'HTTPS' }))
  const read = (await client.getCustomDomain('example.com')).body
  expect(read).toMatchObject({ protocol: 'HTTPS', routeConfig: { routes: [route] } })
  const { customDomains } = (await client.listCustomDomains(new ListCustomDomainsRequest({ prefix: 'ex' }))).body
  expect(customDomains).toHaveLength(1)
  expect((await client.deleteCustomDomain('example.com')).statusCode).toBe(204)
  await expect(client.getCustomDomain('example.com')).rejects.toMatchObject({ code: 'DomainNameNotFound' })
}

async function liveThroughTasks(client: FcOpenClient): Promise<void> {
  const code = new Code({ zipFile: '' })
  await client.createService(new CreateServiceRequest({ serviceName: 'tasks' }))
  const settings = { functionName: 'f', handler: 'index.handler', runtime: 'nodejs14', code }
  await client.createFunction('tasks', new CreateFunctionRequest(settings))
  const stateful = new PutFunctionAsyncInvokeConfigRequest({ statefulInvocation: true })
  await client.putFunctionAsyncInvokeConfig('tasks', 'f', stateful)
  const functions = new ListStatefulAsyncInvocationFunctionsRequest({ limit: 1 })
  const { data } = (await client.listStatefulAsyncInvocationFunctions(functions)).body
  expect(data).toMatchObject([{ serviceName: 'tasks', functionName: 'f', qualifier: 'LATEST' }])

  const headers = new InvokeFunctionHeaders({ xFcInvocationType: 'Async', xFcStatefulAsyncInvocationId: 'my-task' })
  const event = new InvokeFunctionRequest({ body: Buffer.from('the event') })
  const invoke = () => client.invokeFunctionWithOptions('tasks', 'f', event, headers, new RuntimeOptions({}))
  expect((await invoke()).statusCode).toBe(202)
  await expect(invoke()).rejects.toMatchObject({ code: 'StatefulAsyncInvocationAlreadyExists' })
  const read = async () =>
    (await client.getStatefulAsyncInvocation('tasks', 'f', 'my-task', new GetStatefulAsyncInvocationRequest({}))).body
  await expect.poll(async () => (await read()).status).toBe('Succeeded')
  expect(await read()).toMatchObject({
    invocationId: 'my-task',
    invocationPayload: 'the event',
    alreadyRetriedTimes: 0,
  })
  const succeeded = new ListStatefulAsyncInvocationsRequest({ status: 'Succeeded', includePayload: false, limit: 1 })
  const { invocations } = (await client.listStatefulAsyncInvocations('tasks', 'f', succeeded)).body
  expect(invocations).toMatchObject([{ invocationId: 'my-task', status: 'Succeeded' }])
  await expect(
    client.stopStatefulAsyncInvocation('tasks', 'f', 'my-task', new StopStatefulAsyncInvocationRequest({})),
  ).rejects.toMatchObject({ code: 'StatefulAsyncInvocationAlreadyCompleted' })
}

async function liveThroughInstances(client: FcOpenClient): Promise<void> {
  const some = new ListInstancesRequest({ instanceIds: ['a', 'b'], limit: 10 })
  expect((await client.listInstances('tasks', 'f', some)).body.instances).toEqual([])
  expect((await client.getAccountSettings()).body.availableAZs).toContain('cn-hangzhou-f')
  const capacities = new ListReservedCapacitiesRequest({ limit: '1' })
  const { reservedCapacities } = (await client.listReservedCapacities(capacities)).body
  expect(reservedCapacities).toMatchObject([{ instanceId: 'fc-1', cu: 15 }])
  const claim = new ClaimGPUInstanceRequest({ instanceType: 't', imageId: 'm', sourceCidrIp: '10.0.0.0/8' })
  const { instanceId = '' } = (await client.claimGPUInstance(claim)).body
  expect((await client.releaseGPUInstance(instanceId)).statusCode).toBe(204)
  await expect(client.releaseGPUInstance(instanceId)).rejects.toMatchObject({ code: 'InstanceNotFound' })
}
