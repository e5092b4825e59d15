import { z } from 'zod'
import { intEnum, mapOf, multipleOf } from '../../core/wire.ts'
import { Code } from './code.ts'
import { CustomContainerConfig } from './custom-container-config.ts'
import { CustomDNS } from './custom-dns.ts'
import { CustomHealthCheckConfig } from './custom-health-check-config.ts'
import { CustomRuntimeConfig } from './custom-runtime-config.ts'
import { InstanceLifecycleConfig } from './instance-lifecycle-config.ts'

/**
 * Fields that stand in the tables of both requests and of the responses with the same type, rules and example.
 * A field whose tables differ is written out in each model. Source: 003 and 000.
 */
export const functionFields = {
  code: Code.meta({ description: 'The code of the function. Functions in a custom container have none.' }),
  customContainerConfig: CustomContainerConfig.meta({
    description: 'The container image that the function runs, for runtime custom-container.',
  }),
  handler: z.string().meta({
    description: 'Entry of the function; its form depends on the language of the runtime.',
    examples: ['index.handler'],
  }),
  caPort: z.int().meta({
    'x-quirk': ['B24'],
    description: 'Port at which the HTTP server of a custom runtime or custom container listens.',
    examples: [9000],
  }),
  environmentVariables: mapOf(
    z.string().meta({ 'x-quirk': ['B11'], description: 'Value of one variable.', examples: ['value'] }),
  ).meta({
    'x-quirk': ['B11'],
    description: 'Environment variables of the function, by name.',
    examples: [{ key: 'value' }],
  }),
  instanceConcurrency: z.int().meta({
    'x-quirk': ['B2'],
    description: 'Number of requests that one instance works on at the same time.',
    examples: [10],
  }),
  instanceSoftConcurrency: z.int().meta({
    description:
      'Number of requests at work in one instance above which another instance is started, ahead of need. Not above instanceConcurrency.',
    examples: [5],
  }),
  instanceType: z.enum(['e1', 'c1', 'fc.gpu.tesla.1', 'fc.gpu.ampere.1', 'g1']).meta({
    'x-quirk': ['B7'],
    description:
      'Kind of instance: e1 elastic, c1 performance, fc.gpu.tesla.1 with a Tesla T4 GPU, fc.gpu.ampere.1 with an Ampere A10 GPU; g1 is another name of fc.gpu.tesla.1.',
    examples: ['e1'],
  }),
  customRuntimeConfig: CustomRuntimeConfig.meta({ description: 'How the custom runtime of the function starts.' }),
  instanceLifecycleConfig: InstanceLifecycleConfig.meta({
    description: "Hooks that run at points in the life of the function's instances.",
  }),
  customDNS: CustomDNS.meta({ description: 'DNS settings of the function.' }),
  customHealthCheckConfig: CustomHealthCheckConfig.meta({
    'x-quirk': ['B24'],
    description: 'Health probes of the function, for custom runtimes and custom containers.',
  }),
  cpu: multipleOf(z.number(), 0.05).meta({
    description: 'Processing power of one instance in vCPUs, in steps of 0.05.',
    examples: [1.5],
  }),
  diskSize: intEnum([512, 10240], 'MB').meta({
    'x-quirk': ['B28'],
    description: 'Disk of one instance in MB.',
    examples: [512],
  }),
  gpuMemorySize: multipleOf(z.int(), 1024).meta({
    'x-quirk': ['B28'],
    description: 'GPU memory of one instance in MB, in steps of 1024.',
    examples: [2048],
  }),
}
