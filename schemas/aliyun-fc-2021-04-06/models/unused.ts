import { z } from 'zod'
import { int32 } from '../../core/wire.ts'
import { LogConfig } from './log-config.ts'

const toHook = (name: string) =>
  z
    .object({
      handler: z
        .string()
        .meta({ description: `Handler of the hook ${name}.`, examples: [`index.${name}`] })
        .optional(),
      timeout: int32()
        .meta({ description: `Timeout of the hook ${name} in seconds.`, examples: [10] })
        .optional(),
    })
    .meta({ description: `The hook ${name}. No operation uses this definition.`, 'x-quirk': ['D12'] })

/** Source: FC-DEF PreFreeze. */
export const PreFreeze = toHook('preFreeze')

/** Source: FC-DEF PreStop. */
export const PreStop = toHook('preStop')

/** Source: FC-DEF Error. Errors on the wire have other fields (X2). */
export const DefinedError = z
  .object({
    errorCode: z
      .string()
      .meta({ description: 'Error code.', examples: ['FUNCTION_NOT_FOUND'] })
      .optional(),
    errorMessage: z
      .string()
      .meta({ description: 'Error message.', examples: ['function not found'] })
      .optional(),
  })
  .meta({
    description: 'An error, as the definition describes it. No operation uses this definition.',
    'x-quirk': ['D11', 'D12'],
  })

/** Source: FC-DEF MeteringConfig. */
export const MeteringConfig = z
  .object({
    payerId: z.string().meta({ description: 'Id of the account that pays.' }).optional(),
    role: z.string().meta({ description: 'RAM role for metering.' }).optional(),
    logConfig: LogConfig.meta({ description: 'Destination of the metering logs.' }).optional(),
  })
  .meta({ description: 'Metering. Only VendorConfig uses this definition.', 'x-quirk': ['D12'] })

/** Source: FC-DEF VendorConfig. */
export const VendorConfig = z
  .object({ meteringConfig: MeteringConfig.meta({ description: 'Metering of the vendor.' }).optional() })
  .meta({ description: 'Settings of a vendor. No operation uses this definition.', 'x-quirk': ['D12'] })
