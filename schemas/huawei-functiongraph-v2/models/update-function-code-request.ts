import { z } from 'zod'
import { withRules } from '../../core/rules.ts'
import { codeType } from './code-type.ts'
import { FuncCode } from './func-code.ts'

/** Request body of UpdateFunctionCode. Source: 002 table 3. */
export const UpdateFunctionCodeRequest = withRules(
  z.object({
    code_type: codeType,
    code_url: z
      .string()
      .meta({
        description: 'Address of the code package in OBS. Needed when code_type is obs; otherwise it stays empty.',
        examples: ['https://demo-bucket.obs.example.com/index.zip'],
        'x-quirk': ['D12'],
      })
      .optional(),
    code_filename: z
      .string()
      .meta({
        description: 'File name of the code. Needed when code_type is jar or zip.',
        examples: ['index.zip'],
        'x-quirk': ['D12'],
      })
      .optional(),
    func_code: FuncCode.meta({
      description: 'The code. Needed unless code_type is obs, where code_url tells where it is.',
      'x-quirk': ['D14'],
    }).optional(),
    depend_version_list: z
      .array(
        z.string().meta({
          description: 'Id of a version of a dependency.',
          examples: ['5d0f6d2c-1c3b-4f4e-8a57-9b8c7d6e5f40'],
        }),
      )
      .meta({ description: 'Versions of dependencies that the function is to use.' })
      .optional(),
  }),
  [
    { kind: 'requiredWhen', field: 'code_url', when: { field: 'code_type', in: ['obs'] } },
    { kind: 'requiredWhen', field: 'code_filename', when: { field: 'code_type', in: ['jar', 'zip'] } },
    { kind: 'requiredWhen', field: 'func_code', when: { field: 'code_type', in: ['inline', 'zip', 'jar'] } },
  ],
).meta({ description: 'The code that a function is to have.' })
