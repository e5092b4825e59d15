import { aliyunFc20160815 } from '../../schemas/aliyun-fc-2016-08-15/api.ts'
import { toCitation } from '../../schemas/core/source.ts'
import type { Check } from '../core/check.ts'
import type { JsonObject } from '../core/assertions/expect-response.ts'
import { readEntries } from '../core/assertions/find-in-list.ts'
import { check } from './check.ts'
import type { Path } from './fixtures.ts'
import type { Context, Kind } from './kind.ts'
import { aliasKind, functionKind, triggerKind } from './kinds.ts'

const { deleteVersion, getService } = aliyunFc20160815.operations

/** What lives in a parent, as a row of what differs between the kinds. */
interface Nest {
  readonly kind: Kind
  /** Makes a parent of this name, beside those made before, and responses its path and how to make a body for it. */
  readonly arrange: (context: Context) => Promise<(name: string) => Promise<Parent>>
}

interface Parent {
  readonly path: Path
  readonly toBody: (name: string) => JsonObject
}

const isNested: readonly Nest[] = [
  {
    kind: functionKind,
    arrange: async (context) => async (serviceName) => ({
      path: { serviceName: await context.fixture.givenService({ serviceName }) },
      toBody: (functionName) => context.fixture.functionBody({ functionName }),
    }),
  },
  {
    kind: triggerKind,
    async arrange({ fixture }) {
      const serviceName = await fixture.givenService()
      return async (functionName) => ({
        path: await fixture.givenFunction({ functionName }, serviceName),
        toBody: (triggerName) => fixture.triggerBody({ triggerName }),
      })
    },
  },
  {
    kind: aliasKind,
    arrange: async ({ fixture }) => {
      return async (name) => {
        const { serviceName, versionId } = await fixture.givenVersion(await fixture.givenService({ serviceName: name }))
        return { path: { serviceName }, toBody: (aliasName) => fixture.aliasBody(versionId, { aliasName }) }
      }
    },
  },
]

/** Parents whose names begin alike, and children of one name in several of them: each is told from the others. */
export const nameIsolationChecks: readonly Check[] = [
  ...isNested.flatMap(toNameIsolationChecks),
  check('delete-keeps-versions-of-other-services', {
    operation: deleteVersion,
    level: 'core',
    clause: '004 DeleteVersion, Path serviceName',
    async run({ fixture, target, given, name, expectPresent }) {
      const base = name()
      const [one, other] = [
        await fixture.givenVersion(await fixture.givenService({ serviceName: base })),
        await fixture.givenVersion(await fixture.givenService({ serviceName: `${base}2` })),
      ]
      await given(target.send(deleteVersion, { path: one }))
      const path = { serviceName: other.serviceName, qualifier: other.versionId }
      expectPresent(await target.send(getService, { path }))
    },
  }),
]

function toNameIsolationChecks({ kind, arrange }: Nest): readonly Check[] {
  const { create, read, list, remove, entries, nameField } = kind
  const make = async (context: Context, parent: Parent, name: string) => {
    return await context.target.send(create, { path: parent.path, body: parent.toBody(name) })
  }
  const expectThere = async (context: Context, parent: Parent, name: string) => {
    const found = await context.target.send(read, { path: { ...parent.path, [nameField]: name } })
    context.expectFields(found, context.expectPresent(found), { [nameField]: name }, 'absent-passes')
  }
  return [
    check('parent-and-name-are-not-concatenated', {
      operation: create,
      level: 'core',
      clause: `${toCitation(create.source)} 200, 409, Path`,
      async run(context) {
        const [first, middle, last] = [context.name(), context.name(), context.name()]
        const toParent = await arrange(context)
        const one = await toParent(first)
        for (const mark of ['-', '_']) {
          const other = await toParent(`${first}${mark}${middle}`)
          await context.given(make(context, one, `${middle}${mark}${last}`))
          context.expectResponse(await make(context, other, last))
          await expectThere(context, one, `${middle}${mark}${last}`)
          await expectThere(context, other, last)
        }
      },
    }),
    check('list-excludes-similar-parents', {
      operation: list,
      level: 'core',
      clause: `${toCitation(list.source)} 200, Path`,
      async run(context) {
        const base = context.name()
        const toParent = await arrange(context)
        const made: { readonly parent: Parent; readonly name: string }[] = []
        for (const ending of ['', '2', '-y']) {
          const parent = await toParent(`${base}${ending}`)
          const name = context.name()
          await context.given(make(context, parent, name))
          made.push({ parent, name })
        }
        for (const { parent, name } of made) {
          const sent = await context.target.send(list, { path: parent.path, query: { limit: 100 } })
          const names = readEntries(context.expectResponse(sent), entries).map((item) => String(item[nameField]))
          const finding = { expected: `its own ${name} alone`, actual: `the entries ${names.join(', ')}` }
          context.expectThat(names.join() === name, finding, sent)
        }
      },
    }),
    check('delete-keeps-same-name-in-other-parents', {
      operation: remove,
      level: 'core',
      clause: `${toCitation(remove.source)}, Path`,
      async run(context) {
        const [base, name] = [context.name(), context.name()]
        const parents = await givenParents(context, arrange, base)
        for (const parent of parents) await context.given(make(context, parent, name))
        const [one, ...others] = parents
        await context.given(context.target.send(remove, { path: { ...one?.path, [nameField]: name } }))
        for (const parent of others) await expectThere(context, parent, name)
      },
    }),
  ]
}

/** Two parents beside each other whose names begin alike, and one of the first name elsewhere, where there is an elsewhere. */
async function givenParents(context: Context, arrange: Nest['arrange'], base: string): Promise<readonly Parent[]> {
  const here = await arrange(context)
  const beside = [await here(base), await here(`${base}2`)]
  const isOfService = Object.keys(beside[0]?.path ?? {}).length === 1
  return isOfService ? beside : [...beside, await (await arrange(context))(base)]
}
