import { z } from 'zod'
import { observed } from '../../core/provenance.ts'
import { openObject } from '../../core/wire.ts'
import { NextToken } from './next-token.ts'

const triggerConfigMeta = { description: "Settings of the event source; their shape depends on the trigger's type." }

const invocationRoleMeta = {
  description: 'RAM role that lets the event source run the function. Some types of trigger need none.',
  examples: ['acs:ram::1234567890:role/fc-test'],
}

const qualifierMeta = {
  description: 'Version or alias of the service whose function is run; LATEST is the unpublished state.',
  examples: ['LATEST'],
}

const descriptionField = z
  .string()
  .meta({ ...observed, description: 'Free text about the trigger.' })
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
        description: 'Aliyun resource name (ARN) of the event source. Some types of trigger need none.',
        examples: ['acs:oss:cn-shanghai:12345:mybucket'],
        'x-quirk': ['A12'],
      })
      .optional(),
    triggerConfig: openObject().meta(triggerConfigMeta),
    triggerName: z.string().meta({ description: 'Name of the trigger.', examples: ['image_resize'] }),
    triggerType: z.string().meta({
      description: 'Kind of event source, such as oss, timer or logs. It decides the shape of triggerConfig.',
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
    triggerConfig: openObject().meta(triggerConfigMeta).optional(),
    qualifier: z.string().meta(qualifierMeta).optional(),
    description: descriptionField,
  })
  .meta({ description: 'What to change of a trigger. A field that is absent stays as it is.' })

/** The page gives these fields neither words nor examples. */
const unexplained = { 'x-quirk': ['A34'] }

/** A trigger as the API returns it. Source: 004 Definitions, TriggerResponse. */
export const TriggerResponse = z
  .object({
    createdTime: z
      .string()
      .meta({ description: 'When the trigger was created, in UTC.', examples: ['2016-08-15T15:00:00.000+0000'] })
      .optional(),
    invocationRole: z
      .string()
      .meta({ description: 'RAM role that lets the event source run the function.', ...unexplained })
      .optional(),
    lastModifiedTime: z
      .string()
      .meta({ description: 'When the trigger was last updated, in UTC.', examples: ['2016-08-15T17:00:00.000+0000'] })
      .optional(),
    sourceArn: z
      .string()
      .nullable()
      .meta({
        description: 'Aliyun resource name (ARN) of the event source; null for an HTTP trigger.',
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
      .meta({ description: 'Kind of event source.', ...unexplained })
      .optional(),
    qualifier: z
      .string()
      .meta({ description: 'Version or alias of the service whose function is run.', ...unexplained })
      .optional(),
    description: descriptionField,
    triggerId: z
      .string()
      .meta({ ...observed, description: 'Id that Function Compute gave the trigger, unique.' })
      .optional(),
  })
  .meta({ description: 'A trigger.' })

/** Source: 004 ListTriggers, Response 200. */
export const TriggerPage = z
  .object({
    nextToken: NextToken.optional(),
    triggers: z.array(TriggerResponse).meta({ description: 'Triggers of this page, by name.' }).optional(),
  })
  .meta({ description: 'One page of triggers.' })
