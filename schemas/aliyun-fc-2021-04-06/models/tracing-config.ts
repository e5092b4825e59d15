import { z } from 'zod'
import { mapOf } from '../../core/wire.ts'

export const TracingType = z
  .enum(['Jaeger'])
  .meta({ description: 'Protocol of Tracing Analysis. Only Jaeger is supported.', examples: ['Jaeger'] })

/** Source: FC-DEF TracingConfig. */
export const TracingConfig = z
  .object({
    type: TracingType,
    params: mapOf(
      z.string().meta({
        description: 'Value of the parameter.',
        examples: ['http://tracing-analysis-dc-hz.aliyuncs.com/adapt_xxx/api/otlp/traces'],
      }),
    ).meta({
      description:
        'Parameters of the protocol. For Jaeger, the parameter endpoint is the internal address of Tracing Analysis.',
      examples: [{ endpoint: 'http://tracing-analysis-dc-hz.aliyuncs.com/adapt_xxx/api/otlp/traces' }],
    }),
  })
  .meta({ description: 'Tracing of the duration, the cold starts and the steps of requests.' })

/** No operation and no model uses this definition. Source: FC-DEF JaegerConfig. */
export const JaegerConfig = z
  .object({
    endpoint: z
      .string()
      .meta({
        description: 'Address of Tracing Analysis.',
        examples: ['http://tracing-analysis-dc-hz-internal.aliyuncs.com/adapt_xxx/api/traces'],
      })
      .optional(),
  })
  .meta({ description: 'Parameters of Jaeger. No operation uses this definition.', 'x-quirk': ['D12'] })
