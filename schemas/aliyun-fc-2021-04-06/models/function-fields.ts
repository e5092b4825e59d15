import { z } from 'zod'
import { intEnum, mapOf, multipleOf } from '../../core/wire.ts'
import { Code } from './code.ts'
import { CustomContainerConfig } from './custom-container-config.ts'
import { CustomDNS } from './custom-dns.ts'
import { CustomHealthCheckConfig } from './custom-health-check-config.ts'
import { CustomRuntimeConfig } from './custom-runtime-config.ts'
import { InstanceLifecycleConfig } from './instance-lifecycle-config.ts'

export const InstanceType = z.enum(['e1', 'c1', 'fc.gpu.tesla.1', 'fc.gpu.ampere.1', 'g1']).meta({
  'x-quirk': ['B7'],
  description:
    'Instance type. e1: elastic instance. c1: performance instance. fc.gpu.tesla.1: GPU instance with Tesla T4. fc.gpu.ampere.1: GPU instance with Ampere A10. g1: the same as fc.gpu.tesla.1.',
  examples: ['e1'],
})

export const DiskSize = intEnum([512, 10240], 'MB').meta({
  'x-quirk': ['B28'],
  description: 'Disk size of one instance in MB: 512 or 10240.',
  examples: [512],
})

/**
 * Fields with the same type, rules and example in both requests and in the responses. A field whose tables differ is
 * declared in each model. Source: 003 and 000.
 */
export const functionFields = {
  code: Code.meta({ description: 'Code of the function. A function with a custom container needs no code.' }),
  customContainerConfig: CustomContainerConfig.meta({
    description: 'Custom container of the function, for the runtime custom-container.',
  }),
  handler: z.string().meta({
    description: 'Handler of the function. The format depends on the language of the runtime.',
    examples: ['index.handler'],
  }),
  caPort: z.int().meta({
    'x-quirk': ['B24'],
    description: 'Port of the HTTP server in a custom runtime or custom container.',
    examples: [9000],
  }),
  environmentVariables: mapOf(
    z.string().meta({ 'x-quirk': ['B11'], description: 'Value of the variable.', examples: ['value'] }),
  ).meta({
    'x-quirk': ['B11'],
    description: 'Environment variables of the function, by name.',
    examples: [{ key: 'value' }],
  }),
  instanceConcurrency: z.int().meta({
    'x-quirk': ['B2'],
    description: 'Maximum concurrent requests per instance.',
    examples: [10],
  }),
  instanceSoftConcurrency: z.int().meta({
    description:
      'If an instance has more concurrent requests than this, another instance starts in advance. It must not exceed instanceConcurrency.',
    examples: [5],
  }),
  instanceType: InstanceType,
  customRuntimeConfig: CustomRuntimeConfig.meta({ description: 'Start command of the custom runtime.' }),
  instanceLifecycleConfig: InstanceLifecycleConfig.meta({
    description: 'Hooks in the lifecycle of each instance.',
  }),
  customDNS: CustomDNS.meta({ description: 'DNS settings of the function.' }),
  customHealthCheckConfig: CustomHealthCheckConfig.meta({
    'x-quirk': ['B24'],
    description: 'Health check of the function, for custom runtimes and custom containers.',
  }),
  cpu: multipleOf(z.number(), 0.05).meta({
    description: 'Number of vCPUs of one instance, a multiple of 0.05.',
    examples: [1.5],
  }),
  diskSize: DiskSize,
  gpuMemorySize: multipleOf(z.int(), 1024).meta({
    'x-quirk': ['B28'],
    description: 'GPU memory of one instance in MB, a multiple of 1024.',
    examples: [2048],
  }),
}
