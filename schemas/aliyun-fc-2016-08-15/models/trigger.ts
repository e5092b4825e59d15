import { z } from 'zod'
import { observed } from '../../core/provenance.ts'
import { openObject, pathName } from '../../core/wire.ts'
import { NextToken } from './next-token.ts'

const triggerConfigMeta = { description: 'Settings of the event source. The fields depend on triggerType.' }

const invocationRoleMeta = {
  description: 'RAM role that allows the event source to invoke the function. Some trigger types need no role.',
  examples: ['acs:ram::1234567890:role/fc-test'],
}

const qualifierMeta = {
  description: 'Version or alias of the service to invoke. LATEST is the unpublished state.',
  examples: ['LATEST'],
}

const descriptionField = z
  .string()
  .meta({ ...observed, description: 'Description of the trigger.' })
  .optional()

/** Request body of CreateTrigger. Source: 004 Definitions, Trigger. */
export const Trigger = z
  .object({
    invocationRole: z
      .string()
      .meta({ ...invocationRoleMeta, 'x-quirk': ['A12'] })
      .optional(),
    sourceArn: z
      .string()
      .meta({
        description: 'Resource name (ARN) of the event source. Some trigger types need no ARN.',
        examples: ['acs:oss:cn-shanghai:12345:mybucket'],
        'x-quirk': ['A12'],
      })
      .optional(),
    triggerConfig: openObject().meta(triggerConfigMeta),
    triggerName: pathName().meta({
      description: 'Name of the trigger.',
      examples: ['image_resize'],
      'x-quirk': ['W19'],
    }),
    triggerType: z.string().meta({
      description:
        'Type of the event source, for example oss, timer or logs. The type determines the fields of triggerConfig.',
      examples: ['oss'],
    }),
    qualifier: z.string().meta(qualifierMeta).optional(),
    description: descriptionField,
  })
  .meta({ description: 'A trigger to create.' })

/** Request body of UpdateTrigger. Source: 004 Definitions, TriggerUpdateFields. */
export const TriggerUpdateFields = z
  .object({
    invocationRole: z.string().meta(invocationRoleMeta).optional(),
    triggerConfig: openObject()
      .meta({
        description: `${triggerConfigMeta.description} Fields that are absent from the object keep their values.`,
        'x-quirk': ['W17'],
      })
      .optional(),
    qualifier: z.string().meta(qualifierMeta).optional(),
    description: descriptionField,
  })
  .meta({ description: 'Changes to a trigger. An absent field stays unchanged.' })

/** The source has neither a description nor an example for these fields. */
const unexplained = { 'x-quirk': ['A34'] }

/** A trigger in responses. Source: 004 Definitions, TriggerResponse. */
export const TriggerResponse = z
  .object({
    createdTime: z
      .string()
      .meta({ description: 'Time when the trigger was created, in UTC.', examples: ['2016-08-15T15:00:00.000+0000'] })
      .optional(),
    invocationRole: z
      .string()
      .meta({ description: 'RAM role that allows the event source to invoke the function.', ...unexplained })
      .optional(),
    lastModifiedTime: z
      .string()
      .meta({
        description: 'Time when the trigger was last updated, in UTC.',
        examples: ['2016-08-15T17:00:00.000+0000'],
      })
      .optional(),
    sourceArn: z
      .string()
      .nullable()
      .meta({
        description: 'Resource name (ARN) of the event source. Null for an HTTP trigger.',
        'x-quirk': ['A34', 'W7'],
      })
      .optional(),
    triggerConfig: openObject()
      .meta({ ...triggerConfigMeta, ...unexplained })
      .optional(),
    triggerName: z
      .string()
      .meta({ description: 'Name of the trigger.', ...unexplained })
      .optional(),
    triggerType: z
      .string()
      .meta({ description: 'Type of the event source.', ...unexplained })
      .optional(),
    qualifier: z
      .string()
      .meta({ description: 'Version or alias of the service to invoke.', ...unexplained })
      .optional(),
    description: descriptionField,
    triggerId: z
      .string()
      .meta({ ...observed, description: 'Unique id of the trigger. Function Compute generates the id.' })
      .optional(),
  })
  .meta({ description: 'A trigger.' })

/** Source: 004 ListTriggers, Response 200. */
export const TriggerPage = z
  .object({
    nextToken: NextToken.optional(),
    triggers: z.array(TriggerResponse).meta({ description: 'Triggers on this page, sorted by name.' }).optional(),
  })
  .meta({ description: 'One page of triggers.' })
