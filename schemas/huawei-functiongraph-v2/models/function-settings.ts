import { z } from 'zod'
import { intEnum } from '../../core/wire.ts'
import { CustomImage } from './custom-image.ts'
import { runtime as runtimes } from './runtime.ts'

/** Words for the handler of requests and responses. Source: 001 tables 3 and 13. */
export const handlerMeta = {
  description:
    'Entry point of the function: file, dot, name. Runtimes that have no such entry point take another text: bootstrap for Custom, - for Custom Image.',
  examples: ['myfunction.handler'],
  'x-quirk': ['D2', 'D3'],
}

/** The settings that a request must give. Source: 001 tables 3 and 13. */
export const mainSettings = {
  runtime: runtimes.meta({
    description: 'Language and version that runs the function.',
    examples: ['Node.js6.10'],
    'x-quirk': ['D1'],
  }),
  timeout: z
    .int()
    .min(3)
    .max(259200)
    .meta({
      description: 'Longest time that one execution may take, in seconds: 3 seconds to 3 days.',
      examples: [40],
      'x-quirk': ['D31'],
    }),
  // Not blank, which every rule of the page agrees on; a minimum of 3 would refuse what the page shows.
  handler: z.string().max(128).regex(/\S/).meta(handlerMeta),
  memory_size: intEnum([128, 256, 512, 768, 1024, 1280, 1536, 1792, 2048, 2560, 3072, 3584, 4096], 'MB').meta({
    minimum: 128,
    maximum: 4096,
    description: 'Memory of one instance, in MB.',
    examples: [768],
    'x-quirk': ['D9'],
  }),
}

/**
 * Settings that requests and responses both have, none of them required. `conditional` is the quirk of the rows that
 * say "mandatory when": they mean something in a request (D12) and nothing in a response (D13).
 */
export function toSharedSettings(conditional: 'D12' | 'D13') {
  return {
    user_data: z
      .string()
      .meta({
        description:
          'Names and values that the function finds in its context: a JSON object of strings, written as text. At most 20 of them, at most 4 KB in total.',
        examples: ['{"host":"192.168.0.1"}'],
        'x-quirk': ['D24'],
      })
      .optional(),
    encrypted_user_data: z
      .string()
      .meta({
        description: 'Further names and values, in the same form, that are stored encrypted.',
        examples: ['{"password":"xxxxxx"}'],
      })
      .optional(),
    xrole: z
      .string()
      .meta({
        description:
          'Agency, created in IAM, under which the function is set up. Needed when the function is to reach other cloud services; the handler finds temporary credentials in its context.',
        examples: ['xxx'],
        'x-quirk': [conditional],
      })
      .optional(),
    app_xrole: z
      .string()
      .meta({ description: 'Agency for executions alone. Absent, that of xrole serves both.', examples: ['xxx'] })
      .optional(),
    description: z
      .string()
      .meta({ description: 'Free text about the function.', examples: ['This is a demo function.'] })
      .optional(),
    custom_image: CustomImage.meta({ description: 'Container image, for functions that run from one.' }).optional(),
    initializer_timeout: z
      .int()
      .min(1)
      .max(300)
      .meta({
        description:
          'Longest time that the initializer may take, in seconds. Needed when the function has an initializer.',
        examples: [30],
        'x-quirk': [conditional],
      })
      .optional(),
    pre_stop_timeout: z
      .int()
      .min(1)
      .max(90)
      .meta({
        description: 'Longest time that the pre-stop handler may take, in seconds.',
        examples: [10],
        'x-quirk': ['D21'],
      })
      .optional(),
    ephemeral_storage: intEnum([512, 10240], 'MB')
      .meta({
        // What a new function has. A change of settings without the field leaves it as it is.
        default: 512,
        description: 'Size of the temporary directory /tmp of one instance, in MB.',
        examples: [512],
        'x-quirk': ['D31'],
      })
      .optional(),
    enterprise_project_id: z
      .string()
      .meta({
        description: 'Id of the enterprise project that the function belongs to. Needed for enterprise accounts.',
        examples: ['0'],
        'x-quirk': [conditional],
      })
      .optional(),
    is_stateful_function: z
      .boolean()
      .meta({
        description: 'Whether the function keeps state between calls. FunctionGraph v2 only.',
        examples: [false],
        'x-quirk': ['D22'],
      })
      .optional(),
    enable_dynamic_memory: z
      .boolean()
      .meta({ description: 'Whether memory is allotted dynamically.', examples: [false] })
      .optional(),
    enable_auth_in_header: z
      .boolean()
      .meta({
        description: 'Whether requests to the function carry credentials in their headers; for container images.',
        examples: [false],
        'x-quirk': ['D22'],
      })
      .optional(),
    domain_names: z
      .string()
      .meta({
        description: 'Private domain names that the function can resolve.',
        examples: ['demo.example.com'],
        'x-quirk': ['D22'],
      })
      .optional(),
  }
}

/** Words for the entry points beside the handler. The page asks for a period in each; requests are held to it. */
export const initializerHandlerMeta = {
  description:
    'Entry point that runs once in each new instance, before the first request: file, dot, name. Needed when the function is to have an initializer.',
  examples: ['myfunction.initializer'],
}
export const preStopHandlerMeta = {
  description: 'Entry point that runs before an instance is stopped: file, dot, name.',
  examples: ['myfunction.pre_stop_handler'],
  'x-quirk': ['D21'],
}
