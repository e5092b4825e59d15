import { enumOf } from '../../core/wire.ts'

/** Source: 002 tables 3 and 5. Source 001 table 13 documents Custom-Image-Swr as well. */
export const CodeType = enumOf(['inline', 'zip', 'obs', 'jar'], { defined: ['Custom-Image-Swr'] }).meta({
  description:
    'Form of the code. inline: source text. zip: ZIP archive. obs: package in an OBS bucket. jar: JAR file. Custom-Image-Swr: container image in SWR.',
  examples: ['zip'],
  'x-quirk': ['D15'],
})
