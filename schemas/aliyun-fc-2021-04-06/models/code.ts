import { z } from 'zod'
import { observed } from '../../core/provenance.ts'
import { withRules } from '../../core/rules.ts'
import { base64 } from '../../core/wire.ts'

/** Where a function's code comes from. Source: 000 code names the fields; their types are what the SDK sends. */
export const Code = withRules(
  z.object({
    ossBucketName: z
      .string()
      .meta({ description: 'OSS bucket that holds the ZIP file.', examples: ['demo-bucket'] })
      .optional(),
    ossObjectName: z
      .string()
      .meta({ description: 'Name of the ZIP file in the bucket.', examples: ['demo-function.zip'] })
      .optional(),
    zipFile: base64().meta({ description: 'The ZIP file itself, in base64.' }).optional(),
  }),
  [
    { kind: 'notTogether', fields: ['zipFile', 'ossBucketName'] },
    { kind: 'notTogether', fields: ['zipFile', 'ossObjectName'] },
  ],
).meta({
  ...observed,
  'x-quirk': ['B16', 'X4'],
  description: 'The ZIP file with the code: either its place in OSS or its bytes, not both.',
})
