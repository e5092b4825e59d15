import type { Operation } from '../../schemas/core/operation.ts'
import { toCitation } from '../../schemas/core/source.ts'
import { readDocumented } from '../checks/readings.ts'
import { isObject, type JsonObject, readObject } from '../core/assertions/expect-response.ts'
import { expectTolerance } from '../core/assertions/tolerance.ts'
import type { Check } from '../core/check.ts'
import type { Context, Path } from './fixtures.ts'
import { givenChanges, givenSnapshot } from './given.ts'
import type { Fc } from './fc.ts'

/** A path with a version or an alias reads the published state. */
export function toQualifiedChecks(fc: Fc): readonly Check[] {
  const { check, tolerances, toVersion } = fc
  const { getService, getFunction, getFunctionCode, listFunctions, invokeFunction, createAlias, updateAlias } =
    fc.operations

  /** An operation whose path may name a version, and the part of its response that a version must keep. */
  interface Reading {
    readonly operation: Operation
    readonly toKept: (body: JsonObject) => JsonObject
  }

  const readings: readonly Reading[] = [
    // No source states whether a version shows the description of the service or its own description.
    { operation: getService, toKept: (body) => pick(body, 'internetAccess') },
    { operation: getFunction, toKept: (body) => pick(body, 'timeout', 'codeChecksum') },
    { operation: listFunctions, toKept: ({ functions }) => ({ functions: toFirst(functions) }) },
    { operation: getFunctionCode, toKept: (body) => pick(body, 'checksum') },
  ]

  const checks: readonly Check[] = [
    ...readings.flatMap(({ operation, toKept }) => [
      check('version-reads-as-published', {
        operation,
        level: 'core',
        clause: `${toCitation(operation.source)}, Path qualifier`,
        async run(context) {
          const { path, qualifier } = await givenSnapshot(context)
          const before = toKept(readDocumented(await context.given(context.target.send(operation, { path }))))
          if (Object.keys(before).length === 0)
            context.skip('the response has none of the optional fields that the check compares')
          await givenChanges(context, path)
          const read = await context.target.send(operation, { path: { ...path, qualifier } })
          context.expectFields(read, toKept(context.expectPresent(read)), before, 'absent-fails')
          const latest = toKept(readObject(await context.given(context.target.send(operation, { path }))))
          const isOther = JSON.stringify(latest) !== JSON.stringify(before)
          const symptom = { part: 'field', names: Object.keys(before), problem: 'another value' } as const
          const finding = { expected: 'the unpublished state has changed', actual: JSON.stringify(latest), symptom }
          context.expectThat(isOther, finding, read)
        },
      }),
      check('alias-reads-as-its-version', {
        operation,
        level: 'core',
        clause: `${toCitation(operation.source)}, Path qualifier`,
        async run(context) {
          const { path, qualifier } = await givenSnapshot(context)
          await givenChanges(context, path)
          const { versionId: later } = await context.fixture.givenVersion(path.serviceName)
          const body = context.fixture.aliasBody(qualifier)
          const { serviceName } = path
          await context.given(context.target.send(createAlias, { path: { serviceName }, body }))
          const aliasName = String(body.aliasName)
          await expectSameReading(context, { operation, toKept }, path, [aliasName, qualifier])
          const moved = toVersion(later)
          await context.given(context.target.send(updateAlias, { path: { serviceName, aliasName }, body: moved }))
          await expectSameReading(context, { operation, toKept }, path, [aliasName, later])
        },
      }),
    ]),
    ...[...readings.map(({ operation }) => operation), invokeFunction].flatMap((operation) =>
      [
        { name: 'missing-version-is-rejected', toQualifier: () => '4294967296' },
        { name: 'missing-alias-as-qualifier-is-rejected', toQualifier: (context: Context) => context.name() },
      ].map(({ name, toQualifier }) =>
        check(name, {
          operation,
          level: 'core',
          clause: `${toCitation(operation.source)} 404`,
          async run(context) {
            const { path } = await givenSnapshot(context)
            const qualified = { ...path, qualifier: toQualifier(context) }
            expectTolerance(
              context,
              await context.target.send(operation, { path: qualified }),
              tolerances.missingQualifier,
            )
          },
        }),
      ),
    ),
    check('version-and-alias-are-invoked', {
      operation: invokeFunction,
      level: 'core',
      clause: '004 InvokeFunction, Path qualifier',
      async run(context) {
        const { path, qualifier } = await givenSnapshot(context)
        const body = context.fixture.aliasBody(qualifier)
        await context.given(context.target.send(createAlias, { path: { serviceName: path.serviceName }, body }))
        for (const item of [qualifier, String(body.aliasName)]) {
          const sent = await context.target.send(invokeFunction, { path: { ...path, qualifier: item }, rawBody: '{}' })
          context.expectResponse(sent, 200)
        }
      },
    }),
  ]

  async function expectSameReading(
    context: Context,
    { operation, toKept }: Reading,
    path: Path,
    [alias, version]: readonly [string, string],
  ): Promise<void> {
    const expected = await context.given(context.target.send(operation, { path: { ...path, qualifier: version } }))
    const read = await context.target.send(operation, { path: { ...path, qualifier: alias } })
    context.expectFields(read, toKept(context.expectPresent(read)), toKept(readObject(expected)), 'absent-fails')
  }

  /** The compared fields of the first function in a list. */
  function toFirst(functions: unknown): unknown {
    const [first] = Array.isArray(functions) ? functions : []
    return [isObject(first) ? pick(first, 'timeout', 'codeChecksum') : {}]
  }

  /** These fields of a response. Absent fields are left out. */
  function pick(body: JsonObject, ...fields: readonly string[]): JsonObject {
    return Object.fromEntries(fields.flatMap((field) => (body[field] === undefined ? [] : [[field, body[field]]])))
  }
  return checks
}
