import { toLists } from '../checks/crud/lists.ts'
import { expectNames, readNames, toRest } from '../checks/crud/pages.ts'
import { expectTolerance } from '../core/assertions/tolerance.ts'
import type { Check } from '../core/check.ts'
import type { Context } from './fixtures.ts'
import { givenVersions, listIds } from './given.ts'
import type { Fc } from './fc.ts'

/** Version numbers that begin with the same digits are different versions: 1, 10 and 11. */
export function toVersionNumberChecks(fc: Fc): readonly Check[] {
  const { check, tolerances } = fc
  const {
    deleteVersion,
    getFunction,
    getAlias,
    createAlias,
    deleteAlias,
    updateFunction,
    invokeFunction,
    listVersions,
    publishVersion,
  } = fc.operations

  const checks: readonly Check[] = [
    check('versions-of-each-service-start-at-1', {
      operation: publishVersion,
      level: 'extended',
      clause: 'observed: clients find the versions 1, 2 and so on in each service',
      async run(context) {
        if (context.profile === 'documented') context.skip('no source states the numbers of versions')
        for (const serviceName of [await context.fixture.givenService(), await context.fixture.givenService()]) {
          const ids = await givenVersions(context, serviceName, 2)
          context.expectThat(ids.join() === '1,2', { expected: 'the versions 1 and 2', actual: ids.join(' and ') })
        }
      },
    }),
    check('numbers-with-common-digits-are-distinct', {
      operation: deleteVersion,
      level: 'core',
      clause: '004 DeleteVersion 204, Path versionId; 004 GetFunction, Path qualifier; 004 CreateAlias 404',
      async run(context) {
        const { target, fixture, given, expectResponse, expectError } = context
        const { path, versions } = await givenNumberedVersions(context)
        const { serviceName } = path
        const [first, tenth, eleventh] = [versions[0], versions[9], versions[10]].map((item) => item?.id ?? '')
        const toBody = (id = '') => fixture.aliasBody(id)
        const bodies = [toBody(first), toBody(tenth)]
        const [toFirst, toTenth] = bodies.map(({ aliasName }) => ({ serviceName, aliasName: String(aliasName) }))
        for (const body of bodies) await given(target.send(createAlias, { path: { serviceName }, body }))
        const named = await target.send(getFunction, { path: { ...path, qualifier: toFirst?.aliasName ?? '' } })
        context.expectFields(named, context.expectPresent(named), { timeout: versions[0]?.timeout }, 'absent-fails')
        // A target may keep a version that an alias points to.
        await given(target.send(deleteAlias, { path: toFirst ?? {} }))
        const invoke = (qualifier = '') => target.send(invokeFunction, { path: { ...path, qualifier }, rawBody: '{}' })
        // An earlier deletion must not change the versions whose numbers are the beginning of the deleted number.
        let rest = versions
        for (const id of [eleventh, first]) {
          await expectTimeouts(context, path, rest)
          expectResponse(await target.send(deleteVersion, { path: { serviceName, versionId: id ?? '' } }), 204)
          rest = rest.filter((version) => version.id !== id)
          const listed = await listIds(context, serviceName)
          const ids = rest.map((version) => version.id).toReversed()
          context.expectThat(listed.join() === ids.join(), { expected: ids.join(', '), actual: listed.join(', ') })
          const read = await target.send(getFunction, { path: { ...path, qualifier: id ?? '' } })
          expectTolerance(context, read, tolerances.missingQualifier)
        }
        await expectTimeouts(context, path, rest)
        expectTolerance(context, await invoke(first), tolerances.missingQualifier)
        expectResponse(await invoke(tenth), 200)
        expectError(await target.send(createAlias, { path: { serviceName }, body: toBody(first) }), 'VersionNotFound')
        expectResponse(await target.send(createAlias, { path: { serviceName }, body: toBody(tenth) }), 200)
        const kept = await target.send(getAlias, { path: toTenth ?? {} })
        context.expectFields(kept, context.expectPresent(kept), { versionId: tenth }, 'absent-fails')
      },
    }),
    check('pages-follow-the-direction', {
      operation: listVersions,
      level: 'core',
      quirk: 'A29',
      clause: '004 ListVersions, Query direction, limit, nextToken, startKey (FORWARD is observed: quirk A29)',
      async run(context) {
        const [list] = toLists(fc.samples.version)
        if (!list) throw new TypeError('versions are listed in pages')
        const serviceName = await context.fixture.givenService()
        const ids = await givenVersions(context, serviceName, 11)
        const path = { serviceName }
        const listed = { path, query: {}, names: ids }
        const probe = await context.target.send(listVersions, { path, query: { direction: 'FORWARD', limit: 1 } })
        const isForward = expectTolerance(context, probe, tolerances.forwardDirection)
        for (const direction of isForward ? ['FORWARD', 'BACKWARD'] : ['BACKWARD']) {
          const order = direction === 'FORWARD' ? ids : ids.toReversed()
          const whole = await readNames(context, list, listed, { direction, limit: 1 })
          expectNames(context, whole.names, order, whole.last)
          const startKey = order[7] ?? ''
          const part = await readNames(context, list, listed, { direction, limit: 1, startKey })
          expectNames(context, part.names, toRest(context, order, startKey, part.names), part.last)
        }
      },
    }),
  ]

  interface Numbered {
    readonly id: string
    readonly timeout: number
  }

  /** Creates a function and publishes eleven versions, each with another timeout of the function. */
  async function givenNumberedVersions(context: Context) {
    const { target, fixture, given } = context
    const path = await fixture.givenFunction()
    const versions: Numbered[] = []
    for (let timeout = 21; timeout <= 31; timeout += 1) {
      await given(target.send(updateFunction, { path, body: { timeout } }))
      versions.push({ id: (await fixture.givenVersion(path.serviceName)).versionId, timeout })
    }
    return { path, versions: versions as readonly Numbered[] }
  }

  /** The first and the last versions have the function as it was published. */
  async function expectTimeouts(
    { target, expectFields, expectPresent }: Context,
    path: Readonly<Record<'serviceName' | 'functionName', string>>,
    versions: readonly Numbered[],
  ): Promise<void> {
    for (const { id: qualifier, timeout } of versions.filter((_, index) => index < 2 || index > versions.length - 3)) {
      const read = await target.send(getFunction, { path: { ...path, qualifier } })
      expectFields(read, expectPresent(read), { timeout }, 'absent-fails')
    }
  }
  return checks
}
