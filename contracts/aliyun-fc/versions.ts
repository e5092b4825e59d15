import { expectUnchanged, givenReading } from '../checks/readings.ts'
import { expectTolerance } from '../core/assertions/tolerance.ts'
import type { Check } from '../core/check.ts'
import { givenChange, givenVersions, listIds } from './given.ts'
import type { Fc } from './fc.ts'

/** Publishing, listing and deleting versions. A version never changes, and its number is never reused. */
export function toVersionChecks(fc: Fc): readonly Check[] {
  const { check, tolerances } = fc
  const {
    publishVersion,
    deleteVersion,
    updateFunction,
    deleteFunction,
    getFunction,
    getService,
    createAlias,
    getAlias,
  } = fc.operations

  const checks: readonly Check[] = [
    check('response-has-description', {
      operation: publishVersion,
      level: 'core',
      clause: '004 PublishVersion 200; 004 Definitions, VersionResponse: description',
      async run({ target, fixture, expectResponse, expectFields }) {
        const path = { serviceName: await fixture.givenService() }
        const sent = await target.send(publishVersion, { path, body: { description: 'the first version' } })
        expectFields(sent, expectResponse(sent), { description: 'the first version' }, 'absent-passes')
      },
    }),
    check('created-resource-is-listed', {
      operation: publishVersion,
      level: 'core',
      clause: '004 PublishVersion 200; 004 ListVersions 200',
      async run(context) {
        const { serviceName, versionId } = await context.fixture.givenVersion(undefined, 'a description')
        const listed = await listIds(context, serviceName)
        context.expectThat(listed.includes(versionId), {
          expected: `${versionId} in the list`,
          actual: listed.join(', '),
        })
      },
    }),
    check('version-ids-are-unique', {
      operation: publishVersion,
      level: 'core',
      clause: '004 Definitions, VersionResponse: versionId',
      async run(context) {
        const ids = await givenVersions(context, await context.fixture.givenService(), 3)
        const rising = ids.every((id, index) => index === 0 || Number(id) > Number(ids[index - 1]))
        context.expectThat(rising, { expected: 'ascending numbers', actual: ids.join(', ') })
      },
    }),
    check('version-ids-are-never-reused', {
      operation: publishVersion,
      level: 'core',
      clause: '004 Definitions, VersionResponse: versionId',
      async run(context) {
        const serviceName = await context.fixture.givenService()
        const [, second = ''] = await givenVersions(context, serviceName, 2)
        await context.given(context.target.send(deleteVersion, { path: { serviceName, versionId: second } }))
        await givenChange(context, serviceName, 'later')
        const { versionId } = await context.fixture.givenVersion(serviceName)
        const finding = { expected: 'a new number', actual: `${versionId} again` }
        context.expectThat(versionId !== second, finding)
      },
    }),
    check('publish-without-change-is-handled', {
      operation: publishVersion,
      level: 'core',
      clause: '004 PublishVersion 200, 409 (the condition of the error is implementation-defined)',
      async run(context) {
        const { serviceName } = await context.fixture.givenVersion()
        const again = await context.target.send(publishVersion, { path: { serviceName }, body: {} })
        const isAccepted = expectTolerance(context, again, tolerances.unchangedVersion)
        const listed = await listIds(context, serviceName)
        const expected = isAccepted ? 'two versions' : 'one version'
        context.expectThat(listed.length === (isAccepted ? 2 : 1), { expected, actual: listed.join(', ') })
      },
    }),
    ...(['service', 'function'] as const).map((what) =>
      check(`publish-after-change-of-${what}`, {
        operation: publishVersion,
        level: 'core',
        clause: '004 PublishVersion 200',
        async run(context) {
          const path = await context.fixture.givenFunction()
          await context.fixture.givenVersion(path.serviceName)
          if (what === 'service') await givenChange(context, path.serviceName, 'changed')
          else await context.given(context.target.send(updateFunction, { path, body: { timeout: 11 } }))
          const { serviceName } = path
          context.expectResponse(await context.target.send(publishVersion, { path: { serviceName }, body: {} }), 200)
        },
      }),
    ),
    check('missing-body-is-handled', {
      operation: publishVersion,
      level: 'core',
      quirk: 'A9',
      clause: '004 PublishVersion, Body (quirk A9)',
      async run(context) {
        const path = { serviceName: await context.fixture.givenService() }
        expectTolerance(context, await context.target.send(publishVersion, { path }), tolerances.versionWithoutBody)
      },
    }),
    check('deleted-resource-is-gone', {
      operation: deleteVersion,
      level: 'core',
      clause: '004 DeleteVersion 204; 004 ListVersions 200; 004 GetService 404',
      async run(context) {
        const serviceName = await context.fixture.givenService()
        const [first = '', second = ''] = await givenVersions(context, serviceName, 2)
        const path = { serviceName, versionId: first }
        context.expectResponse(await context.target.send(deleteVersion, { path }), 204)
        const listed = await listIds(context, serviceName)
        context.expectThat(listed.join() === second, { expected: second, actual: listed.join(', ') })
        const read = await context.target.send(getService, { path: { serviceName, qualifier: first } })
        expectTolerance(context, read, tolerances.missingQualifier)
        context.expectPresent(await context.target.send(getService, { path: { serviceName, qualifier: second } }))
      },
    }),
    check('second-delete-is-rejected', {
      operation: deleteVersion,
      level: 'core',
      clause: '004 DeleteVersion 404',
      async run(context) {
        const path = await context.fixture.givenVersion()
        await context.given(context.target.send(deleteVersion, { path }))
        context.expectError(await context.target.send(deleteVersion, { path }), 'VersionNotFound')
      },
    }),
    check('delete-keeps-unpublished-state', {
      operation: deleteVersion,
      level: 'core',
      clause: '004 DeleteVersion, Path',
      async run(context) {
        const path = await context.fixture.givenFunction()
        const { versionId } = await context.fixture.givenVersion(path.serviceName)
        const before = await givenReading(context, getFunction, { path })
        const { serviceName } = path
        await context.given(context.target.send(deleteVersion, { path: { serviceName, versionId } }))
        await expectUnchanged(context, getFunction, { path }, before)
      },
    }),
    check('version-with-alias-is-handled', {
      operation: deleteVersion,
      level: 'core',
      clause: '004 DeleteVersion 204, 409',
      async run(context) {
        const { serviceName, versionId } = await context.fixture.givenVersion()
        const body = context.fixture.aliasBody(versionId)
        await context.given(context.target.send(createAlias, { path: { serviceName }, body }))
        const sent = await context.target.send(deleteVersion, { path: { serviceName, versionId } })
        const isGone = expectTolerance(context, sent, tolerances.deletionOfNamedVersion)
        const read = await context.target.send(getAlias, { path: { serviceName, aliasName: String(body.aliasName) } })
        if (!isGone) context.expectPresent(read)
      },
    }),
    check('version-keeps-function-deleted-later', {
      operation: publishVersion,
      level: 'core',
      clause: '004 PublishVersion 200; 004 GetFunction, Path qualifier',
      async run(context) {
        const path = await context.fixture.givenFunction()
        const { versionId: qualifier } = await context.fixture.givenVersion(path.serviceName)
        const before = await givenReading(context, getFunction, { path: { ...path, qualifier } })
        await context.given(context.target.send(deleteFunction, { path }))
        await expectUnchanged(context, getFunction, { path: { ...path, qualifier } }, before)
      },
    }),
  ]

  return checks
}
