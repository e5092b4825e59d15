import { aliyunFc20160815 } from '../../schemas/aliyun-fc-2016-08-15/api.ts'
import { expectUnchanged, givenReading } from '../checks/readings.ts'
import { expectTolerance, type Tolerance } from '../core/assertions/tolerance.ts'
import type { Check } from '../core/check.ts'
import { check } from './fc.ts'
import { crudTolerances, tolerances } from './tolerances.ts'
import { type TriggerSettings, triggerSettings } from './trigger-settings.ts'

const { createTrigger, getTrigger, updateTrigger, updateFunction } = aliyunFc20160815.operations

/** What a trigger stores. */
export const triggerStateChecks: readonly Check[] = [
  check('trigger-config-is-stored-exactly', {
    operation: createTrigger,
    level: 'core',
    clause: '004 CreateTrigger 200; 004 Definitions, Trigger: triggerConfig',
    async run(context) {
      const { target, fixture } = context
      const path = await fixture.givenFunction()
      for (const { triggerConfig, former: _, ...fields } of triggerSettings) {
        const body = fixture.triggerBody({ ...fields, triggerConfig })
        const sent = await target.send(createTrigger, { path, body })
        if (!expectTolerance(context, sent, toTolerance(fields))) continue
        const read = await target.send(getTrigger, { path: { ...path, triggerName: String(body.triggerName) } })
        context.expectFields(read, context.expectPresent(read), { triggerConfig }, 'absent-fails')
      }
    },
  }),
  check('trigger-config-is-stored-exactly', {
    operation: updateTrigger,
    level: 'core',
    clause: '004 UpdateTrigger 200; 004 Definitions, TriggerUpdateFields: triggerConfig',
    async run(context) {
      const { target, fixture } = context
      const parent = await fixture.givenFunction()
      for (const { triggerConfig, former, ...fields } of triggerSettings) {
        const body = fixture.triggerBody({ ...fields, triggerConfig: former })
        const created = await target.send(createTrigger, { path: parent, body })
        if (!expectTolerance(context, created, toTolerance(fields))) continue
        const path = { ...parent, triggerName: String(body.triggerName) }
        const sent = await target.send(updateTrigger, { path, body: { triggerConfig } })
        if (!expectTolerance(context, sent, toTolerance(fields))) continue
        const read = await target.send(getTrigger, { path })
        context.expectFields(read, context.expectPresent(read), { triggerConfig }, 'absent-fails')
      }
    },
  }),
  check('several-fields-can-be-changed', {
    operation: updateTrigger,
    level: 'core',
    clause: '004 UpdateTrigger 200; 004 Definitions, TriggerUpdateFields',
    async run(context) {
      const path = await context.fixture.givenTrigger()
      const { versionId: qualifier } = await context.fixture.givenVersion(path.serviceName)
      const body = {
        qualifier,
        invocationRole: 'acs:ram::123456789012:role/fc-second',
        triggerConfig: { events: ['oss:ObjectRemoved:*'], filter: { key: { prefix: 'out/', suffix: '' } } },
      }
      const sent = await context.target.send(updateTrigger, { path, body })
      context.expectFields(sent, context.expectResponse(sent), body, 'absent-passes')
      const read = await context.target.send(getTrigger, { path })
      context.expectFields(read, context.expectPresent(read), body, 'absent-fails')
    },
  }),
  check('update-keeps-source-and-type', {
    operation: updateTrigger,
    level: 'extended',
    clause: '004 Definitions, TriggerUpdateFields: invocationRole, triggerConfig, qualifier and no others',
    async run(context) {
      const path = await context.fixture.givenTrigger()
      const { sourceArn, triggerType } = await givenReading(context, getTrigger, { path })
      const body = { invocationRole: 'acs:ram::123456789012:role/fc-second' }
      const fixed = { sourceArn: 'acs:oss:cn-hangzhou:123456789012:other-bucket', triggerType: 'logs' }
      for (const [field, value] of Object.entries(fixed)) {
        const sent = await context.target.send(updateTrigger, { path, body: { ...body, [field]: value } })
        expectTolerance(context, sent, crudTolerances.serverSetField)
      }
      const kept = Object.entries({ sourceArn, triggerType }).filter(([, value]) => value !== undefined)
      const read = await context.target.send(getTrigger, { path })
      context.expectFields(read, context.expectPresent(read), Object.fromEntries(kept), 'absent-fails')
    },
  }),
  check('update-keeps-triggers', {
    operation: updateFunction,
    level: 'core',
    clause: '004 UpdateFunction, Path; 004 GetTrigger 200',
    async run(context) {
      const path = await context.fixture.givenTrigger()
      const { triggerName: _, ...parent } = path
      const before = await givenReading(context, getTrigger, { path })
      const { zipFile } = context.fixture.code('something else')
      for (const body of [{ code: { zipFile } }, { description: 'another text', timeout: 11, memorySize: 256 }]) {
        await context.given(context.target.send(updateFunction, { path: parent, body }))
        await expectUnchanged(context, getTrigger, { path }, before)
      }
    },
  }),
]

/** A target may reject settings of a type, because the source does not state their form. */
function toTolerance({ triggerType }: Pick<TriggerSettings, 'triggerType'>): Tolerance {
  return { ...tolerances.settings, about: `${tolerances.settings.about} ${triggerType}` }
}
