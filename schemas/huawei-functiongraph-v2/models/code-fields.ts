import { z } from 'zod'
import { int64 } from '../../core/wire.ts'

/** Fields about the code in both responses. Source: 001 table 13, 002 table 5. */
export const codeFields = {
  code_url: z
    .string()
    .meta({
      description: 'URL of the code package in OBS if code_type is obs. Otherwise empty.',
      examples: ['https://demo-bucket.obs.example.com/index.zip'],
    })
    .optional(),
  code_filename: z
    .string()
    .meta({
      description: 'File name of the code: a source file, a ZIP archive or a JAR file.',
      examples: ['index.js'],
      'x-quirk': ['D13'],
    })
    .optional(),
  code_size: int64()
    .meta({ description: 'Size of the code in bytes.', examples: [272] })
    .optional(),
  digest: z
    .string()
    .meta({
      description: 'SHA-512 of the code, in hex.',
      examples: [
        'faa825575c45437cddd4e369bea69893bcbe195d478178462ad90984fe72993f3f59d15f41c5373f807f3e05fb9af322c55dabeb16565c386e402413458e6068',
      ],
    })
    .optional(),
  last_modified: z
    .string()
    .meta({
      description: 'Time of the last change: `YYYY-MM-DD hh:mm:ss`, without a time zone.',
      examples: ['2019-10-25 15:37:27'],
      'x-quirk': ['D18'],
    })
    .optional(),
}
