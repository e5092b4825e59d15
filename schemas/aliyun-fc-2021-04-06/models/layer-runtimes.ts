import { enumOf } from '../../core/wire.ts'

/** The runtimes that a layer can support. Source: FC-DEF CreateLayerVersion, compatibleRuntime. Layer lists fewer (E3). */
export const LayerRuntime = enumOf([
  'nodejs20',
  'nodejs18',
  'nodejs16',
  'nodejs14',
  'nodejs12',
  'nodejs10',
  'nodejs8',
  'nodejs6',
  'python3.10',
  'python3.9',
  'python3',
  'python2.7',
  'java11',
  'java8',
  'php7.2',
  'go1',
  'dotnetcore3.1',
  'dotnetcore2.1',
  'custom.debian10',
  'custom',
]).meta({ 'x-quirk': ['E3'], description: 'Runtime that a layer supports.', examples: ['python3'] })
