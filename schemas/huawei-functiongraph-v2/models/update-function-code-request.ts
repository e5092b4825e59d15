import { z } from 'zod'
import { withRules } from '../../core/rules.ts'
import { codeEncryption } from './code-encryption.ts'
import { CodeType } from './code-type.ts'
import { FuncCode } from './func-code.ts'

/** Request body of UpdateFunctionCode. Source: 002 table 3. */
export const UpdateFunctionCodeRequest = withRules(
  z.object({
    code_type: CodeType,
    code_url: z
      .string()
      .meta({
        description: 'URL of the code package in OBS. Required if code_type is obs. Otherwise leave it empty.',
        examples: ['https://demo-bucket.obs.example.com/index.zip'],
        'x-quirk': ['D12'],
      })
      .optional(),
    code_filename: z
      .string()
      .meta({
        description: 'File name of the code. Required if code_type is jar or zip.',
        examples: ['index.zip'],
        'x-quirk': ['D12'],
      })
      .optional(),
    func_code: FuncCode.meta({
      description: 'The code. Required if code_type is inline, zip or jar.',
      'x-quirk': ['D14'],
    }).optional(),
    depend_version_list: z
      .array(
        z.string().meta({
          description: 'Id of a dependency version.',
          examples: ['5d0f6d2c-1c3b-4f4e-8a57-9b8c7d6e5f40'],
        }),
      )
      .meta({ description: 'Ids of the dependency versions for the function.' })
      .optional(),
    ...codeEncryption,
  }),
  [
    { kind: 'requiredWhen', field: 'code_url', when: { field: 'code_type', in: ['obs'] } },
    { kind: 'requiredWhen', field: 'code_filename', when: { field: 'code_type', in: ['jar', 'zip'] } },
    { kind: 'requiredWhen', field: 'func_code', when: { field: 'code_type', in: ['inline', 'zip', 'jar'] } },
  ],
).meta({ description: 'The new code of a function.' })
