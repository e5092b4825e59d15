import { z } from 'zod'
import { codeFields } from './code-fields.ts'
import { codeEncryption } from './code-encryption.ts'
import { CodeType } from './code-type.ts'
import { Dependency } from './dependency.ts'
import { FuncCode } from './func-code.ts'
import { functionIdentity } from './function-identity.ts'
import { mainSettings } from './function-settings.ts'
import { StrategyConfigResponse } from './strategy-config.ts'

/** A function with its code, in the response of UpdateFunctionCode. Source: 002 table 5. */
export const FunctionCode = z
  .object({
    ...functionIdentity,
    runtime: mainSettings.runtime.optional(),
    code_type: CodeType.optional(),
    ...codeFields,
    func_code: FuncCode.meta({ description: 'The current code.', 'x-quirk': ['D14', 'D17', 'D27'] }).optional(),
    depend_list: z
      .array(
        z.string().meta({ description: 'Id of a dependency.', examples: ['d3b07384-d9a0-4c9b-8f1e-2a3b4c5d6e7f'] }),
      )
      .meta({ description: 'Ids of the dependencies of the function.', 'x-quirk': ['D17'] })
      .optional(),
    depend_version_list: z
      .array(
        z.string().meta({
          description: 'Id of a dependency version.',
          examples: ['5d0f6d2c-1c3b-4f4e-8a57-9b8c7d6e5f40'],
        }),
      )
      .meta({ description: 'Ids of the dependency versions of the function.', 'x-quirk': ['D17'] })
      .optional(),
    strategy_config: StrategyConfigResponse.meta({
      description: 'Scaling limits of the function.',
    }).optional(),
    ...codeEncryption,
    dependencies: z.array(Dependency).meta({ description: 'Dependencies of the function, with details.' }).optional(),
  })
  .meta({ description: 'A function with its code.' })
