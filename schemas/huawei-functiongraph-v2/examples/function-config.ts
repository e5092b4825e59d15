import type { z } from 'zod'
import type { Example } from '../../core/operation.ts'
import type { FunctionConfig } from '../models/function-config.ts'
import type { UpdateFunctionConfigRequest } from '../models/update-function-config-request.ts'

type Request = Example<z.input<typeof UpdateFunctionConfigRequest>>

const mounts = {
  user_data: '{"host":"192.168.0.1"}',
  mount_config: {
    mount_user: { user_id: -1, user_group_id: -1 },
    func_mounts: [
      {
        mount_resource: '268xxx-d3xx-4cxx-98xx-d1dbxxx',
        local_mount_path: '/mnt',
        mount_type: 'sfsTurbo' as const,
      },
    ],
  },
}

/** Source: 001 Example Requests, the first. */
export const mountRequest: Request = {
  summary: 'More memory, a longer timeout, an environment variable and a mounted file system',
  value: {
    func_name: 'fgsTest',
    handler: 'index.handler',
    memory_size: 768,
    runtime: 'Node.js6.10',
    timeout: 40,
    ...mounts,
  },
}

/** Source: 001 Example Requests, the second. */
export const gpuRequest: Request = {
  summary: 'GPU memory for a function with a custom runtime',
  value: {
    func_name: 'test_GPU',
    handler: 'bootstrap',
    memory_size: 4096,
    runtime: 'Custom',
    timeout: 40,
    gpu_memory: 1024,
  },
}

/** Source: 001 Example Requests, the third. */
export const customImageRequest: Request = {
  summary: 'A function with a container image',
  value: {
    func_name: 'test_function',
    handler: '-',
    memory_size: 128,
    runtime: 'Custom Image',
    timeout: 3,
    xrole: 'xxx',
    custom_image: { enabled: true, image: 'swr.xxx.example.com/xxx/xxx:xxx', working_dir: '/' },
  },
}

/** Source: 001 Example Responses, 200, with the handler of its runtime (quirk D4) and the project of its URN (quirk Y5). */
export const functionConfig: Example<z.input<typeof FunctionConfig>> = {
  summary: 'A function',
  value: {
    func_id: '0d075978-5a54-4ee1-8e24-ff5bd070xxxx',
    resource_id: '0d075978-5a54-4ee1-8e24-ff5bd070xxxx:test',
    func_urn: 'urn:fss:xxxxxxxx:7aad83af3e8d42e99ac194e8419e2c9b:function:default:test',
    func_name: 'test',
    domain_id: '14ee2e3501124efcbca7998baa24xxxx',
    namespace: '7aad83af3e8d42e99ac194e8419e2c9b',
    project_name: 'xxxxxx',
    package: 'default',
    runtime: 'Node.js6.10',
    timeout: 3,
    handler: 'index.handler',
    memory_size: 128,
    cpu: 300,
    code_type: 'inline',
    code_filename: 'index.js',
    code_size: 272,
    ...mounts,
    digest:
      'faa825575c45437cddd4e369bea69893bcbe195d478178462ad90984fe72993f3f59d15f41c5373f807f3e05fb9af322c55dabeb16565c386e402413458e6068',
    version: 'latest',
    ephemeral_storage: 512,
    image_name: 'latest-191025153727@zehht',
    last_modified: '2019-10-25 15:37:27',
    strategy_config: { concurrency: 0 },
  },
}
