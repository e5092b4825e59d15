import { z } from 'zod'
import { enumOf } from '../../core/wire.ts'
import { codeFields } from './code-fields.ts'
import { CodeType } from './code-type.ts'
import { Dependency } from './dependency.ts'
import { FuncVpcResponse } from './func-vpc.ts'
import { functionIdentity } from './function-identity.ts'
import {
  handlerMeta,
  initializerHandlerMeta,
  mainSettings,
  preStopHandlerMeta,
  toSharedSettings,
} from './function-settings.ts'
import { gpuSettings } from './gpu.ts'
import { MountConfigResponse } from './mount-config.ts'
import { StrategyConfigResponse } from './strategy-config.ts'

export const FunctionGeneration = enumOf(['v1', 'v2']).meta({
  description: 'Generation of the function. v2: current. v1: deprecated.',
  examples: ['v2'],
})

/** A function with its settings, in the response of UpdateFunctionConfig. Source: 001 table 13. */
export const FunctionConfig = z
  .object({
    func_id: z
      .string()
      .meta({
        description: 'Unique id of the function. FunctionGraph generates the id.',
        examples: ['0d075978-5a54-4ee1-8e24-ff5bd070xxxx'],
      })
      .optional(),
    resource_id: z
      .string()
      .meta({
        description: 'Resource id of the function: `{func_id}:{func_name}`.',
        examples: ['0d075978-5a54-4ee1-8e24-ff5bd070xxxx:test'],
      })
      .optional(),
    ...functionIdentity,
    namespace: z
      .string()
      .meta({
        description: 'Id of the project that owns the function.',
        examples: ['7aad83af3e8d42e99ac194e8419e2c9b'],
        'x-quirk': ['D23', 'Y5'],
      })
      .optional(),
    project_name: z
      .string()
      .meta({ description: 'Name of the project that owns the function.', examples: ['xxxxxx'] })
      .optional(),
    package: z
      .string()
      .meta({ description: 'Application (group) of the function.', examples: ['default'] })
      .optional(),
    runtime: mainSettings.runtime.optional(),
    timeout: mainSettings.timeout.optional(),
    handler: z
      .string()
      .max(128)
      .meta({ ...handlerMeta, 'x-quirk': ['D2', 'D3', 'D4'] })
      .optional(),
    memory_size: mainSettings.memory_size.optional(),
    ...toSharedSettings('D13'),
    ...gpuSettings,
    ...codeFields,
    cpu: z
      .int()
      .meta({
        description:
          'CPU of one instance in millicores: 1000 millicores are one core. The CPU is proportional to memory_size.',
        examples: [300],
        'x-quirk': ['D8'],
      })
      .optional(),
    // The table of this response documents every value.
    code_type: CodeType.meta({ 'x-enum-provenance': {}, examples: ['inline'] }).optional(),
    version: z
      .string()
      .meta({
        description:
          'Version of the function. latest: the unpublished version. A published version has the format vYYYYMMDD-HHMMSS, for example v20191025-153727.',
        examples: ['latest'],
        'x-quirk': ['D7', 'D19'],
      })
      .optional(),
    image_name: z
      .string()
      .meta({ description: 'Internal name of this version.', examples: ['latest-191025153727@zehht'] })
      .optional(),
    func_vpc: FuncVpcResponse.meta({ description: 'VPC that the function can access.' }).optional(),
    mount_config: MountConfigResponse.meta({ description: 'File systems that the function mounts.' }).optional(),
    strategy_config: StrategyConfigResponse.meta({
      description: 'Scaling limits of the function.',
    }).optional(),
    dependencies: z.array(Dependency).meta({ description: 'Dependencies of the function.' }).optional(),
    initializer_handler: z
      .string()
      .meta({ ...initializerHandlerMeta, 'x-quirk': ['D13'] })
      .optional(),
    pre_stop_handler: z.string().meta(preStopHandlerMeta).optional(),
    long_time: z
      .boolean()
      .meta({ description: 'If true, long executions are allowed.', examples: [false] })
      .optional(),
    log_group_id: z
      .string()
      .meta({
        description: 'Id of the LTS log group for the logs of the function.',
        examples: ['3a1f0c52-6d4e-4b7a-9c8d-0e1f2a3b4c5d'],
        'x-quirk': ['D16'],
      })
      .optional(),
    log_stream_id: z
      .string()
      .meta({
        description: 'Id of the LTS log stream for the logs of the function.',
        examples: ['8b2d1e63-7f50-4c8b-8d9e-1f203a4b5c6d'],
        'x-quirk': ['D16'],
      })
      .optional(),
    type: FunctionGeneration.optional(),
    enable_cloud_debug: z
      .string()
      .meta({
        description: 'CloudDebug setting.',
        deprecated: true,
        examples: ['DISABLED'],
        'x-quirk': ['D20'],
      })
      .optional(),
    is_return_stream: z
      .boolean()
      .meta({ description: 'If true, the function returns a stream.', deprecated: true, examples: [false] })
      .optional(),
  })
  .meta({ description: 'A function with its settings.' })
