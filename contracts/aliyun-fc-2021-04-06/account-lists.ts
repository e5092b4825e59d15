import { aliyunFc20210406 as api } from '../../schemas/aliyun-fc-2021-04-06/api.ts'
import { toCount } from '../../schemas/core/lib/count.ts'
import type { Operation } from '../../schemas/core/operation.ts'
import { toCitation } from '../../schemas/core/source.ts'
import { givenPath } from '../checks/sample.ts'
import type { JsonObject } from '../core/assertions/expect-response.ts'
import { readEntries } from '../core/assertions/find-in-list.ts'
import { type Check, defineCheck } from '../core/check.ts'
import type { CoreContext } from '../core/context.ts'
import type { Exchange } from '../core/http/exchange.ts'
import type { Path } from '../core/resource-path.ts'
import { functionSample } from './samples.ts'
import { givenTagged } from './tags.ts'

const {
  listTaggedResources,
  listStatefulAsyncInvocationFunctions,
  putFunctionAsyncInvokeConfig,
  deleteFunctionAsyncInvokeConfig,
  tagResource,
  untagResource,
} = api.operations

/** An entry that a check created in a list of the whole account, and that others may share. */
interface Own {
  readonly expected: JsonObject
  readonly isEntry: (entry: JsonObject) => boolean
  /** Changes the entry; returns its new values. */
  readonly change?: () => Promise<JsonObject>
  readonly remove: () => Promise<unknown>
}

interface AccountList {
  readonly operation: Operation
  readonly entries: string
  /** Operations that fill and empty the list. */
  readonly writes: readonly [add: Operation, remove: Operation]
  readonly make: (context: CoreContext) => Promise<Own>
}

const tagged: AccountList = {
  operation: listTaggedResources,
  entries: 'resources',
  writes: [tagResource, untagResource],
  async make(context) {
    const tags = { [context.name()]: 'a value', second: 'zwei äöü 二' }
    const resourceArn = await givenTagged(context, tags)
    return {
      expected: { tags },
      isEntry: (entry) => String(entry.resourceArn).endsWith(`:${resourceArn}`),
      async change() {
        const more = { second: 'another value', third: 'added' }
        await context.given(context.target.send(tagResource, { body: { resourceArn, tags: more } }))
        return { tags: { ...tags, ...more } }
      },
      remove: async () => await context.given(context.target.send(untagResource, { body: { resourceArn, all: true } })),
    }
  },
}

const withTasks: AccountList = {
  operation: listStatefulAsyncInvocationFunctions,
  entries: 'data',
  writes: [putFunctionAsyncInvokeConfig, deleteFunctionAsyncInvokeConfig],
  async make(context) {
    const path: Path = { ...(await givenPath(context, functionSample)), qualifier: 'LATEST' }
    const body = { statefulInvocation: true }
    await context.given(context.target.send(putFunctionAsyncInvokeConfig, { path, body }))
    return {
      expected: path,
      isEntry: ({ functionName, serviceName }) =>
        functionName === path.functionName && serviceName === path.serviceName,
      remove: async () => await context.given(context.target.send(deleteFunctionAsyncInvokeConfig, { path })),
    }
  },
}

/** Lists of the whole account that nothing filters: only the entries of the check are known. */
export const accountListChecks: readonly Check[] = [tagged, withTasks].flatMap((list) => {
  const { operation, writes, make } = list
  const source = toCitation(operation.source)
  const core = { operation, level: 'core' } as const
  return [
    defineCheck('list-shows-what-was-stored', {
      ...core,
      clause: `${source} 200; ${toCitation(writes[0].source)} 200`,
      async run(context) {
        const [one, other] = [await make(context), await make(context)]
        for (const own of [one, other]) await expectEntry(context, list, own, own.expected)
        if (!one.change) return
        await expectEntry(context, list, one, await one.change())
        await expectEntry(context, list, other, other.expected)
      },
    }),
    defineCheck('removed-entry-is-not-listed', {
      ...core,
      clause: `${source} 200; ${toCitation(writes[1].source)}`,
      async run(context) {
        const [one, other] = [await make(context), await make(context)]
        await expectEntry(context, list, one, one.expected)
        await one.remove()
        const { found, last } = await findEntries(context, list, [one], 100)
        context.expectThat(found.length === 0, { expected: 'no removed entry', actual: 'the entry' }, last)
        await expectEntry(context, list, other, other.expected)
      },
    }),
    ...[1, 2, 3, 100].map((limit) =>
      defineCheck(`pages-are-complete-and-disjoint-with-limit-${limit}`, {
        ...core,
        clause: `${source}, Query limit, nextToken`,
        async run(context) {
          const own = [await make(context), await make(context), await make(context), await make(context)]
          const { found, last } = await findEntries(context, list, own, limit)
          const finding = { expected: 'each of four entries once', actual: toCount(found.length, 'entry', 'entries') }
          context.expectThat(found.length === own.length, finding, last)
        },
      }),
    ),
    defineCheck('default-page-size-is-20', {
      ...core,
      clause: `${source}, Query limit: 20 by default`,
      async run(context) {
        for (let count = 0; count < 21; count += 1) await make(context)
        const page = await context.target.send(operation)
        const body = context.expectResponse(page)
        const { length } = readEntries(body, list.entries)
        context.expectThat(length === 20, { expected: '20 entries', actual: toCount(length, 'entry', 'entries') }, page)
        const hasMore = typeof body.nextToken === 'string' && body.nextToken !== ''
        context.expectThat(hasMore, { expected: 'a nextToken', actual: 'none' }, page)
      },
    }),
    defineCheck('unknown-page-token-is-rejected', {
      ...core,
      level: 'extended',
      clause: `${source}, Query nextToken: a token from the response of the list; 400`,
      async run(context) {
        const sent = await context.target.send(operation, { query: { nextToken: 'x-no-such-token!' } })
        context.expectError(sent, api.dialect.codes.invalid)
      },
    }),
  ]
})

/** Other checks of the same run add entries at the same time. */
const mostPages = 50

/** The entries of the check in all pages of a list. Each page has at most `limit` entries. */
async function findEntries(
  context: CoreContext,
  { operation, entries }: AccountList,
  own: readonly Own[],
  limit: number,
): Promise<{ readonly found: readonly JsonObject[]; readonly last: Exchange | undefined }> {
  const found: JsonObject[] = []
  let nextToken: string | undefined
  let last: Exchange | undefined
  for (let pages = 0; pages < mostPages; pages += 1) {
    const page = await context.target.send(operation, { query: { limit, nextToken } })
    const body = context.expectResponse(page)
    const listed = readEntries(body, entries)
    const finding = {
      expected: `at most ${toCount(limit, 'entry', 'entries')}`,
      actual: toCount(listed.length, 'entry', 'entries'),
    }
    context.expectThat(listed.length <= limit, finding, page)
    found.push(...listed.filter((entry) => own.some(({ isEntry }) => isEntry(entry))))
    last = page
    const isLast = typeof body.nextToken !== 'string' || body.nextToken === ''
    if (isLast) return { found, last }
    const isNew = body.nextToken !== nextToken
    context.expectThat(isNew, { expected: 'a token of a further page', actual: 'the same token' }, page)
    nextToken = String(body.nextToken)
  }
  return context.skip(`the list has more than ${mostPages} pages`)
}

async function expectEntry(context: CoreContext, list: AccountList, own: Own, expected: JsonObject) {
  const { found, last } = await findEntries(context, list, [own], 100)
  const finding = { expected: 'the entry once', actual: toCount(found.length, 'entry', 'entries') }
  context.expectThat(found.length === 1, finding, last)
  if (last) context.expectFields(last, found[0], expected, 'absent-fails')
}
