import createClient from 'openapi-fetch'
import type { components, paths } from '../../../../generated/huawei-functiongraph-v2/types.ts'
import { forcedErrors, showResponse, url } from './lines.ts'

const client = createClient<paths>({ baseUrl: `${url}/v2` })
const project_id = '7aad83af3e8d42e99ac194e8419e2c9b'
const toPath = (name: string) => ({
  path: { project_id, function_urn: `urn:fss:cn-north-4:${project_id}:function:default:${name}` },
})
const config = '/{project_id}/fgs/functions/{function_urn}/config'
const code = '/{project_id}/fgs/functions/{function_urn}/code'

const settings: components['schemas']['UpdateFunctionConfigRequest'] = {
  func_name: 'test',
  runtime: 'Python3.9',
  timeout: 60,
  handler: 'index.handler',
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
    namespace: project_id,
    vpc_name: 'vpc',
    subnet_name: 'subnet',
    cidr: '192.168.0.0/24',
    gateway: '192.168.0.1',
    security_groups: ['sg-1'],
    vpc_id: 'vpc-1',
    subnet_id: 'subnet-1',
  },
  mount_config: {
    mount_user: { user_id: -1, user_group_id: '1000' },
    func_mounts: [
      { mount_type: 'sfsTurbo', mount_resource: 'sfs-1', local_mount_path: '/mnt/a' },
      { mount_type: 'ecs', mount_resource: 'ecs-1', mount_share_path: '/share', local_mount_path: '/mnt/b' },
    ],
  },
  strategy_config: { concurrency: 10, concurrent_num: 2 },
  extend_config: '{}',
  log_config: { group_name: 'group', group_id: 'group-1', stream_name: 'stream', stream_id: 'stream-1' },
  network_controller: { disable_public_network: true, trigger_access_vpcs: [{ vpc_name: 'vpc', vpc_id: 'vpc-1' }] },
  restore_hook_handler: 'index.restore',
  restore_hook_timeout: 10,
  heartbeat_handler: 'index.heartbeat',
  enable_class_isolation: true,
}
showResponse('update config', await client.PUT(config, { params: toPath('test'), body: settings }))
const least = { runtime: 'Python3.9', timeout: 3, handler: 'index.handler', memory_size: 128 } as const
showResponse('update config of missing function', await client.PUT(config, { params: toPath('none'), body: least }))
showResponse('update config to minimum', await client.PUT(config, { params: toPath('fgsTest'), body: least }))

const inline: components['schemas']['UpdateFunctionCodeRequest'] = {
  code_type: 'inline',
  code_filename: 'index.py',
  func_code: { file: 'ZGVmIGhhbmRsZXIoZXZlbnQsIGNvbnRleHQpOgogICAgcmV0dXJuIGV2ZW50Cg==' },
  depend_version_list: ['e5d9a9d9-f2b1-4a6f-8a3e-0d2b4f1c7a55'],
}
showResponse('update code', await client.PUT(code, { params: toPath('fgsTest'), body: inline }))
const stored = { code_type: 'obs', code_url: 'https://bucket.obs.example.com/code.zip' } as const
showResponse('update code to OBS object', await client.PUT(code, { params: toPath('fgsTest'), body: stored }))
for (const { code: error, headers } of forcedErrors) {
  showResponse(`error ${error}`, await client.PUT(code, { params: toPath('fgsTest'), body: stored, headers }))
}
