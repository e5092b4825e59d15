import {
  Code,
  CreateFunctionRequest,
  CreateServiceHeaders,
  CreateServiceRequest,
  CustomContainerConfig,
  CustomDNS,
  CustomHealthCheckConfig,
  CustomRuntimeConfig,
  DNSOption,
  InstanceLifecycleConfig,
  LifecycleHook,
  UpdateFunctionRequest,
} from '@alicloud/fc-open20210406'
import type FC from '@alicloud/fc2'
import { expect } from 'vitest'
import { createHeaders, type FcOpenClient, once, updateHeaders } from './fc-open-client.ts'
import { zip, zipChecksum } from './fc2-client.ts'

const zipCode = () => new Code({ zipFile: zip.toString('base64') })

/** FC 2021 has no operations for services, so the client of FC 2016 creates the service. */
export async function liveThroughFcOpen(client: FcOpenClient, fc2: FC): Promise<void> {
  await fc2.createService('open')
  await liveThroughZip(client, fc2)
  await liveThroughCustomRuntime(client)
  await liveThroughContainer(client, fc2)
  await refuse(client)
  for (const name of ['zip', 'custom', 'container']) await fc2.deleteFunction('open', name)
  await fc2.deleteService('open')
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
    // The package has operations without documentation. The mock does not implement them.
    [
      'PathNotSupported',
      400,
      () =>
        client.createServiceWithOptions(
          new CreateServiceRequest({ serviceName: 'other' }),
          new CreateServiceHeaders({}),
          once(),
        ),
    ],
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
