import { z } from 'zod'
import { FuncLogConfig } from './func-log-config.ts'
import { FuncVpc } from './func-vpc.ts'
import { initializerHandlerMeta, mainSettings, preStopHandlerMeta, toSharedSettings } from './function-settings.ts'
import { gpuSettings } from './gpu.ts'
import { MountConfig } from './mount-config.ts'
import { NetworkControlConfig } from './network-control-config.ts'
import { StrategyConfig } from './strategy-config.ts'

const hasPeriod = /\./

/** Request body of UpdateFunctionConfig. Source: 001 table 3. */
export const UpdateFunctionConfigRequest = z
  .object({
    func_name: z
      .string()
      .meta({
        description: 'Name of the function.',
        examples: ['fgsTest'],
        'x-quirk': ['Y2'],
      })
      .optional(),
    ...mainSettings,
    ...toSharedSettings('D12'),
    ...gpuSettings,
    initializer_handler: z
      .string()
      .regex(hasPeriod)
      .meta({ ...initializerHandlerMeta, 'x-quirk': ['D12'] })
      .optional(),
    pre_stop_handler: z.string().regex(hasPeriod).meta(preStopHandlerMeta).optional(),
    func_vpc: FuncVpc.meta({
      description: 'VPC that the function is to reach. xrole must name an agency that may use VPCs.',
    }).optional(),
    mount_config: MountConfig.meta({ description: 'What the function is to mount.' }).optional(),
    strategy_config: StrategyConfig.meta({ description: 'How far the function may scale out.' }).optional(),
    extend_config: z
      .string()
      .meta({ description: 'Further settings, as text.', examples: ['{}'], 'x-quirk': ['D16'] })
      .optional(),
    log_config: FuncLogConfig.meta({
      description: "Where the function's logs go.",
      'x-quirk': ['D16'],
    }).optional(),
    network_controller: NetworkControlConfig.meta({
      description: 'What the function may reach and from where it may be called.',
      'x-quirk': ['D16'],
    }).optional(),
    restore_hook_handler: z
      .string()
      .regex(hasPeriod)
      .meta({
        description: 'Entry point that runs when an instance is restored from a snapshot. It has a period.',
        examples: ['com.xxx.demo.Test.restoreHook'],
        'x-quirk': ['D16'],
      })
      .optional(),
    restore_hook_timeout: z
      .int()
      .min(1)
      .max(300)
      .meta({
        description: 'Longest time that the restore hook may take, in seconds.',
        examples: [30],
        'x-quirk': ['D16'],
      })
      .optional(),
    heartbeat_handler: z
      .string()
      .regex(hasPeriod)
      .meta({
        description:
          'Entry point that tells whether an instance is alive, in the same file as the handler. Java only. Needed when the heartbeat is to run. It has a period.',
        examples: ['com.xxx.demo.Test.heartbeat'],
        'x-quirk': ['D12', 'D16'],
      })
      .optional(),
    enable_class_isolation: z
      .boolean()
      .meta({
        description:
          'Whether classes of the function and of the runtime are kept apart. Java only. It speeds up loading and lets logs go to Kafka, but may break some libraries.',
        examples: [false],
        'x-quirk': ['D16'],
      })
      .optional(),
  })
  .meta({ description: 'The settings that a function is to have.' })
