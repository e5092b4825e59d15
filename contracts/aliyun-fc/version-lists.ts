import { toRest } from '../checks/crud/pages.ts'
import { readObject } from '../core/assertions/expect-response.ts'
import { expectTolerance } from '../core/assertions/tolerance.ts'
import type { Check } from '../core/check.ts'
import type { Exchange } from '../core/http/exchange.ts'
import type { Context, Path } from './fixtures.ts'
import { givenVersions, listIds, toIds } from './given.ts'
import type { Fc } from './fc.ts'

/** The order of a list of versions: the order of publication, in either direction. */
export function toVersionListChecks(fc: Fc): readonly Check[] {
  const { check, tolerances } = fc
  const { listVersions } = fc.operations

  const checks: readonly Check[] = [
    check('newest-version-is-listed-first', {
      operation: listVersions,
      level: 'core',
      clause: '004 ListVersions, Query direction: BACKWARD by default',
      async run(context) {
        const serviceName = await context.fixture.givenService()
        const ids = await givenVersions(context, serviceName, 3)
        const listed = await listIds(context, serviceName)
        expectIds(context, listed, ids.toReversed())
      },
    }),
    check('list-names-its-direction', {
      operation: listVersions,
      level: 'core',
      clause: '004 ListVersions 200: direction; Query direction: BACKWARD by default',
      async run({ target, fixture, expectResponse, expectFields, note }) {
        const { serviceName } = await fixture.givenVersion()
        const sent = await target.send(listVersions, { path: { serviceName } })
        const { direction } = expectResponse(sent)
        if (direction === undefined) return note('the direction in the list of versions', 'absent')
        expectFields(sent, { direction }, { direction: 'BACKWARD' }, 'absent-passes')
      },
    }),
    check('explicit-default-direction-is-accepted', {
      operation: listVersions,
      level: 'core',
      clause: '004 ListVersions, Query direction: BACKWARD by default',
      async run(context) {
        const serviceName = await context.fixture.givenService()
        const ids = await givenVersions(context, serviceName, 2)
        const listed = await listIds(context, serviceName, { direction: 'BACKWARD' })
        expectIds(context, listed, ids.toReversed())
      },
    }),
    check('forward-direction-is-handled', {
      operation: listVersions,
      level: 'extended',
      quirk: 'A29',
      clause: '004 ListVersions, Query direction (FORWARD is observed: quirk A29)',
      async run(context) {
        const serviceName = await context.fixture.givenService()
        const ids = await givenVersions(context, serviceName, 3)
        const path = { serviceName }
        const sent = await context.target.send(listVersions, { path, query: { direction: 'FORWARD' } })
        if (!expectTolerance(context, sent, tolerances.forwardDirection)) return
        const listed = toIds(readObject(sent).versions)
        expectIds(context, listed, ids, sent)
        context.expectFields(sent, readObject(sent), { direction: 'FORWARD' }, 'absent-passes')
        await expectFrom(context, serviceName, ids, { direction: 'FORWARD', startKey: ids[1] ?? '' })
      },
    }),
    check('versions-sort-numerically', {
      operation: listVersions,
      level: 'core',
      clause: '004 ListVersions, Query direction: BACKWARD by default; Query startKey',
      async run(context) {
        const serviceName = await context.fixture.givenService()
        const ids = (await givenVersions(context, serviceName, 11)).toReversed()
        const listed = await listIds(context, serviceName)
        expectIds(context, listed, ids)
        await expectFrom(context, serviceName, ids, { startKey: ids[1] ?? '' })
      },
    }),
  ]

  /** Expects the versions from the start key. */
  async function expectFrom(
    context: Context,
    serviceName: string,
    whole: readonly string[],
    query: Path & { readonly startKey: string },
  ): Promise<void> {
    const listed = await listIds(context, serviceName, query)
    expectIds(context, listed, toRest(context, whole, query.startKey, listed))
  }

  function expectIds(
    { expectThat }: Context,
    listed: readonly string[],
    ids: readonly string[],
    sent?: Exchange,
  ): void {
    const [expected, actual] = [ids.join(', '), listed.join(', ')]
    expectThat(actual === expected, { expected, actual }, sent)
  }
  return checks
}
