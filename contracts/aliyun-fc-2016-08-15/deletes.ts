import { aliyunFc20160815 } from '../../schemas/aliyun-fc-2016-08-15/api.ts'
import { toCitation } from '../../schemas/core/source.ts'
import type { Check } from '../core/check.ts'
import { type JsonObject, readObject } from '../core/assertions/expect-response.ts'
import { expectTolerance } from '../core/assertions/tolerance.ts'
import { check } from './check.ts'
import type { Path } from './fixtures.ts'
import { tolerances } from './tolerances.ts'
import { type Context, expectUnchanged, findEntry, givenOne, givenReading, type Kind } from './kind.ts'
import { functionKind, serviceKind, triggerKind } from './kinds.ts'

const { deleteService, getService, listAliases, createService } = aliyunFc20160815.operations

/** What deleting one kind of resource does, and what it leaves. */
export function toDeleteChecks(kind: Kind): readonly Check[] {
  const { remove: operation, read, nameField } = kind
  const core = { operation, level: 'core' } as const
  const page = toCitation(operation.source)
  return [
    check('deleted-resource-is-gone', {
      ...core,
      clause: `${page} 204; ${toCitation(read.source)} 404`,
      async run(context) {
        const { path } = await givenOne(context, kind)
        context.expectResponse(await context.target.send(operation, { path }), 204)
        const after = await context.target.send(read, { path })
        context.expectAbsent(after)
        context.expectError(after, kind.missing)
      },
    }),
    check('deleted-resource-is-not-listed', {
      ...core,
      clause: `${page} 204; ${toCitation(kind.list.source)} 200`,
      async run(context) {
        const { input, path } = await givenOne(context, kind)
        await context.given(context.target.send(operation, { path }))
        const wanted = String(path[nameField])
        const { entry, page: last } = await findEntry(context, kind, input, wanted)
        const finding = { expected: `${kind.list.id} not to list ${wanted}`, actual: 'it is still in the list' }
        context.expectThat(entry === undefined, finding, last)
      },
    }),
    check('second-delete-is-rejected', {
      ...core,
      clause: `${page} 404`,
      async run(context) {
        const { path } = await givenOne(context, kind)
        await context.given(context.target.send(operation, { path }))
        context.expectError(await context.target.send(operation, { path }), kind.missing)
      },
    }),
    check('other-resources-are-unchanged', {
      ...core,
      clause: `${page}, Path`,
      async run(context) {
        const { input, path } = await givenOne(context, kind)
        const other = { ...input, body: { ...(input.body as object), [nameField]: `${path[nameField]}2` } } // a base request has an object
        await context.given(context.target.send(kind.create, other))
        const otherPath = kind.toPath(other) ?? {}
        const before = await givenReading(context, read, otherPath)
        await context.given(context.target.send(operation, { path }))
        await expectUnchanged(context, read, otherPath, before)
      },
    }),
    check('recreated-resource-is-new', {
      ...core,
      clause: `${page} 204; ${toCitation(kind.create.source)} 200`,
      async run(context) {
        const { input, path } = await givenOne(context, kind)
        await context.given(context.target.send(operation, { path }))
        const options = Object.keys(kind.options)
        const body = Object.fromEntries(Object.entries(input.body ?? {}).filter(([field]) => !options.includes(field)))
        const least = withRequired(body, input.body ?? {})
        context.expectResponse(await context.target.send(kind.create, { ...input, body: least }), 200)
        const after = await context.target.send(read, { path })
        const now = context.expectPresent(after)
        const stale = options.filter((field) => field !== 'invocationRole' && now[field] === kind.options[field])
        const finding = { expected: 'nothing of what was deleted', actual: `its ${stale.join(', ')}` }
        context.expectThat(stale.length === 0, finding, after)
      },
    }),
    ...(kind.idField === undefined ? [] : [toIdCheck(kind, kind.idField)]),
  ]
}

function toIdCheck(kind: Kind, idField: string): Check {
  return check('recreated-resource-has-new-id', {
    operation: kind.create,
    level: 'extended',
    clause: `004 Definitions, ${kind.create.tag}Response: ${idField}, a unique id`,
    async run(context) {
      const { input, created, path } = await givenOne(context, kind)
      await context.given(context.target.send(kind.remove, { path }))
      const again = await context.given(context.target.send(kind.create, input))
      const [first, second] = [created, again].map((item) => readObject(item)[idField])
      if (first === undefined || second === undefined) return context.note(`${idField} in the responses`, 'left out')
      const finding = { expected: `another ${idField} than that of the one before`, actual: `${String(second)} again` }
      context.expectThat(first !== second, finding, again)
    },
  })
}

/** The role of a trigger is required on the page (A12), though it is one of the options here. */
function withRequired(body: object, whole: object): object {
  return 'invocationRole' in whole ? { ...body, invocationRole: whole.invocationRole } : body
}

/** A parent is not deleted while it has children. */
export const parentChecks: readonly Check[] = [
  ...toParentChecks({
    parent: serviceKind,
    child: functionKind,
    words: { parent: 'service', child: 'function', notEmpty: 'ServiceNotEmpty' },
    arrange: async ({ fixture }) => {
      return async (serviceName) => ({ serviceName: await fixture.givenService({ serviceName }) })
    },
    toBody: ({ fixture }) => fixture.functionBody(),
  }),
  ...toParentChecks({
    parent: functionKind,
    child: triggerKind,
    words: { parent: 'function', child: 'trigger', notEmpty: 'FunctionNotEmpty' },
    async arrange({ fixture }) {
      const serviceName = await fixture.givenService()
      return (functionName) => fixture.givenFunction({ functionName }, serviceName)
    },
    toBody: ({ fixture }) => fixture.triggerBody(),
  }),
  check('service-with-version-is-handled', {
    operation: deleteService,
    level: 'core',
    clause: '004 DeleteService 204, 409 (quirk W6)',
    quirk: 'W6',
    async run(context) {
      const path = await context.fixture.givenVersion()
      const sent = await context.target.send(deleteService, { path })
      const isGone = expectTolerance(context, sent, tolerances.serviceWithVersions)
      const { serviceName } = path
      const read = await context.target.send(getService, { path: { serviceName } })
      if (isGone) context.expectAbsent(read)
      else context.expectPresent(read)
    },
  }),
  check('recreated-service-has-no-old-aliases', {
    operation: deleteService,
    level: 'core',
    clause: '004 DeleteService 204; 004 ListAliases 200 (quirk W6)',
    quirk: 'W6',
    async run(context) {
      const { serviceName } = await context.fixture.givenAlias()
      const path = { serviceName }
      const deleted = await context.target.send(deleteService, { path })
      if (deleted.response.status !== 204) return context.note('deleting a service that has an alias', 'refused')
      await context.given(context.target.send(createService, { body: { serviceName } }))
      const sent = await context.target.send(listAliases, { path })
      const { aliases = [] } = context.expectResponse(sent)
      const isEmpty = aliases === null || (Array.isArray(aliases) && aliases.length === 0)
      context.expectThat(isEmpty, { expected: 'no aliases', actual: JSON.stringify(aliases) }, sent)
    },
  }),
]

interface Family {
  readonly parent: Kind
  readonly child: Kind
  readonly words: { readonly parent: string; readonly child: string; readonly notEmpty: string }
  /** Makes parents beside each other, by name. */
  readonly arrange: (context: Context) => Promise<(name: string) => Promise<Path>>
  /** A valid body of a new child. */
  readonly toBody: (context: Context) => JsonObject
}

function toParentChecks({ parent, child, words, arrange, toBody }: Family): readonly Check[] {
  const { remove: operation } = parent
  const core = { operation, level: 'core' } as const
  const page = toCitation(operation.source)
  const givenChild = async (context: Context, path: Path) => {
    const body = toBody(context)
    await context.given(context.target.send(child.create, { path, body }))
    return { body, path: { ...path, [child.nameField]: String(body[child.nameField]) } }
  }
  return [
    check(`${words.parent}-with-${words.child}-is-rejected`, {
      ...core,
      clause: `${page} 409`,
      async run(context) {
        const name = context.name()
        const path = await (await arrange(context))(name)
        const { path: below } = await givenChild(context, path)
        const before = await givenReading(context, child.read, below)
        const own = await givenReading(context, parent.read, path)
        context.expectError(await context.target.send(operation, { path }), words.notEmpty)
        await expectUnchanged(context, child.read, below, before)
        await expectUnchanged(context, parent.read, path, own)
        const { entry, page: last } = await findEntry(context, parent, { path }, name)
        const finding = { expected: `${name} still to be listed`, actual: 'it is not in the list' }
        context.expectThat(entry !== undefined, finding, last)
      },
    }),
    check(`${words.parent}-without-${words.child}s-is-deleted`, {
      ...core,
      clause: `${page} 204`,
      async run(context) {
        const path = await (await arrange(context))(context.name())
        const { path: below, body } = await givenChild(context, path)
        // What is refused must not count as one that is there.
        await context.target.send(child.create, { path, body })
        await context.target.send(child.create, { path, rawBody: '{' })
        await context.given(context.target.send(child.remove, { path: below }))
        context.expectResponse(await context.target.send(operation, { path }), 204)
      },
    }),
    check(`delete-ignores-${words.child}s-of-similar-${words.parent}`, {
      ...core,
      clause: `${page} 204, 409, Path`,
      async run(context) {
        const name = context.name()
        const toParent = await arrange(context)
        const path = await toParent(name)
        const children = []
        for (const ending of ['2', '-y']) children.push(await givenChild(context, await toParent(`${name}${ending}`)))
        context.expectResponse(await context.target.send(operation, { path }), 204)
        for (const { path: below } of children) {
          context.expectPresent(await context.target.send(child.read, { path: below }))
        }
      },
    }),
  ]
}
