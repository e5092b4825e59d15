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
      description: 'VPC that the function can access. The agency in xrole must have permission for VPC.',
    }).optional(),
    mount_config: MountConfig.meta({ description: 'File systems and directories to mount.' }).optional(),
    strategy_config: StrategyConfig.meta({ description: 'Scaling limits of the function.' }).optional(),
    extend_config: z
      .string()
      .meta({ description: 'Additional settings, as text.', examples: ['{}'], 'x-quirk': ['D16'] })
      .optional(),
    log_config: FuncLogConfig.meta({
      description: 'Destination of the logs of the function.',
      'x-quirk': ['D16'],
    }).optional(),
    network_controller: NetworkControlConfig.meta({
      description: 'Network access control of the function.',
      'x-quirk': ['D16'],
    }).optional(),
    restore_hook_handler: z
      .string()
      .regex(hasPeriod)
      .meta({
        description: 'Handler that runs when an instance is restored from a snapshot. It must contain a period.',
        examples: ['com.xxx.demo.Test.restoreHook'],
        'x-quirk': ['D16'],
      })
      .optional(),
    restore_hook_timeout: z
      .int()
      .min(1)
      .max(300)
      .meta({
        description: 'Timeout of the restore hook in seconds, 1 to 300.',
        examples: [30],
        'x-quirk': ['D16'],
      })
      .optional(),
    heartbeat_handler: z
      .string()
      .regex(hasPeriod)
      .meta({
        description:
          'Handler of the heartbeat, in the same file as the handler. It must contain a period. Only for Java. Required if the heartbeat is enabled.',
        examples: ['com.xxx.demo.Test.heartbeat'],
        'x-quirk': ['D12', 'D16'],
      })
      .optional(),
    enable_class_isolation: z
      .boolean()
      .meta({
        description:
          'If true, the classes of the function are isolated from the classes of the runtime. Only for Java. Isolation allows logs to Kafka and faster class loading, but is not compatible with some libraries.',
        examples: [false],
        'x-quirk': ['D16'],
      })
      .optional(),
  })
  .meta({ description: 'The new settings of a function. An absent field stays unchanged.' })
