import { isField } from '../../core/assertions/assertion.ts'
import { readEntries } from '../../core/assertions/find-in-list.ts'
import { type Check, defineCheck } from '../../core/check.ts'
import type { CoreContext } from '../../core/context.ts'
import type { Input } from '../../core/http/wire-request.ts'
import { toResourcePath } from '../../core/resource-path.ts'
import type { Rules } from '../rules.ts'
import { newRequest, read, type Sample, withKey } from '../sample.ts'
import { arrangeParents } from './parents.ts'

/** Parents with similar keys, and children with the same key in several parents, are kept apart. */
export function toNameIsolationChecks(sample: Sample, { clauses }: Rules): readonly Check[] {
  const { create, read: reading, list, remove, entries = '', key, keyIn, parent, paging } = sample.resource
  if (!create || !reading || !list || !remove || keyIn !== 'body' || !parent?.create) return []
  /** Makes parents in one place; returns a valid request of a child for each. */
  const arrange = async (context: CoreContext) => {
    const toParent = await arrangeParents(context, sample)
    return async (name: string) => await newRequest(context, sample, {}, await toParent(name))
  }
  const make = async (context: CoreContext, request: Input, name: string) =>
    await context.target.send(create, withKey(sample, request, name))
  const expectThere = async (context: CoreContext, request: Input, name: string) => {
    const path = toResourcePath(sample.resource, withKey(sample, request, name)) ?? {}
    const found = await read(context, sample, path)
    context.expectFields(found, context.expectPresent(found), { [key]: name }, 'absent-passes')
  }
  return [
    defineCheck('parent-and-name-are-not-concatenated', {
      operation: create,
      level: 'core',
      clause: `${clauses.outcomes(create, 409)}, Path`,
      async run(context) {
        const [first, middle, last] = [context.name(), context.name(), context.name()]
        const toRequest = await arrange(context)
        const one = await toRequest(first)
        for (const mark of ['-', '_']) {
          const other = await toRequest(`${first}${mark}${middle}`)
          await context.given(make(context, one, `${middle}${mark}${last}`))
          context.expectResponse(await make(context, other, last))
          await expectThere(context, one, `${middle}${mark}${last}`)
          await expectThere(context, other, last)
        }
      },
    }),
    defineCheck('list-excludes-similar-parents', {
      operation: list,
      level: 'core',
      clause: `${clauses.success(list)}, Path`,
      async run(context) {
        const base = context.name()
        const toRequest = await arrange(context)
        const made: { readonly request: Input; readonly name: string }[] = []
        for (const ending of ['', '2', '-y']) {
          const request = await toRequest(`${base}${ending}`)
          const name = context.name()
          await context.given(make(context, request, name))
          made.push({ request, name })
        }
        for (const { request, name } of made) {
          const query = paging ? { [paging.limit]: 100 } : {}
          const sent = await context.target.send(list, { path: request.path ?? {}, query })
          const names = readEntries(context.expectResponse(sent), entries).map((item) => String(item[key]))
          const finding = {
            expected: `the entry ${name} only`,
            actual: `the entries ${names.join(', ')}`,
            assertions: [
              isField([entries, 'length'], { is: 'equal', value: 1 }),
              isField([entries, 0, key], { is: 'equal', value: name }),
            ],
          }
          context.expectThat(names.join() === name, finding, sent)
        }
      },
    }),
    defineCheck('delete-keeps-same-name-in-other-parents', {
      operation: remove,
      level: 'core',
      clause: clauses.path(remove),
      async run(context) {
        const [base, name] = [context.name(), context.name()]
        const here = await arrange(context)
        const requests = [await here(base), await here(`${base}2`)]
        // Below the top level, also a parent with the same key in another place.
        if (parent.parent) requests.push(await (await arrange(context))(base))
        for (const request of requests) await context.given(make(context, request, name))
        const [one, ...others] = requests
        await context.given(context.target.send(remove, { path: { ...one?.path, [key]: name } }))
        for (const other of others) await expectThere(context, other, name)
      },
    }),
  ]
}
