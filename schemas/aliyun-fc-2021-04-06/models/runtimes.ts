import { enumOf } from '../../core/wire.ts'

/** The runtimes of CreateFunction, without the duplicates of the source (quirk B3). Source: 003 runtime (request and response). */
export const Runtime = enumOf([
  'nodejs20',
  'nodejs18',
  'nodejs16',
  'nodejs14',
  'nodejs12',
  'nodejs10',
  'nodejs8',
  'nodejs6',
  'nodejs4.4',
  'python3.10',
  'python3.9',
  'python3',
  'python2.7',
  'java11',
  'java8',
  'go1',
  'php7.2',
  'dotnetcore3.1',
  'dotnetcore2.1',
  'custom.debian10',
  'custom',
  'custom-container',
]).meta({ description: 'Runtime environment.' })

/** The runtimes of UpdateFunction. The runtimes that only CreateFunction documents have a mark. Source: 000 runtime (request). */
export const updateRuntime = Runtime.meta({
  // No client is known to send these four to UpdateFunction. A function must be able to keep its runtime.
  'x-enum-provenance': {
    nodejs20: 'inferred',
    nodejs18: 'inferred',
    'python3.10': 'inferred',
    'custom.debian10': 'inferred',
  },
})
