import { aliyunFc20160815 } from '../../schemas/aliyun-fc-2016-08-15/api.ts'
import { expectUnchanged, givenReading } from '../checks/readings.ts'
import { type JsonObject, readObject } from '../core/assertions/expect-response.ts'
import { readEntries } from '../core/assertions/find-in-list.ts'
import { expectTolerance } from '../core/assertions/tolerance.ts'
import type { Check } from '../core/check.ts'
import type { Exchange } from '../core/http/exchange.ts'
import { toVersion } from './samples.ts'
import { check } from './fc.ts'
import type { Context } from '../aliyun-fc/fixtures.ts'
import { tolerances } from './tolerances.ts'
import { givenVersions } from '../aliyun-fc/given.ts'

const { createAlias, getAlias, updateAlias, listVersions } = aliyunFc20160815.operations

/** Aliases when several versions exist. */
export const aliasStateChecks: readonly Check[] = [
  check('duplicate-create-keeps-version-of-first', {
    operation: createAlias,
    level: 'core',
    clause: '004 CreateAlias 409',
    async run(context) {
      const { path, body, versions } = await givenAliasAndVersions(context)
      const before = await givenReading(context, getAlias, { path })
      const second = { ...body, ...toVersion(versions[1]), description: 'the second' }
      await context.target.send(createAlias, { path: { serviceName: path.serviceName }, body: second })
      await expectUnchanged(context, getAlias, { path }, before)
    },
  }),
  check('rejected-name-stays-available', {
    operation: createAlias,
    level: 'core',
    clause: '004 CreateAlias 200, 404, 409',
    async run({ target, fixture, expectResponse }) {
      const { serviceName, versionId } = await fixture.givenVersion()
      const path = { serviceName }
      const body = fixture.aliasBody('4294967296')
      await target.send(createAlias, { path, body })
      expectResponse(await target.send(createAlias, { path, body: { ...body, ...toVersion(versionId) } }), 200)
    },
  }),
  check('missing-version-changes-nothing', {
    operation: updateAlias,
    level: 'core',
    clause: '004 UpdateAlias 404',
    async run(context) {
      const { serviceName, aliasName } = await context.fixture.givenAlias({ description: 'the first' })
      const path = { serviceName, aliasName }
      const before = await givenReading(context, getAlias, { path })
      const body = { ...toVersion('4294967296'), description: 'another text' }
      context.expectError(await context.target.send(updateAlias, { path, body }), 'VersionNotFound')
      await expectUnchanged(context, getAlias, { path }, before)
    },
  }),
  check('update-replaces-weights', {
    operation: updateAlias,
    level: 'core',
    quirk: 'A7',
    clause: '004 UpdateAlias 200; 004 Definitions, AliasUpdateFields: additionalVersionWeight',
    async run(context) {
      const { path, versions } = await givenAliasAndVersions(context, 3)
      const [first, second, third] = versions
      // An empty map of weights may be absent from the response.
      for (const [weights, absent] of [
        [{ [second]: 0.25 }, 'absent-fails'],
        [{ [third]: 0.5 }, 'absent-fails'],
        [{}, 'absent-passes'],
      ] as const) {
        const expected = { additionalVersionWeight: weights }
        const body = { ...toVersion(first), ...expected }
        context.expectResponse(await context.target.send(updateAlias, { path, body }))
        const read = await context.target.send(getAlias, { path })
        context.expectFields(read, context.expectPresent(read), expected, absent)
      }
    },
  }),
  ...([createAlias, updateAlias] as const).flatMap((operation) => [
    check('weight-of-missing-version-is-handled', {
      operation,
      level: 'core',
      clause: `004 ${operation.id} 404; 004 Definitions, Alias: additionalVersionWeight`,
      async run(context) {
        const { path, body, versions } = await givenAliasAndVersions(context)
        const before = await givenReading(context, getAlias, { path })
        const weights = { additionalVersionWeight: { 4294967296: 0.25 } }
        const { serviceName } = path
        const aliasName = operation === createAlias ? context.name() : path.aliasName
        const sent = await context.target.send(
          operation,
          operation === createAlias
            ? { path: { serviceName }, body: { ...body, aliasName, ...weights } }
            : { path, body: { ...toVersion(versions[1]), description: 'another text', ...weights } },
        )
        if (expectTolerance(context, sent, tolerances.weightOfMissingVersion)) return
        if (operation === updateAlias) return await expectUnchanged(context, getAlias, { path }, before)
        context.expectAbsent(await context.target.send(getAlias, { path: { serviceName, aliasName } }))
      },
    }),
    check('alias-change-keeps-version', {
      operation,
      level: 'core',
      clause: `004 ${operation.id} 200; 004 ListVersions 200`,
      async run(context) {
        const { path, body, versions } = await givenAliasAndVersions(context)
        const { serviceName } = path
        const entryOf = (list: Exchange) => findVersion(readObject(list), versions[1])
        const list = () => context.target.send(listVersions, { path: { serviceName } })
        const before = entryOf(await context.given(list()))
        const named = { ...toVersion(versions[1]), description: 'description of the alias' }
        await context.given(
          operation === createAlias
            ? context.target.send(createAlias, {
                path: { serviceName },
                body: { ...body, ...named, aliasName: context.name() },
              })
            : context.target.send(updateAlias, { path, body: named }),
        )
        const after = await list()
        context.expectResponse(after)
        context.expectFields(after, entryOf(after), before, 'absent-fails')
      },
    }),
  ]),
]

/** Creates several versions, and an alias with a description for the first of them. */
async function givenAliasAndVersions(context: Context, count: 2 | 3 = 2) {
  const serviceName = await context.fixture.givenService()
  const [first = '', second = '', third = ''] = await givenVersions(context, serviceName, count)
  const body = context.fixture.aliasBody(first, { description: 'the first' })
  await context.given(context.target.send(createAlias, { path: { serviceName }, body }))
  return { path: { serviceName, aliasName: String(body.aliasName) }, body, versions: [first, second, third] as const }
}

/** The documented fields of a version in a list. */
function findVersion(list: JsonObject, versionId: string): JsonObject {
  const entry = readEntries(list, 'versions').find((item) => item.versionId === versionId) ?? {}
  const fields = ['versionId', 'description', 'createdTime', 'lastModifiedTime']
  return Object.fromEntries(fields.flatMap((field) => (field in entry ? [[field, entry[field]]] : [])))
}
