import {
  CreateAliasRequest,
  CreateFunctionRequest,
  CreateServiceRequest,
  CreateVpcBindingRequest,
  Code,
  DeleteFunctionAsyncInvokeConfigRequest,
  DeleteFunctionOnDemandConfigRequest,
  DeregisterEventSourceRequest,
  Destination,
  DestinationConfig,
  GetFunctionAsyncInvokeConfigRequest,
  GetFunctionOnDemandConfigRequest,
  GetProvisionConfigRequest,
  GetResourceTagsRequest,
  ListEventSourcesRequest,
  ListFunctionAsyncInvokeConfigsRequest,
  ListOnDemandConfigsRequest,
  ListProvisionConfigsRequest,
  ListTaggedResourcesRequest,
  PublishServiceVersionRequest,
  PutFunctionAsyncInvokeConfigRequest,
  PutFunctionOnDemandConfigRequest,
  PutProvisionConfigRequest,
  RegisterEventSourceRequest,
  ScheduledActions,
  TagResourceRequest,
  UntagResourceRequest,
} from '@alicloud/fc-open20210406'
import { expect } from 'vitest'
import type { FcOpenClient } from './fc-open-client.ts'

const resourceArn = 'acs:fc:cn-hangzhou:123:services/configured'
const sourceArn = 'acs:eventbridge:cn-shanghai:123456:eventbus/mns-test/rule/fc-test1/target/abc'

/** The life cycle of tags, configurations, VPC bindings and event sources through the client. */
export async function liveThroughConfigs(client: FcOpenClient): Promise<void> {
  await client.createService(new CreateServiceRequest({ serviceName: 'configured' }))
  await client.createFunction(
    'configured',
    new CreateFunctionRequest({
      functionName: 'f',
      handler: 'index.handler',
      runtime: 'nodejs14',
      code: new Code({ ossBucketName: 'b', ossObjectName: 'o' }),
    }),
  )
  await client.publishServiceVersion('configured', new PublishServiceVersionRequest({}))
  await client.createAlias('configured', new CreateAliasRequest({ aliasName: 'prod', versionId: '1' }))
  await liveThroughTags(client)
  await liveThroughAsyncConfigs(client)
  await liveThroughOnDemandConfigs(client)
  await liveThroughProvisionConfigs(client)
  await liveThroughBindings(client)
}

async function liveThroughTags(client: FcOpenClient): Promise<void> {
  const read = async () => (await client.getResourceTags(new GetResourceTagsRequest({ resourceArn }))).body
  const added = await client.tagResource(new TagResourceRequest({ resourceArn, tags: { k1: 'v1', k2: 'v2' } }))
  expect(added.statusCode).toBe(200)
  expect(await read()).toMatchObject({ resourceArn, tags: { k1: 'v1', k2: 'v2' } })
  const { body } = await client.listTaggedResources(new ListTaggedResourcesRequest({ limit: 1 }))
  expect(body.resources).toMatchObject([{ resourceArn, tags: { k1: 'v1' } }])
  await client.untagResource(new UntagResourceRequest({ resourceArn, tagKeys: ['k1'], all: false }))
  expect((await read()).tags).toEqual({ k2: 'v2' })
  await client.untagResource(new UntagResourceRequest({ resourceArn, tagKeys: [], all: true }))
  expect((await read()).tags).toEqual({})
}

async function liveThroughAsyncConfigs(client: FcOpenClient): Promise<void> {
  const destination = 'acs:mns:cn-hangzhou:123:/queues/q/messages'
  const destinationConfig = new DestinationConfig({ onFailure: new Destination({ destination }) })
  const request = new PutFunctionAsyncInvokeConfigRequest({
    qualifier: 'prod',
    destinationConfig,
    maxAsyncRetryAttempts: 1,
  })
  const stored = await client.putFunctionAsyncInvokeConfig('configured', 'f', request)
  const expected = {
    service: 'configured',
    function: 'f',
    qualifier: 'prod',
    destinationConfig: { onFailure: { destination } },
    maxAsyncRetryAttempts: 1,
  }
  expect(stored.body).toMatchObject(expected)
  expect(stored.body.maxAsyncEventAgeInSeconds).toBeUndefined()
  const ofProd = new GetFunctionAsyncInvokeConfigRequest({ qualifier: 'prod' })
  expect((await client.getFunctionAsyncInvokeConfig('configured', 'f', ofProd)).body).toMatchObject(expected)
  const all = new ListFunctionAsyncInvokeConfigsRequest({})
  const listed = await client.listFunctionAsyncInvokeConfigs('configured', 'f', all)
  expect([listed.body.configs?.length, listed.body.nextToken]).toEqual([1, ''])
  const removal = new DeleteFunctionAsyncInvokeConfigRequest({ qualifier: 'prod' })
  expect((await client.deleteFunctionAsyncInvokeConfig('configured', 'f', removal)).statusCode).toBe(204)
  await expect(client.getFunctionAsyncInvokeConfig('configured', 'f', ofProd)).rejects.toMatchObject({
    code: 'AsyncConfigNotExists',
  })
}

async function liveThroughOnDemandConfigs(client: FcOpenClient): Promise<void> {
  const qualifier = 'prod'
  const request = new PutFunctionOnDemandConfigRequest({ qualifier, maximumInstanceCount: 10 })
  const expected = { resource: 'services/configured.prod/functions/f', maximumInstanceCount: 10 }
  expect((await client.putFunctionOnDemandConfig('configured', 'f', request)).body).toMatchObject(expected)
  const ofProd = new GetFunctionOnDemandConfigRequest({ qualifier })
  expect((await client.getFunctionOnDemandConfig('configured', 'f', ofProd)).body).toMatchObject(expected)
  const { body } = await client.listOnDemandConfigs(new ListOnDemandConfigsRequest({ prefix: 'services/configured' }))
  expect(body.configs).toMatchObject([expected])
  const removal = new DeleteFunctionOnDemandConfigRequest({ qualifier })
  expect((await client.deleteFunctionOnDemandConfig('configured', 'f', removal)).statusCode).toBe(200)
  await expect(client.getFunctionOnDemandConfig('configured', 'f', ofProd)).rejects.toMatchObject({
    code: 'OnDemandConfigNotFound',
  })
}

async function liveThroughProvisionConfigs(client: FcOpenClient): Promise<void> {
  const action = { name: 'a', target: 2, scheduleExpression: 'cron(0 0 20 * * *)', startTime: '2020-10-10T10:10:10Z' }
  const request = new PutProvisionConfigRequest({
    qualifier: 'prod',
    target: 1,
    scheduledActions: [new ScheduledActions(action)],
  })
  const { body } = await client.putProvisionConfig('configured', 'f', request)
  expect(body).toMatchObject({ target: 1, scheduledActions: [action], alwaysAllocateCPU: true })
  const read = await client.getProvisionConfig('configured', 'f', new GetProvisionConfigRequest({ qualifier: 'prod' }))
  expect(read.body.resource).toMatch(/^\w+#configured#prod#f$/)
  const list = new ListProvisionConfigsRequest({ serviceName: 'configured', qualifier: 'prod' })
  expect((await client.listProvisionConfigs(list)).body.provisionConfigs).toHaveLength(1)
}

async function liveThroughBindings(client: FcOpenClient): Promise<void> {
  const vpcId = 'vpc-8vbil23y4v3i6ngdmdx1d'
  await client.createVpcBinding('configured', new CreateVpcBindingRequest({ vpcId }))
  expect((await client.listVpcBindings('configured')).body.vpcIds).toEqual([vpcId])
  await client.deleteVpcBinding('configured', vpcId)
  expect((await client.listVpcBindings('configured')).body.vpcIds).toEqual([])

  const registered = await client.registerEventSource('configured', 'f', new RegisterEventSourceRequest({ sourceArn }))
  expect(registered.body).toMatchObject({ sourceArn })
  const all = new ListEventSourcesRequest({})
  expect((await client.listEventSources('configured', 'f', all)).body.eventSources).toMatchObject([{ sourceArn }])
  const removal = new DeregisterEventSourceRequest({})
  expect((await client.deregisterEventSource('configured', 'f', sourceArn, removal)).statusCode).toBe(204)
  expect((await client.listEventSources('configured', 'f', all)).body.eventSources).toEqual([])
}
