import type FC from '@alicloud/fc2'
import { expect } from 'vitest'
import { toFunction } from './fc2-client.ts'

const resourceArn = 'acs:fc:cn-hangzhou:123456789012:services/observed'

/** Calls that the source does not contain: tags, configurations, custom domains and the account. */
export async function liveThroughObserved(client: FC): Promise<void> {
  await client.createService('observed')
  await client.createFunction('observed', toFunction('f'))
  await client.publishVersion('observed')
  await client.createAlias('observed', 'prod', '1')
  await liveThroughTags(client)
  await liveThroughProvisionConfigs(client)
  await liveThroughOnDemandConfigs(client)
  await liveThroughAsyncConfigs(client)
  await liveThroughDomains(client)
  await liveThroughAccount(client)
  await client.deleteAlias('observed', 'prod')
  await client.deleteVersion('observed', '1')
  await client.deleteFunction('observed', 'f')
  await client.deleteService('observed')
}

async function liveThroughTags(client: FC): Promise<void> {
  const read = async () => (await client.getResourceTags({ resourceArn })).data
  await client.tagResource(resourceArn, { k1: 'v1', k2: 'v2' })
  expect(await read()).toMatchObject({ resourceArn, tags: { k1: 'v1', k2: 'v2' } })
  await client.untagResource(resourceArn, ['k1'])
  expect((await read()).tags).toEqual({ k2: 'v2' })
  await client.untagResource(resourceArn, [], true)
  expect((await read()).tags).toEqual({})
  await expect(client.tagResource(resourceArn, {})).rejects.toMatchObject({
    code: 'InvalidArgument',
    message: expect.stringContaining('tags'),
  })
}

async function liveThroughProvisionConfigs(client: FC): Promise<void> {
  const stored = await client.putProvisionConfig('observed', 'f', 'prod', { target: 1 })
  expect(stored.data).toMatchObject({ resource: '123456789012#observed#prod#f', target: 1 })
  const read = await client.getProvisionConfig('observed', 'f', 'prod')
  expect(read.headers.etag).toBe(stored.headers.etag)
  const query = { serviceName: 'observed', qualifier: 'prod', limit: 1 }
  expect((await client.listProvisionConfigs(query)).data.provisionConfigs).toMatchObject([{ target: 1 }])
  await expect(client.deleteAlias('observed', 'prod')).rejects.toMatchObject({ code: 'ProvisionConfigExist' })
  const stale = { 'if-match': 'of another state' }
  const change = client.putProvisionConfig('observed', 'f', 'prod', { target: 2 }, stale)
  await expect(change).rejects.toMatchObject({ code: 'PreconditionFailed' })
  await client.putProvisionConfig('observed', 'f', 'prod', { target: 0 }, { 'if-match': stored.headers.etag })
  await expect(client.getProvisionConfig('observed', 'f')).rejects.toMatchObject({
    code: 'PathNotSupported',
    message: expect.stringContaining('the mock does not serve'),
  })
}

async function liveThroughOnDemandConfigs(client: FC): Promise<void> {
  const expected = { resource: 'services/observed.prod/functions/f', maximumInstanceCount: 10 }
  const stored = await client.putOnDemandConfig('observed', 'f', 'prod', { maximumInstanceCount: 10 })
  expect(stored.data).toEqual(expected)
  expect((await client.getOnDemandConfig('observed', 'f', 'prod')).data).toEqual(expected)
  const { data } = await client.listOnDemandConfigs({ prefix: 'services/observed.' })
  expect(data.configs).toEqual([expected])
  await client.deleteOnDemandConfig('observed', 'f', 'prod', {}, { 'if-match': stored.headers.etag })
  await expect(client.getOnDemandConfig('observed', 'f', 'prod')).rejects.toMatchObject({
    name: 'FCOnDemandConfigNotFoundError',
  })
}

async function liveThroughAsyncConfigs(client: FC): Promise<void> {
  const settings = {
    maxAsyncRetryAttempts: 1,
    destinationConfig: { onFailure: { destination: 'acs:mns:::/queues/q' } },
  }
  for (const qualifier of ['prod', undefined]) {
    const expected = { ...settings, service: 'observed', function: 'f', qualifier: qualifier ?? 'LATEST' }
    expect((await client.putFunctionAsyncConfig('observed', 'f', qualifier, settings)).data).toMatchObject(expected)
    expect((await client.getFunctionAsyncConfig('observed', 'f', qualifier)).data).toMatchObject(expected)
  }
  const { data } = await client.listFunctionAsyncConfigs('observed', 'f', { limit: 10 })
  expect(data.configs.map(({ qualifier }) => qualifier)).toEqual(['LATEST', 'prod'])
  for (const qualifier of ['prod', undefined]) await client.deleteFunctionAsyncConfig('observed', 'f', qualifier)
  await expect(client.getFunctionAsyncConfig('observed', 'f')).rejects.toMatchObject({ code: 'AsyncConfigNotExists' })
}

async function liveThroughDomains(client: FC): Promise<void> {
  const routeConfig = { routes: [{ path: '/', serviceName: 'observed', functionName: 'f', methods: ['GET'] }] }
  const created = await client.createCustomDomain('observed.example.com', { protocol: 'HTTP', routeConfig })
  expect(created.data).toMatchObject({ domainName: 'observed.example.com', accountId: '123456789012', routeConfig })
  expect((await client.getCustomDomain('observed.example.com')).data).toEqual(created.data)
  const updated = await client.updateCustomDomain('observed.example.com', { protocol: 'HTTP,HTTPS' })
  expect(updated.data).toMatchObject({ protocol: 'HTTP,HTTPS', routeConfig })
  expect((await client.listCustomDomains({ prefix: 'observed.' })).data.customDomains).toEqual([updated.data])
  await client.deleteCustomDomain('observed.example.com')
  await expect(client.getCustomDomain('observed.example.com')).rejects.toMatchObject({ code: 'DomainNameNotFound' })
}

async function liveThroughAccount(client: FC): Promise<void> {
  expect((await client.getAccountSettings()).data.availableAZs).toContain('cn-hangzhou-f')
  expect((await client.listReservedCapacities({ limit: 5 })).data.reservedCapacities).toEqual([])
  const { data } = await client.getTempBucketToken()
  expect(data).toMatchObject({ credentials: { AccessKeyId: expect.any(String) }, ossRegion: 'oss-cn-hangzhou' })
}
