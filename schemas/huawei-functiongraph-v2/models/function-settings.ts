import { z } from 'zod'
import { defined } from '../../core/provenance.ts'
import { intEnum, mapOf } from '../../core/wire.ts'
import { CustomImage } from './custom-image.ts'
import { Runtime } from './runtime.ts'

/** Metadata of the handler in requests and responses. Source: 001 tables 3 and 13. */
export const handlerMeta = {
  description: 'Handler of the function: `file.function`. For the runtime Custom: `bootstrap`. For Custom Image: `-`.',
  examples: ['myfunction.handler'],
  'x-quirk': ['D2', 'D3'],
}

export const MemorySize = intEnum(
  [128, 256, 512, 768, 1024, 1280, 1536, 1792, 2048, 2560, 3072, 3584, 4096],
  'MB',
).meta({
  minimum: 128,
  maximum: 4096,
  description: 'Memory size of one instance in MB.',
  examples: [768],
  'x-quirk': ['D9'],
})

export const EphemeralStorage = intEnum([512, 10240], 'MB').meta({
  // The default of a new function. If an update does not contain the field, the value stays unchanged.
  default: 512,
  description: 'Size of the temporary directory /tmp of one instance in MB: 512 or 10240.',
  examples: [512],
  'x-quirk': ['D31'],
})

/** The required settings of a request. Source: 001 tables 3 and 13. */
export const mainSettings = {
  runtime: Runtime.meta({
    description: 'Runtime environment of the function.',
    examples: ['Node.js6.10'],
    'x-quirk': ['D1'],
  }),
  timeout: z
    .int()
    .min(3)
    .max(259200)
    .meta({
      description: 'Maximum duration of one execution in seconds, 3 to 259200 (3 days).',
      examples: [40],
      'x-quirk': ['D31'],
    }),
  // A handler must not be blank. A minimum of 3 characters would reject an example of the source (quirk D3).
  handler: z.string().max(128).regex(/\S/).meta(handlerMeta),
  memory_size: MemorySize,
}

/**
 * Optional settings in requests and responses. `conditional` is the quirk of the rows that are mandatory under a condition:
 * D12 in a request, D13 in a response.
 */
export function toSharedSettings(conditional: 'D12' | 'D13') {
  return {
    user_data: z
      .string()
      .meta({
        description:
          'Key-value pairs for the context of the function: the text of a JSON object with string values. At most 20 pairs and 4 KB in total.',
        examples: ['{"host":"192.168.0.1"}'],
        'x-quirk': ['D24'],
      })
      .optional(),
    encrypted_user_data: z
      .string()
      .meta({
        description: 'Key-value pairs that are stored encrypted, in the format of user_data.',
        examples: ['{"password":"xxxxxx"}'],
      })
      .optional(),
    xrole: z
      .string()
      .meta({
        description:
          'IAM agency for the configuration of the function. Required if the function accesses other cloud services. The context of the function contains temporary credentials of the agency.',
        examples: ['xxx'],
        'x-quirk': [conditional],
      })
      .optional(),
    app_xrole: z
      .string()
      .meta({
        description: 'IAM agency for executions of the function. If absent, the agency of xrole is used.',
        examples: ['xxx'],
      })
      .optional(),
    description: z
      .string()
      .meta({ description: 'Description of the function.', examples: ['This is a demo function.'] })
      .optional(),
    custom_image: CustomImage.meta({
      description: 'Container image, for functions with the runtime Custom Image.',
    }).optional(),
    initializer_timeout: z
      .int()
      .min(1)
      .max(300)
      .meta({
        description: 'Timeout of the initializer in seconds, 1 to 300. Required if the function has an initializer.',
        examples: [30],
        'x-quirk': [conditional],
      })
      .optional(),
    pre_stop_timeout: z
      .int()
      .min(1)
      .max(90)
      .meta({
        description: 'Timeout of the pre-stop handler in seconds, 1 to 90.',
        examples: [10],
        'x-quirk': ['D21'],
      })
      .optional(),
    ephemeral_storage: EphemeralStorage.optional(),
    enterprise_project_id: z
      .string()
      .meta({
        description: 'Id of the enterprise project of the function. Required for enterprise accounts.',
        examples: ['0'],
        'x-quirk': [conditional],
      })
      .optional(),
    is_stateful_function: z
      .boolean()
      .meta({
        description: 'If true, the function is stateful. Only for FunctionGraph v2.',
        examples: [false],
        'x-quirk': ['D22'],
      })
      .optional(),
    enable_dynamic_memory: z
      .boolean()
      .meta({ description: 'If true, memory is allocated dynamically.', examples: [false] })
      .optional(),
    enable_auth_in_header: z
      .boolean()
      .meta({
        description: 'If true, requests to the function contain credentials in their headers. For container images.',
        examples: [false],
        'x-quirk': ['D22'],
      })
      .optional(),
    enable_lts_log: z
      .boolean()
      .meta({ ...defined, description: 'If true, the function writes its logs to LTS.', examples: [true] })
      .optional(),
    lts_custom_tag: mapOf(z.string())
      .meta({
        ...defined,
        description: 'Tags of the log entries in LTS, by name. LTS can filter by tag.',
        examples: [{ team: 'demo' }],
      })
      .optional(),
    peering_cidr: z
      .string()
      .meta({
        ...defined,
        description:
          'CIDR blocks of VPCs that the code uses, at most 5, separated by semicolons. FunctionGraph checks whether they overlap with its own.',
        examples: ['192.168.0.0/16;10.0.0.0/8'],
      })
      .optional(),
    user_data_encrypt_kms_key_id: z
      .string()
      .meta({
        ...defined,
        description: 'Id of the KMS key that encrypts user_data.',
        examples: ['9f3c7a52-1b0d-4c6e-8a2f-5d4e3c2b1a09'],
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

/** Metadata of the other handlers. The source requires a period in each. Requests enforce this rule. */
export const initializerHandlerMeta = {
  description:
    'Handler that runs once per instance, before the first request: `file.function`. Required if the function has an initializer.',
  examples: ['myfunction.initializer'],
}
export const preStopHandlerMeta = {
  description: 'Handler that runs before an instance is stopped: `file.function`.',
  examples: ['myfunction.pre_stop_handler'],
  'x-quirk': ['D21'],
}
