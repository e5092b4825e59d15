import { enumOf } from '../../core/wire.ts'

/** Source: 002 tables 3 and 5. */
export const codeType = enumOf(['inline', 'zip', 'obs', 'jar']).meta({
  description: 'Form of the code: text (inline), ZIP file (zip), package in an OBS bucket (obs) or JAR file (jar).',
  examples: ['zip'],
  'x-quirk': ['D15'],
})
