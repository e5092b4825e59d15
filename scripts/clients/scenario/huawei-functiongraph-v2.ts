import { huaweiFunctionGraphV2 as api } from '../../../schemas/huawei-functiongraph-v2/api.ts'
import type { Test } from '../expect-lines.ts'
import { aDigest, aLocalTime, anId, someText } from '../tests.ts'
import { type Scenario, step, toForcedSteps } from './scenario.ts'

const toError = (code: string) => ({ error_code: code, error_msg: someText })

const project = '7aad83af3e8d42e99ac194e8419e2c9b'
const toUrn = (name: string) => `urn:fss:cn-north-4:${project}:function:default:${name}`
const toFunction = (name: string) => ({
  func_urn: toUrn(name),
  func_name: name,
  domain_id: someText,
  runtime: 'Python3.9',
})

/** Fields of the response that the request does not contain. */
const toSettings = (name: string) => {
  const id: Test = (value) =>
    typeof value === 'string' && value.endsWith(`:${name}`) ? undefined : `an id that ends in ${name}`
  return {
    ...toFunction(name),
    func_id: anId,
    resource_id: id,
    namespace: project,
    project_name: 'cn-north-4',
    package: 'default',
    version: 'latest',
    image_name: someText,
    last_modified: aLocalTime,
    type: 'v2',
    digest: aDigest,
    handler: 'index.handler',
  }
}

/** The response omits seven fields of the request and returns the log settings as two ids. */
const settings = {
  ...toSettings('test'),
  timeout: 60,
  memory_size: 768,
  user_data: '{"MODE":"test"}',
  encrypted_user_data: '{"KEY":"secret"}',
  xrole: 'agency',
  app_xrole: 'runner',
  description: 'has every field',
  custom_image: {
    enabled: true,
    image: 'swr.example.com/group/image:1',
    command: '/bin/sh',
    args: '-c,start',
    working_dir: '/',
    uid: '1003',
    gid: '1003',
  },
  initializer_timeout: 30,
  pre_stop_timeout: 20,
  ephemeral_storage: 10240,
  enterprise_project_id: 'project-1',
  is_stateful_function: true,
  enable_dynamic_memory: true,
  enable_auth_in_header: true,
  domain_names: '[]',
  gpu_memory: 2048,
  gpu_type: 'nvidia-t4',
  initializer_handler: 'index.initializer',
  pre_stop_handler: 'index.preStop',
  func_vpc: {
    domain_id: 'domain-1',
    namespace: project,
    vpc_name: 'vpc',
    subnet_name: 'subnet',
    cidr: '192.168.0.0/24',
    gateway: '192.168.0.1',
    security_groups: ['sg-1'],
    vpc_id: 'vpc-1',
    subnet_id: 'subnet-1',
  },
  mount_config: {
    mount_user: { user_id: -1, user_group_id: 1000 },
    func_mounts: [
      { mount_type: 'sfsTurbo', mount_resource: 'sfs-1', local_mount_path: '/mnt/a' },
      { mount_type: 'ecs', mount_resource: 'ecs-1', mount_share_path: '/share', local_mount_path: '/mnt/b' },
    ],
  },
  strategy_config: { concurrency: 10, concurrent_num: 2 },
  log_group_id: 'group-1',
  log_stream_id: 'stream-1',
  cpu: 800,
  code_type: 'Custom-Image-Swr',
  code_size: 0,
}

const least = {
  ...toSettings('fgsTest'),
  timeout: 3,
  memory_size: 128,
  ephemeral_storage: 512,
  strategy_config: { concurrency: -1 },
  cpu: 300,
  code_type: 'zip',
  code_filename: 'index.zip',
  code_size: 155,
}

const code = {
  ...toFunction('fgsTest'),
  func_urn: `${toUrn('fgsTest')}:latest`,
  digest: aDigest,
  last_modified: aLocalTime,
  strategy_config: { concurrency: -1 },
  depend_list: [anId],
  depend_version_list: ['e5d9a9d9-f2b1-4a6f-8a3e-0d2b4f1c7a55'],
  dependencies: [{ id: 'e5d9a9d9-f2b1-4a6f-8a3e-0d2b4f1c7a55', dep_id: anId }],
}
const file = Buffer.from('def handler(event, context):\n    return event\n').toString('base64')
const inline = {
  ...code,
  code_type: 'inline',
  code_filename: 'index.py',
  code_size: 46,
  func_code: { file, link: '' },
}
const link = 'https://bucket.obs.example.com/code.zip'
const aSize: Test = (value) => (Number.isInteger(value) ? undefined : 'a number of bytes')
const stored = { ...code, code_type: 'obs', code_url: link, code_size: aSize, func_code: { link } }

/** The functions belong to the initial state of the mock, because no operation of the API creates functions. */
export const functionGraph: Scenario = {
  api: api.id,
  forced: api.operations.updateFunctionCode,
  steps: [
    step('update config', { status: 200, body: settings }),
    step('update config of missing function', { status: 404, error: toError('FSS.1051') }),
    step('update config to minimum', { status: 200, body: least }),
    step('update code', { status: 200, body: inline }),
    step('update code to OBS object', { status: 200, body: stored }),
    ...toForcedSteps(api, api.operations.updateFunctionCode, toError),
  ],
}
