import { z } from 'zod'
import { int64 } from '../../core/wire.ts'

/** Source: FC-DEF Destination. */
export const Destination = z
  .object({
    destination: z
      .string()
      .meta({
        'x-quirk': ['F7'],
        description: 'Resource name (ARN) of the function, queue, topic or event bus that gets the result.',
        examples: ['acs:fc:cn-shanghai:1880770869021234:services/s1/functions/f1'],
      })
      .optional(),
  })
  .meta({ description: 'Destination of results of asynchronous invocations.' })

const onSuccess = { description: 'Destination of results of successful invocations.' }
const onFailure = { description: 'Destination of results of failed invocations.' }

/** Source: FC-DEF DestinationConfig. */
export const DestinationConfig = z
  .object({
    onSuccess: Destination.meta(onSuccess).optional(),
    onFailure: Destination.meta(onFailure).optional(),
  })
  .meta({ description: 'Destinations of results of asynchronous invocations.' })

const statefulText =
  'If true, asynchronous invocations of the function are stateful: they have a status and can be stopped.'

/** Request body of PutFunctionAsyncInvokeConfig. Source: FC-DEF PutFunctionAsyncInvokeConfig, body. */
export const AsyncInvokeConfigInput = z
  .object({
    destinationConfig: DestinationConfig.meta({
      description: 'Destinations of results of asynchronous invocations.',
    }).optional(),
    maxAsyncEventAgeInSeconds: int64()
      .min(1)
      .max(604_800)
      .meta({
        'x-quirk': ['F5'],
        description:
          'Maximum age of an event in seconds, from 1 to 604800. An older event is discarded. Without this field, 86400 applies.',
        examples: [300],
      })
      .optional(),
    maxAsyncRetryAttempts: int64()
      .min(0)
      .max(8)
      .meta({
        'x-quirk': ['F5'],
        description: 'Maximum retries after a failed invocation, from 0 to 8. Without this field, 3 applies.',
        examples: [3],
      })
      .optional(),
    statefulInvocation: z
      .boolean()
      .meta({ description: statefulText, examples: [true] })
      .optional(),
  })
  .meta({ description: 'Configuration of asynchronous invocations. It replaces the existing configuration.' })

/** In FC-DEF, only the list states that a field without a value is null. */
const isNullText = 'Null or absent if the configuration does not set it.'

/** Source: FC-DEF PutFunctionAsyncInvokeConfig 200, GetFunctionAsyncInvokeConfig 200, ListFunctionAsyncInvokeConfigs 200. */
export const AsyncInvokeConfig = z
  .object({
    createdTime: z
      .string()
      .meta({
        'x-quirk': ['F6'],
        description: 'Time when the configuration was created, in UTC.',
        examples: ['2020-09-10T02:45:02Z'],
      })
      .optional(),
    destinationConfig: z
      .object({
        onSuccess: Destination.nullable().meta(onSuccess).optional(),
        onFailure: Destination.nullable().meta(onFailure).optional(),
      })
      .nullable()
      .meta({ 'x-quirk': ['F5'], description: `Destinations of results of asynchronous invocations. ${isNullText}` })
      .optional(),
    function: z
      .string()
      .meta({ description: 'Name of the function.', examples: ['helloworld'] })
      .optional(),
    lastModifiedTime: z
      .string()
      .meta({
        'x-quirk': ['F6'],
        description: 'Time when the configuration was last changed, in UTC.',
        examples: ['2020-09-10T02:45:02Z'],
      })
      .optional(),
    maxAsyncEventAgeInSeconds: int64()
      .nullable()
      .meta({ 'x-quirk': ['F5'], description: `Maximum age of an event in seconds. ${isNullText}`, examples: [300] })
      .optional(),
    maxAsyncRetryAttempts: int64()
      .nullable()
      .meta({
        'x-quirk': ['F5'],
        description: `Maximum retries after a failed invocation. ${isNullText}`,
        examples: [3],
      })
      .optional(),
    qualifier: z
      .string()
      .meta({ description: 'Version id or alias name of the service, or LATEST.', examples: ['test'] })
      .optional(),
    service: z
      .string()
      .meta({ description: 'Name of the service.', examples: ['demo-service'] })
      .optional(),
    statefulInvocation: z
      .boolean()
      .nullable()
      .meta({ 'x-quirk': ['F5'], description: `${statefulText} ${isNullText}`, examples: [true] })
      .optional(),
  })
  .meta({ description: 'Configuration of asynchronous invocations of a function.' })

/** Source: FC-DEF ListFunctionAsyncInvokeConfigs 200. */
export const AsyncInvokeConfigPage = z
  .object({
    configs: z
      .array(AsyncInvokeConfig)
      .meta({
        'x-quirk': ['F8'],
        description: 'Configurations on this page, sorted by qualifier. Absent if there are none.',
      })
      .optional(),
    nextToken: z
      .string()
      .meta({
        'x-quirk': ['F8'],
        description: 'Token for the next page. Empty or absent on the last page.',
        examples: ['caeba0be03f84eb48b699f0a4883'],
      })
      .optional(),
  })
  .meta({ description: 'One page of configurations of asynchronous invocations.' })
