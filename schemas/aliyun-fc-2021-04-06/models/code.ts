import { z } from 'zod'
import { defined } from '../../core/provenance.ts'
import { withRules } from '../../core/rules.ts'
import { base64 } from '../../core/wire.ts'

/** The code of a function. Source: FC-DEF, and 000 code for the field names. */
export const Code = withRules(
  z.object({
    ossBucketName: z
      .string()
      .meta({ description: 'Name of the OSS bucket that contains the ZIP archive.', examples: ['demo-bucket'] })
      .optional(),
    ossObjectName: z
      .string()
      .meta({ description: 'Name of the OSS object that contains the ZIP archive.', examples: ['demo-function.zip'] })
      .optional(),
    zipFile: base64()
      .meta({
        description: 'The ZIP archive, encoded in base64.',
        examples: ['UEsFBgAAAAAAAAAAAAAAAAAAAAAAAA=='],
      })
      .optional(),
  }),
  [
    { kind: 'notTogether', fields: ['zipFile', 'ossBucketName'] },
    { kind: 'notTogether', fields: ['zipFile', 'ossObjectName'] },
  ],
).meta({
  ...defined,
  'x-quirk': ['B16', 'X4'],
  description:
    'Code of a function: a ZIP archive in OSS (ossBucketName and ossObjectName), or a ZIP archive in the request (zipFile), but not both.',
})
