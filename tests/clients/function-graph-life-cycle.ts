import {
  FuncCode,
  FuncMount,
  type FunctionGraphClient,
  FuncVpc,
  MountConfig,
  MountUser,
  StrategyConfig,
  UpdateFunctionCodeRequest,
  UpdateFunctionCodeRequestBody,
  UpdateFunctionConfigRequest,
  UpdateFunctionConfigRequestBody,
} from '@huaweicloud/huaweicloud-sdk-functiongraph'
import { expect } from 'vitest'

/** The project in the examples of the sources. */
export const projectId = '7aad83af3e8d42e99ac194e8419e2c9b'

/** The settings and code of existing functions, because the API has no operation that creates a function. */
export async function liveThroughFunctionGraph(client: FunctionGraphClient): Promise<void> {
  await changeConfig(client)
  await changeCode(client)
  await refuse(client)
}

const toUrn = (name: string) => `urn:fss:cn-north-4:${projectId}:function:default:${name}`

/** The package requires the name in the body as well as in the URN. */
const toConfig = (name: string) => new UpdateFunctionConfigRequestBody(name, 'Node.js18.15', 40, 'index.handler', 1280)

const putConfig = (client: FunctionGraphClient, urn: string, body: UpdateFunctionConfigRequestBody) =>
  client.updateFunctionConfig(new UpdateFunctionConfigRequest(urn).withBody(body))

const putCode = (client: FunctionGraphClient, urn: string, body: UpdateFunctionCodeRequestBody) =>
  client.updateFunctionCode(new UpdateFunctionCodeRequest(urn).withBody(body))

async function changeConfig(client: FunctionGraphClient): Promise<void> {
  const first = await putConfig(client, toUrn('fgsTest'), toConfig('fgsTest').withDescription('first'))
  // The response has the names of the wire. The types of the package have others.
  expect(first).toMatchObject({
    httpStatusCode: 200,
    func_urn: toUrn('fgsTest'),
    func_name: 'fgsTest',
    description: 'first',
    timeout: 40,
    memory_size: 1280,
    cpu: 1200,
    version: 'latest',
    last_modified: expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/),
  })
  const mount = new FuncMount('ecs', 'resource', '/b').withMountSharePath('/a')
  const settings = toConfig('fgsTest')
    .withUserData('{"key":"value"}')
    .withFuncVpc(new FuncVpc('vpc', 'subnet'))
    .withMountConfig(new MountConfig(new MountUser(1003, -1), [mount]))
    .withStrategyConfig(new StrategyConfig().withConcurrentNum(7))
  const second = await putConfig(client, `${toUrn('fgsTest')}:latest`, settings)
  expect(second).toMatchObject({
    description: 'first',
    user_data: '{"key":"value"}',
    func_vpc: { vpc_id: 'vpc', subnet_id: 'subnet' },
    mount_config: {
      mount_user: { user_id: 1003, user_group_id: -1 },
      func_mounts: [{ mount_type: 'ecs', mount_resource: 'resource', mount_share_path: '/a', local_mount_path: '/b' }],
    },
    strategy_config: { concurrent_num: 7 },
  })
}

async function changeCode(client: FunctionGraphClient): Promise<void> {
  const file = 'UEsFBgAAAAAAAAAAAAAAAAAAAAAAAA==' // an empty archive
  const zip = new UpdateFunctionCodeRequestBody('zip', new FuncCode().withFile(file)).withCodeFilename('index.zip')
  expect(await putCode(client, toUrn('fgsTest'), zip.withDependVersionList(['dependency']))).toMatchObject({
    httpStatusCode: 200,
    code_type: 'zip',
    code_filename: 'index.zip',
    code_size: 22,
    digest: expect.stringMatching(/^5e2f959f36b66df0580a94f384c5fc1c[0-9a-f]{96}$/),
    func_code: { file },
    depend_version_list: ['dependency'],
    strategy_config: { concurrent_num: 7 },
  })
  const codeUrl = 'https://bucket.obs.cn-north-4.myhuaweicloud.com/code.zip'
  const obs = new UpdateFunctionCodeRequestBody('obs', new FuncCode()).withCodeUrl(codeUrl)
  expect(await putCode(client, toUrn('fgsTest'), obs)).toMatchObject({ code_type: 'obs', code_url: codeUrl })
  expect(await putConfig(client, toUrn('fgsTest'), toConfig('fgsTest'))).toMatchObject({
    code_type: 'obs',
    code_url: codeUrl,
  })
}

/** The package reads error_code and error_msg of an error response, and the request id in a header. */
async function refuse(client: FunctionGraphClient): Promise<void> {
  const urn = toUrn('fgsTest')
  const config = () => toConfig('fgsTest')
  const code = (type: string, file = '%') =>
    new UpdateFunctionCodeRequestBody(type, new FuncCode().withFile(file)).withCodeFilename('index.zip')
  const calls: readonly (readonly [status: number, errorCode: string, call: () => Promise<unknown>])[] = [
    [404, 'FSS.1051', () => putConfig(client, toUrn('none'), config())],
    [404, 'FSS.1052', () => putConfig(client, `${urn}:v9`, config())],
    [400, 'FSS.1007', () => putConfig(client, urn, config().withMemorySize(1))],
    [400, 'FSS.1008', () => putConfig(client, urn, config().withTimeout(0))],
    [400, 'FSS.1005', () => putConfig(client, urn, config().withRuntime('Cobol'))],
    [400, 'FSS.1009', () => putConfig(client, urn, config().withUserData('text'))],
    [400, 'FSS.1006', () => putCode(client, urn, code('tape'))],
    [400, 'FSS.1011', () => putCode(client, urn, code('zip'))],
    [404, 'FSS.1051', () => putCode(client, toUrn('none'), code('inline', ''))],
    [403, 'FSS.0403', () => putConfig(client, urn.replace(projectId, 'another'), config())],
  ]
  for (const [httpStatusCode, errorCode, call] of calls) {
    await expect(call(), `${errorCode}: ${call}`).rejects.toMatchObject({
      name: 'ClientRequestException',
      httpStatusCode,
      errorCode,
      errorMsg: expect.stringMatching(/./),
      requestId: expect.stringMatching(/^[0-9a-f-]{32,36}$/),
    })
  }
}

/** A valid request. */
export function changeAnything(client: FunctionGraphClient): Promise<unknown> {
  return putConfig(client, toUrn('fgsTest'), toConfig('fgsTest'))
}
