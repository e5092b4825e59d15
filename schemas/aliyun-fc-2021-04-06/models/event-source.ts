import { z } from 'zod'
import { pathName } from '../../core/wire.ts'

const arn = {
  description: 'Resource name (ARN) of the event source.',
  examples: ['acs:eventbridge:cn-shanghai:123456:eventbus/mns-test/rule/fc-test1/target/abc'],
}

/** Source: FC-DEF DeregisterEventSource, sourceArn. */
export const sourceArn = z.string().meta({ ...arn, description: `${arn.description} In a URL, it is percent-encoded.` })

/** Request body of RegisterEventSource. Source: FC-DEF RegisterEventSource, body. */
export const EventSourceInput = z
  .object({ sourceArn: pathName().meta(arn) })
  .meta({ description: 'An event source to register.' })

/** Source: FC-DEF RegisterEventSource 200. */
export const EventSource = z
  .object({
    sourceArn: z.string().meta(arn).optional(),
    createdTime: z
      .string()
      .meta({
        description: 'Time when the event source was registered, in UTC.',
        examples: ['2016-08-15T16:06:05.000+0000'],
      })
      .optional(),
  })
  .meta({ description: 'An event source of a function.' })

/** Source: FC-DEF ListEventSources 200. */
export const EventSources = z
  .object({
    eventSources: z.array(EventSource).meta({ description: 'Event sources of the function.' }).optional(),
  })
  .meta({ description: 'The event sources of a function.' })
