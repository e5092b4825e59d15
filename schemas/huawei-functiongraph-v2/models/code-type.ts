import { enumOf } from '../../core/wire.ts'

/** Source: 002 tables 3 and 5. */
export const codeType = enumOf(['inline', 'zip', 'obs', 'jar']).meta({
  description: 'Form of the code. inline: source text. zip: ZIP archive. obs: package in an OBS bucket. jar: JAR file.',
  examples: ['zip'],
  'x-quirk': ['D15'],
})
