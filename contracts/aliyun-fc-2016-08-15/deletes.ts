import { aliyunFc20160815 } from '../../schemas/aliyun-fc-2016-08-15/api.ts'
import { toCitation } from '../../schemas/core/source.ts'
import type { Check } from '../core/check.ts'
import { expectFreedom } from '../core/freedom.ts'
import { check } from './check.ts'
import { freedoms } from './freedoms.ts'
import { expectUnchanged, findEntry, givenOne, givenReading, type Kind } from './kind.ts'

const { deleteService, deleteFunction, getService, getFunction, getTrigger } = aliyunFc20160815.operations

/** What deleting one kind of resource does, and what it leaves. */
export function toDeleteChecks(kind: Kind): readonly Check[] {
  const { remove: operation, read, nameField } = kind
  const core = { operation, level: 'core' } as const
  const page = toCitation(operation.source)
  return [
    check('takes-it-away', {
      ...core,
      clause: `${page} 204; ${toCitation(read.source)} 404`,
      async run(context) {
        const { path } = await givenOne(context, kind)
        context.expectReply(await context.target.send(operation, { path }), 204)
        const after = await context.target.send(read, { path })
        context.expectAbsent(after)
        context.expectError(after, kind.missing)
      },
    }),
    check('takes-it-out-of-the-list', {
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
    check('refuses-a-second-time', {
      ...core,
      clause: `${page} 404`,
      async run(context) {
        const { path } = await givenOne(context, kind)
        await context.given(context.target.send(operation, { path }))
        context.expectError(await context.target.send(operation, { path }), kind.missing)
      },
    }),
    check('leaves-others-alone', {
      ...core,
      clause: `${page}, Path`,
      async run(context) {
        const { input, path } = await givenOne(context, kind)
        const other = { ...input, body: { ...(input.body as object), [nameField]: context.name() } } // a base request has an object
        await context.given(context.target.send(kind.create, other))
        const otherPath = kind.toPath(other) ?? {}
        const before = await givenReading(context, read, otherPath)
        await context.given(context.target.send(operation, { path }))
        await expectUnchanged(context, read, otherPath, before)
      },
    }),
    check('frees-the-name-and-brings-nothing-back', {
      ...core,
      clause: `${page} 204; ${toCitation(kind.create.source)} 200`,
      async run(context) {
        const { input, path } = await givenOne(context, kind)
        await context.given(context.target.send(operation, { path }))
        const options = Object.keys(kind.options)
        const body = Object.fromEntries(Object.entries(input.body ?? {}).filter(([field]) => !options.includes(field)))
        const least = withRequired(body, input.body ?? {})
        context.expectReply(await context.target.send(kind.create, { ...input, body: least }), 200)
        const after = await context.target.send(read, { path })
        const now = context.expectPresent(after)
        const stale = options.filter((field) => field !== 'invocationRole' && now[field] === kind.options[field])
        const finding = { expected: 'nothing of what was deleted', actual: `its ${stale.join(', ')}` }
        context.expectThat(stale.length === 0, finding, after)
      },
    }),
  ]
}

/** The role of a trigger is required on the page (A12), though it is one of the options here. */
function withRequired(body: object, whole: object): object {
  return 'invocationRole' in whole ? { ...body, invocationRole: whole.invocationRole } : body
}

/** A parent is not deleted while it has children. */
export const parentChecks: readonly Check[] = [
  check('refuses-a-service-that-has-a-function', {
    operation: deleteService,
    level: 'core',
    clause: '004 DeleteService 409',
    async run(context) {
      const path = await context.fixture.givenFunction()
      const before = await givenReading(context, getFunction, path)
      context.expectError(await context.target.send(deleteService, { path }), 'ServiceNotEmpty')
      await expectUnchanged(context, getFunction, path, before)
    },
  }),
  check('deletes-a-service-whose-functions-are-gone', {
    operation: deleteService,
    level: 'core',
    clause: '004 DeleteService 204',
    async run(context) {
      const path = await context.fixture.givenFunction()
      await context.given(context.target.send(deleteFunction, { path }))
      context.expectReply(await context.target.send(deleteService, { path }), 204)
    },
  }),
  check('answers-for-a-service-that-has-a-version', {
    operation: deleteService,
    level: 'core',
    clause: '004 DeleteService 204, 409 (quirk W6)',
    quirk: 'W6',
    async run(context) {
      const path = await context.fixture.givenVersion()
      const sent = await context.target.send(deleteService, { path })
      const isGone = expectFreedom(context, sent, freedoms.serviceWithVersions)
      const { serviceName } = path
      const read = await context.target.send(getService, { path: { serviceName } })
      if (isGone) context.expectAbsent(read)
      else context.expectPresent(read)
    },
  }),
  check('refuses-a-function-that-has-a-trigger', {
    operation: deleteFunction,
    level: 'core',
    clause: '004 DeleteFunction 409',
    async run(context) {
      const path = await context.fixture.givenTrigger()
      const before = await givenReading(context, getTrigger, path)
      context.expectError(await context.target.send(deleteFunction, { path }), 'FunctionNotEmpty')
      await expectUnchanged(context, getTrigger, path, before)
    },
  }),
]
