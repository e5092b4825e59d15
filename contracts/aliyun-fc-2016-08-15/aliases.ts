import { aliyunFc20160815 } from '../../schemas/aliyun-fc-2016-08-15/api.ts'
import { expectUnchanged, givenReading } from '../checks/readings.ts'
import { expectTolerance } from '../core/assertions/tolerance.ts'
import type { Check } from '../core/check.ts'
import { check } from './fc.ts'
import { toVersion } from './samples.ts'
import { tolerances } from './tolerances.ts'
import { givenVersions } from '../aliyun-fc/given.ts'

const { createAlias, getAlias, updateAlias, deleteAlias, getService, createTrigger, updateTrigger, getTrigger } =
  aliyunFc20160815.operations

/** Checks that apply only to aliases and triggers. */
export const aliasChecks: readonly Check[] = [
  ...[
    { name: 'missing-version-is-rejected', clause: '004 CreateAlias 404', toWeights: () => ({}) },
    {
      name: 'missing-version-beside-weights-is-rejected',
      clause: '004 CreateAlias 404; 004 Definitions, Alias: versionId',
      toWeights: (versionId: string) => ({ additionalVersionWeight: { [versionId]: 0.25 } }),
    },
  ].map(({ name, clause, toWeights }) =>
    check(name, {
      operation: createAlias,
      level: 'core',
      clause,
      async run({ target, fixture, expectError, expectAbsent }) {
        const { serviceName, versionId } = await fixture.givenVersion()
        const body = fixture.aliasBody('4294967296', toWeights(versionId))
        expectError(await target.send(createAlias, { path: { serviceName }, body }), 'VersionNotFound')
        const path = { serviceName, aliasName: String(body.aliasName) }
        expectAbsent(await target.send(getAlias, { path }))
      },
    }),
  ),
  check('missing-version-is-rejected', {
    operation: updateAlias,
    level: 'core',
    clause: '004 UpdateAlias 404',
    async run(context) {
      const { serviceName, aliasName } = await context.fixture.givenAlias()
      const path = { serviceName, aliasName }
      const before = await givenReading(context, getAlias, { path })
      const body = toVersion('4294967296')
      context.expectError(await context.target.send(updateAlias, { path, body }), 'VersionNotFound')
      await expectUnchanged(context, getAlias, { path }, before)
    },
  }),
  check('every-kind-of-qualifier-is-accepted', {
    operation: createTrigger,
    level: 'core',
    clause: '004 Definitions, Trigger: qualifier (service version or alias)',
    async run({ target, fixture, expectResponse, expectPresent, expectFields }) {
      const { serviceName, aliasName, versionId } = await fixture.givenAlias()
      const path = await fixture.givenFunction({}, serviceName)
      for (const qualifier of ['LATEST', versionId, aliasName]) {
        const body = fixture.triggerBody({ qualifier })
        expectResponse(await target.send(createTrigger, { path, body }))
        const read = await target.send(getTrigger, { path: { ...path, triggerName: String(body.triggerName) } })
        expectFields(read, expectPresent(read), { qualifier }, 'absent-fails')
      }
    },
  }),
  check('update-moves-alias-to-other-version', {
    operation: updateAlias,
    level: 'core',
    clause: '004 UpdateAlias 200; 004 GetAlias',
    async run(context) {
      const { target, fixture, given, expectResponse, expectPresent, expectFields } = context
      const serviceName = await fixture.givenService()
      const [first = '', second = ''] = await givenVersions(context, serviceName, 2)
      const body = fixture.aliasBody(first, { description: 'kept' })
      await given(target.send(createAlias, { path: { serviceName }, body }))
      const path = { serviceName, aliasName: String(body.aliasName) }
      const sent = await target.send(updateAlias, { path, body: toVersion(second) })
      const expected = { versionId: second, description: 'kept' }
      expectFields(sent, expectResponse(sent), expected, 'absent-passes')
      const read = await target.send(getAlias, { path })
      expectFields(read, expectPresent(read), expected, 'absent-fails')
    },
  }),
  check('update-without-version-is-handled', {
    operation: updateAlias,
    level: 'core',
    quirk: 'A16',
    clause: '004 Definitions, AliasUpdateFields: versionID (quirk A16)',
    async run(context) {
      const { aliasName, serviceName } = await context.fixture.givenAlias({ description: 'first' })
      const path = { serviceName, aliasName }
      const { lastModifiedTime: _, ...before } = await givenReading(context, getAlias, { path })
      const sent = await context.target.send(updateAlias, { path, body: { description: 'second' } })
      const isAccepted = expectTolerance(context, sent, tolerances.updateWithoutVersion)
      await expectUnchanged(context, getAlias, { path }, { ...before, ...(isAccepted && { description: 'second' }) })
    },
  }),
  check('update-changes-qualifier', {
    operation: updateTrigger,
    level: 'core',
    clause: '004 UpdateTrigger 200; 004 Definitions, TriggerUpdateFields: qualifier',
    async run(context) {
      const path = await context.fixture.givenTrigger()
      const { versionId: qualifier } = await context.fixture.givenVersion(path.serviceName)
      context.expectResponse(await context.target.send(updateTrigger, { path, body: { qualifier } }))
      const read = await context.target.send(getTrigger, { path })
      context.expectFields(read, context.expectPresent(read), { qualifier }, 'absent-fails')
    },
  }),
  ...([createAlias, updateAlias] as const).map((operation) =>
    check('weights-are-stored', {
      operation,
      level: 'core',
      quirk: 'A7',
      clause: `004 ${operation.id} 200; 004 Definitions, Alias: additionalVersionWeight`,
      async run(context) {
        const { target, fixture, given, expectPresent, expectFields } = context
        const serviceName = await fixture.givenService()
        const [first = '', second = ''] = await givenVersions(context, serviceName, 2)
        const weights = { additionalVersionWeight: { [second]: 0.25 } }
        const body = fixture.aliasBody(first, operation === createAlias ? weights : {})
        await given(target.send(createAlias, { path: { serviceName }, body }))
        const path = { serviceName, aliasName: String(body.aliasName) }
        if (operation === updateAlias) {
          const sent = await target.send(updateAlias, { path, body: { ...toVersion(first), ...weights } })
          context.expectResponse(sent)
        }
        const read = await target.send(getAlias, { path })
        expectFields(read, expectPresent(read), { ...weights, versionId: first }, 'absent-fails')
      },
    }),
  ),
  check('version-field-alias-is-accepted', {
    operation: createAlias,
    level: 'core',
    quirk: 'A4',
    clause: '004 Definitions, Alias: versionID (versionId is observed: quirk A4)',
    async run(context) {
      const { target, fixture } = context
      const { serviceName, versionId } = await fixture.givenVersion()
      const taken: string[] = []
      for (const fieldAlias of ['versionId', 'versionID']) {
        const { versionId: _, versionID: __, ...rest } = fixture.aliasBody(versionId)
        const sent = await target.send(createAlias, {
          path: { serviceName },
          body: { ...rest, [fieldAlias]: versionId },
        })
        if (expectTolerance(context, sent, tolerances.formOfVersion)) taken.push(fieldAlias)
      }
      const isStrict = context.profile === 'documented'
      const expected = `${isStrict ? '' : 'versionId or '}versionID is accepted`
      const finding = { expected, actual: taken.join() || 'neither' }
      context.expectThat(isStrict ? taken.includes('versionID') : taken.length > 0, finding)
      context.note('the field name of the version in a request', taken.join(' and '))
    },
  }),
  check('alias-without-version-is-rejected', {
    operation: createAlias,
    level: 'core',
    clause: '004 CreateAlias 400; 004 Definitions, Alias: versionID required',
    async run({ target, fixture, expectError, expectAbsent }) {
      const { serviceName, versionId } = await fixture.givenVersion()
      const { aliasName } = fixture.aliasBody(versionId)
      const sent = await target.send(createAlias, { path: { serviceName }, body: { aliasName } })
      expectError(sent, 'InvalidArgument')
      expectAbsent(await target.send(getAlias, { path: { serviceName, aliasName: String(aliasName) } }))
    },
  }),
  check('delete-keeps-version', {
    operation: deleteAlias,
    level: 'core',
    clause: '004 DeleteAlias, Path',
    async run(context) {
      const { serviceName, aliasName, versionId } = await context.fixture.givenAlias()
      const path = { serviceName, qualifier: versionId }
      const before = await givenReading(context, getService, { path })
      await context.given(context.target.send(deleteAlias, { path: { serviceName, aliasName } }))
      await expectUnchanged(context, getService, { path }, before)
    },
  }),
  check('timer-without-source-is-handled', {
    operation: createTrigger,
    level: 'core',
    quirk: 'A12',
    clause: '004 Definitions, Trigger: sourceArn, invocationRole (quirk A12)',
    async run(context) {
      const path = await context.fixture.givenFunction()
      const triggerName = context.name()
      const triggerConfig = { cronExpression: '@every 5m', enable: true, payload: 'tick' }
      const sent = await context.target.send(createTrigger, {
        path,
        body: { triggerName, triggerType: 'timer', triggerConfig },
      })
      const isAccepted = expectTolerance(context, sent, tolerances.triggerWithoutSource)
      const read = await context.target.send(getTrigger, { path: { ...path, triggerName } })
      if (!isAccepted) return context.expectAbsent(read)
      context.expectFields(read, context.expectPresent(read), { triggerType: 'timer', triggerConfig }, 'absent-fails')
    },
  }),
]
