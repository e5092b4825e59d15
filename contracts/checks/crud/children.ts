import { toPathNames } from '../../../schemas/core/lib/path-template.ts'
import { isListed, isNotListed } from '../list-assertions.ts'
import type { Operation } from '../../../schemas/core/operation.ts'
import type { JsonObject } from '../../core/assertions/expect-response.ts'
import { readEntries } from '../../core/assertions/find-in-list.ts'
import { type Check, defineCheck } from '../../core/check.ts'
import type { CoreContext } from '../../core/context.ts'
import { readHeader } from '../../core/http/exchange.ts'
import { type Path, toResourcePath } from '../../core/resource-path.ts'
import { expectUnchanged, givenReading, readDocumented } from '../readings.ts'
import type { Rules } from '../rules.ts'
import { findEntry, givenOne, newRequest, read, type Sample } from '../sample.ts'
import { arrangeParents } from './parents.ts'

/** A parent is not deleted while it has children. */
export function toChildrenChecks(child: Sample, { clauses }: Rules): readonly Check[] {
  const { parent } = child
  const { keepsParent, create, read: readChild, remove: removeChild, name } = child.resource
  if (!keepsParent || !parent || !create || !readChild || !removeChild) return []
  const { remove: operation, read: readParent, name: parentName, notEmpty } = parent.resource
  if (!operation || !readParent || notEmpty === undefined) return []
  const core = { operation, level: 'core' } as const
  const givenChild = async (context: CoreContext, path: Path, fields = {}) =>
    await givenOne(context, child, fields, path)
  const toRejected = (what: string, fields?: JsonObject) =>
    defineCheck(`${parentName}-with-${what}-is-rejected`, {
      ...core,
      clause: clauses.error(operation, 409),
      async run(context) {
        const key = context.name()
        const path = await (await arrangeParents(context, child))(key)
        if (fields) {
          const sent = await context.target.send(create, await newRequest(context, child, fields, path))
          if (sent.response.status === 400) context.skip(`the target rejects a ${what}`)
        }
        const { path: below } = await givenChild(context, path, fields)
        const before = await givenReading(context, readChild, { path: below })
        const reading = await context.given(context.target.send(readParent, { path }))
        const own = readDocumented(reading)
        const tag = 'If-Match' in operation.params.header ? readHeader(reading.response, 'etag') : undefined
        context.expectError(await context.target.send(operation, { path }), notEmpty)
        // A condition that holds does not replace this rule.
        if (tag !== undefined)
          context.expectError(await context.target.send(operation, { path, headers: { 'If-Match': tag } }), notEmpty)
        await expectUnchanged(context, readChild, { path: below }, before)
        await expectUnchanged(context, readParent, { path }, own)
        const { entry, page: last } = await findEntry(context, parent, { path }, key)
        const finding = {
          expected: `${key} is still listed`,
          actual: 'it is not in the list',
          assertions: isListed(parent, last, key),
        }
        context.expectThat(entry !== undefined, finding, last)
      },
    })
  return [
    toRejected(name),
    ...Object.entries(child.kinds ?? {}).map(([kind, fields]) => toRejected(`${kind}-${name}`, fields)),
    defineCheck(`${parentName}-without-${name}s-is-deleted`, {
      ...core,
      clause: clauses.success(operation),
      async run(context) {
        const path = await (await arrangeParents(context, child))(context.name())
        const { path: below, input } = await givenChild(context, path)
        // A rejected creation must not count as a child.
        await context.target.send(create, input)
        await context.target.send(create, { path, rawBody: '{' })
        await context.given(context.target.send(removeChild, { path: below }))
        context.expectResponse(await context.target.send(operation, { path }), 204)
      },
    }),
    defineCheck(`delete-ignores-${name}s-of-similar-${parentName}`, {
      ...core,
      clause: `${clauses.outcomes(operation, 409)}, Path`,
      async run(context) {
        const key = context.name()
        const toParent = await arrangeParents(context, child)
        const path = await toParent(key)
        const children: Path[] = []
        for (const ending of ['2', '-y']) {
          children.push((await givenChild(context, await toParent(`${key}${ending}`))).path)
        }
        context.expectResponse(await context.target.send(operation, { path }), 204)
        for (const below of children) context.expectPresent(await read(context, child, below))
      },
    }),
  ]
}

/** Children belong to their parent: they are found there only, and not after its deletion. */
export function toParentScopingChecks(child: Sample, rules: Rules): readonly Check[] {
  const { clauses } = rules
  const { parent, resource } = child
  const { create, read: reading, keyIn, list, entries = '', key, parent: above } = resource
  if (!parent || !above?.create || !create || keyIn !== 'body') return []
  return [
    ...(reading ? toReadScopingChecks(child, create, above.name, rules) : []),
    ...(list
      ? [
          defineCheck('list-is-scoped-to-parent', {
            operation: list,
            level: 'core',
            clause: `${clauses.success(list)}, Path`,
            async run(context) {
              const { path, other } = await givenBelowOneOfTwo(context, child)
              const sent = await context.target.send(list, { path: other })
              const names = readEntries(context.expectResponse(sent), entries).map((item) => String(item[key]))
              const finding = {
                expected: `no ${resource.name} of another ${above.name}`,
                actual: `the entries ${names.join(', ')}`,
                assertions: [isNotListed(child, String(path[key]))],
              }
              context.expectThat(!names.includes(path[key] ?? ''), finding, sent)
            },
          }),
        ]
      : []),
  ]
}

/** A deleted parent has no children that can be listed. */
export function toDeletedParentChecks(
  sample: Sample,
  samples: readonly Sample[],
  { clauses }: Rules,
): readonly Check[] {
  const { create, remove: operation, key } = sample.resource
  const lists = samples
    .filter(({ parent }) => parent === sample)
    .flatMap(({ resource }) => resource.list ?? [])
    .filter((list) => toPathNames(list.path).includes(key))
  if (!create || !operation || lists.length === 0) return []
  return [
    defineCheck('deleted-parent-has-no-lists', {
      operation,
      level: 'core',
      clause: [clauses.success(operation), ...lists.map((list) => clauses.error(list, 404))].join('; '),
      async run(context) {
        const { path } = await givenOne(context, sample, {})
        await context.given(context.target.send(operation, { path }))
        const claimed = lists.filter((list) => context.findUnclaimed(list) === undefined)
        // Without a claimed list, the first one skips the check.
        for (const list of claimed.length > 0 ? claimed : lists)
          context.expectAbsent(await context.target.send(list, { path }))
      },
    }),
  ]
}

/** A child is read below its own parent only. */
function toReadScopingChecks(child: Sample, create: Operation, above: string, { clauses }: Rules): readonly Check[] {
  const { resource } = child
  const { key } = resource
  return [
    defineCheck(`${resource.name}-is-stored-in-its-${above}-only`, {
      operation: create,
      level: 'core',
      clause: clauses.path(create),
      async run(context) {
        const { path, other } = await givenBelowOneOfTwo(context, child)
        context.expectAbsent(await read(context, child, { ...path, ...other }))
      },
    }),
    defineCheck(`same-name-in-two-${above}s-is-accepted`, {
      operation: create,
      level: 'core',
      clause: clauses.path(create),
      async run(context) {
        const { path, other } = await givenBelowOneOfTwo(context, child)
        const input = await newRequest(context, child, { [key]: path[key] }, other)
        context.expectResponse(await context.target.send(create, input))
        context.expectPresent(await read(context, child, toResourcePath(resource, input) ?? {}))
      },
    }),
  ]
}

/** Creates a child below one of two new parents. `other` is the path of the parent without a child. */
async function givenBelowOneOfTwo(context: CoreContext, child: Sample) {
  const toParent = await arrangeParents(context, child)
  const [one, other] = [await toParent(context.name()), await toParent(context.name())]
  const { path } = await givenOne(context, child, {}, one)
  return { path, other }
}
