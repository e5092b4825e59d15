import { z } from 'zod'
import { enumOf } from '../../core/wire.ts'
import { codeFields } from './code-fields.ts'
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

/** A function and its settings, as UpdateFunctionConfig returns it. Source: 001 table 13. */
export const FunctionConfig = z
  .object({
    func_id: z
      .string()
      .meta({
        description: 'Id that FunctionGraph gave the function, unique.',
        examples: ['0d075978-5a54-4ee1-8e24-ff5bd070xxxx'],
      })
      .optional(),
    resource_id: z
      .string()
      .meta({
        description: 'Id of the function as a resource: its id, a colon and its name.',
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
      .meta({ description: 'Name of that project.', examples: ['xxxxxx'] })
      .optional(),
    package: z
      .string()
      .meta({ description: 'Group that the user put the function in.', examples: ['default'] })
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
        description: 'CPU of one instance in millicores; 1000 of them are one core. It grows with memory_size.',
        examples: [300],
        'x-quirk': ['D8'],
      })
      .optional(),
    code_type: enumOf(['inline', 'zip', 'obs', 'jar', 'Custom-Image-Swr'])
      .meta({
        description:
          'Form of the code: text (inline), ZIP file (zip), package in an OBS bucket (obs), JAR file (jar) or container image in SWR (Custom-Image-Swr).',
        examples: ['inline'],
        'x-quirk': ['D15'],
      })
      .optional(),
    version: z
      .string()
      .meta({
        description:
          'Version of the function: latest, or for a published one v, date, hyphen and time, as in v20191025-153727.',
        examples: ['latest'],
        'x-quirk': ['D7', 'D19'],
      })
      .optional(),
    image_name: z
      .string()
      .meta({ description: 'Name of this version inside FunctionGraph.', examples: ['latest-191025153727@zehht'] })
      .optional(),
    func_vpc: FuncVpcResponse.meta({ description: 'VPC that the function reaches.' }).optional(),
    mount_config: MountConfigResponse.meta({ description: 'What the function mounts.' }).optional(),
    strategy_config: StrategyConfigResponse.meta({ description: 'How far the function may scale out.' }).optional(),
    dependencies: z.array(Dependency).meta({ description: 'Dependencies of the function.' }).optional(),
    initializer_handler: z
      .string()
      .meta({ ...initializerHandlerMeta, 'x-quirk': ['D13'] })
      .optional(),
    pre_stop_handler: z.string().meta(preStopHandlerMeta).optional(),
    long_time: z
      .boolean()
      .meta({ description: 'Whether executions of the function may take long.', examples: [false] })
      .optional(),
    log_group_id: z
      .string()
      .meta({
        description: 'Id of the LTS log group that the logs go to.',
        examples: ['3a1f0c52-6d4e-4b7a-9c8d-0e1f2a3b4c5d'],
        'x-quirk': ['D16'],
      })
      .optional(),
    log_stream_id: z
      .string()
      .meta({
        description: 'Id of the log stream that the logs go to.',
        examples: ['8b2d1e63-7f50-4c8b-8d9e-1f203a4b5c6d'],
        'x-quirk': ['D16'],
      })
      .optional(),
    type: enumOf(['v1', 'v2'])
      .meta({ description: 'Generation of the function: v2 is current, v1 is out of date.', examples: ['v2'] })
      .optional(),
    enable_cloud_debug: z
      .string()
      .meta({
        description: 'Whether CloudDebug may attach to the function. No longer in use.',
        examples: ['DISABLED'],
        'x-quirk': ['D20'],
      })
      .optional(),
    is_return_stream: z
      .boolean()
      .meta({ description: 'Whether the function responds with a stream. No longer in use.', examples: [false] })
      .optional(),
  })
  .meta({ description: 'A function with its settings.' })
