import { toCitation } from '../../schemas/core/source.ts'
import { toLists } from '../checks/crud/lists.ts'
import { expectNames, readNames } from '../checks/crud/pages.ts'
import { givenReading } from '../checks/readings.ts'
import type { JsonObject } from '../core/assertions/expect-response.ts'
import { expectTolerance } from '../core/assertions/tolerance.ts'
import type { Check } from '../core/check.ts'
import type { Context } from './fixtures.ts'
import { givenChanges, givenSnapshot } from './given.ts'
import type { Fc } from './fc.ts'

/** Which version a qualifier selects. */
export function toQualifierChecks(fc: Fc): readonly Check[] {
  const { check, tolerances } = fc
  const {
    getService,
    getFunction,
    getFunctionCode,
    listFunctions,
    invokeFunction,
    createFunction,
    deleteFunction,
    deleteVersion,
    createAlias,
  } = fc.operations

  const checks: readonly Check[] = [
    ...[getFunction, getFunctionCode, invokeFunction].map((operation) =>
      check('older-version-lacks-newer-function', {
        operation,
        level: 'core',
        clause: `${toCitation(operation.source)} 404, Path qualifier`,
        async run(context) {
          const { path, qualifier } = await givenSnapshot(context)
          const { functionName } = await context.fixture.givenFunction(undefined, path.serviceName)
          const input = { path: { ...path, functionName, qualifier }, ...(operation.body && { rawBody: '{}' }) }
          context.expectError(await context.target.send(operation, input), 'FunctionNotFound')
        },
      }),
    ),
    ...[getService, getFunction, getFunctionCode, listFunctions, invokeFunction].map((operation) =>
      check('version-of-missing-service-is-rejected', {
        operation,
        level: 'core',
        clause: `${toCitation(operation.source)} 404`,
        async run(context) {
          const path = { serviceName: context.name(), functionName: context.name(), qualifier: '1' }
          const input = { path, ...(operation.body && { rawBody: '{}' }) }
          // The source lists both codes, and does not state which one has priority.
          expectTolerance(context, await context.target.send(operation, input), tolerances.missingParentOfVersion)
        },
      }),
    ),
    check('functions-of-version-are-paginated', {
      operation: listFunctions,
      level: 'core',
      clause: '004 ListFunctions, Path qualifier, Query nextToken',
      async run(context) {
        const serviceName = await context.fixture.givenService()
        const base = context.name()
        const make = async (...ends: readonly string[]) => {
          for (const end of ends) {
            const body = context.fixture.functionBody({ functionName: `${base}-${end}` })
            await context.given(context.target.send(createFunction, { path: { serviceName }, body }))
          }
        }
        await make('b', 'd')
        const { versionId: qualifier } = await context.fixture.givenVersion(serviceName)
        await make('a', 'c', 'e')
        const gone = { serviceName, functionName: `${base}-d` }
        await context.given(context.target.send(deleteFunction, { path: gone }))
        const listed = { path: { serviceName, qualifier }, query: {}, names: [`${base}-b`, `${base}-d`] }
        const [list] = toLists(fc.samples.function)
        if (!list) throw new TypeError('functions have no list')
        const { names, last } = await readNames(context, list, listed, { limit: 1 })
        expectNames(context, names.toSorted(), listed.names, last)
      },
    }),
    ...[
      { operation: getService, field: 'internetAccess' },
      { operation: getFunction, field: 'timeout' },
    ].map(({ operation, field }) =>
      check('weighted-alias-reads-as-its-main-version', {
        operation,
        level: 'core',
        clause: `${toCitation(operation.source)}, Path qualifier; 004 Definitions, Alias: versionID`,
        async run(context) {
          const { path, qualifier } = await givenSnapshot(context)
          const before = await givenReading(context, operation, { path: { ...path, qualifier } })
          if (before[field] === undefined) context.skip(`the target omits the optional field ${field}`)
          await givenChanges(context, path)
          const { serviceName } = path
          const { versionId: other } = await context.fixture.givenVersion(serviceName)
          const body = context.fixture.aliasBody(qualifier, { additionalVersionWeight: { [other]: 0.01 } })
          await context.given(context.target.send(createAlias, { path: { serviceName }, body }))
          const aliased = { ...path, qualifier: String(body.aliasName) }
          await expectSooner(context, () => context.target.send(operation, { path: aliased }), {
            [field]: before[field],
          })
        },
      }),
    ),
    check('other-forms-of-version-id-are-rejected', {
      operation: getService,
      level: 'extended',
      clause: '004 GetService 404; 004 Definitions, VersionResponse: versionId, a string',
      async run(context) {
        const { serviceName, versionId } = await context.fixture.givenVersion()
        const path = { serviceName, qualifier: toOtherForm(context, versionId) }
        expectTolerance(context, await context.target.send(getService, { path }), tolerances.otherFormOfVersion)
      },
    }),
    check('other-forms-of-version-id-are-rejected', {
      operation: deleteVersion,
      level: 'extended',
      clause: '004 DeleteVersion 404; 004 Definitions, VersionResponse: versionId, a string',
      async run(context) {
        const { serviceName, versionId } = await context.fixture.givenVersion()
        const path = { serviceName, versionId: toOtherForm(context, versionId) }
        expectTolerance(context, await context.target.send(deleteVersion, { path }), tolerances.otherFormOfVersion)
        context.expectPresent(await context.target.send(getService, { path: { serviceName, qualifier: versionId } }))
      },
    }),
  ]

  /** The version number with a leading zero. */
  function toOtherForm(context: Context, versionId: string): string {
    return /^\d+$/.test(versionId) ? `0${versionId}` : context.skip('the ids of versions are not numbers')
  }

  /** Expects these fields in one of four reads. A read may also return the other version, with a probability of 1 %. */
  async function expectSooner(
    context: Context,
    read: () => ReturnType<Context['target']['send']>,
    expected: JsonObject,
  ): Promise<void> {
    const [field = ''] = Object.keys(expected)
    for (let reads = 0; reads < 3; reads += 1) {
      const response = await read()
      if (context.expectPresent(response)[field] === expected[field]) return
    }
    const last = await read()
    context.expectFields(last, context.expectPresent(last), expected, 'absent-fails')
  }
  return checks
}
