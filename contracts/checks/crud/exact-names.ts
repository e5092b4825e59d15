import { toRequestFields } from '../../../schemas/core/fields.ts'
import type { Resource } from '../../../schemas/core/resource.ts'
import { readEntries } from '../../core/assertions/find-in-list.ts'
import { expectTolerance } from '../../core/assertions/tolerance.ts'
import { type Check, defineCheck } from '../../core/check.ts'
import type { CoreContext } from '../../core/context.ts'
import type { Exchange } from '../../core/http/exchange.ts'
import type { Path } from '../../core/resource-path.ts'
import type { Rules } from '../rules.ts'
import {
  type Created,
  expectState,
  givenOne,
  givenState,
  read,
  type Sample,
  toKey,
  toLongerKey,
  toMissingCodes,
  toUpdate,
  withKey,
} from '../sample.ts'
import { arrangeParents } from './parents.ts'

type Send = (context: CoreContext, one: Created, path: Path) => Promise<Exchange>

/** Names that differ in one character are different names. */
export function toExactNameChecks(sample: Sample, rules: Rules): readonly Check[] {
  const { create, read: reading, update, list, remove, entries = '', key, keyIn, missing, paging } = sample.resource
  if (!create || !reading || !list || !remove || keyIn !== 'body' || missing === undefined) return []
  const { clauses, api } = rules
  const invalid = api.dialect.codes.invalid
  const toExactCheck = (name: string, operation: typeof create, toSent: Send) =>
    defineCheck(name, {
      operation,
      level: 'core',
      clause: `${clauses.error(operation, 404)}, Path ${key}`,
      async run(context) {
        const one = await givenNamed(context, sample)
        const before = await givenState(context, sample, one.path)
        for (const { name: other, isValid } of toSimilarNames(sample, one.base)) {
          const sent = await toSent(context, one, { ...one.path, [key]: other })
          if (isValid) context.expectError(sent, missing)
          else expectTolerance(context, sent, { about: 'a name with unusual characters', codes: [missing, invalid] })
        }
        await expectState(context, sample, one.path, before)
      },
    })
  return [
    toExactCheck('read-compares-name-exactly', reading, (context, _, path) => read(context, sample, path)),
    ...(update
      ? [
          toExactCheck('update-compares-name-exactly', update, (context, { input }, path) =>
            context.target.send(update, { path, body: toUpdate(sample, input) }),
          ),
        ]
      : []),
    toExactCheck('delete-compares-name-exactly', remove, (context, _, path) => context.target.send(remove, { path })),
    defineCheck('similar-names-are-different-names', {
      operation: create,
      level: 'core',
      clause: `${clauses.outcomes(create, 409)}; ${clauses.success(remove)}`,
      async run(context) {
        const one = await givenNamed(context, sample)
        const names = toSimilarNames(sample, one.base).flatMap((other) => (other.isValid ? [other.name] : []))
        for (const name of names) {
          context.expectResponse(await context.target.send(create, withKey(sample, one.input, name)))
        }
        const all = [String(one.path[key]), ...names]
        for (const name of all) await expectNamed(context, { ...one.path, [key]: name }, name)
        const query = paging ? { [paging.limit]: 100, ...(paging.prefix && { [paging.prefix]: one.base }) } : {}
        const listed = await context.target.send(list, { ...(one.input.path && { path: one.input.path }), query })
        const shown = readEntries(context.expectResponse(listed), entries).map((item) => String(item[key]))
        const toList = (items: readonly string[]) => items.toSorted().join(', ')
        const isSame = toList(shown) === toList(all)
        context.expectThat(isSame, { expected: toList(all), actual: toList(shown) }, listed)
        for (const [index, name] of all.entries()) {
          context.expectResponse(await context.target.send(remove, { path: { ...one.path, [key]: name } }))
          for (const rest of all.slice(index + 1)) await expectNamed(context, { ...one.path, [key]: rest }, rest)
        }
      },
    }),
    ...toParentChecks(sample, rules),
  ]
  async function expectNamed(context: CoreContext, path: Path, name: string) {
    const found = await read(context, sample, path)
    context.expectFields(found, context.expectPresent(found), { [key]: name }, 'absent-passes')
  }
}

/** A child is found below its own parent only. */
function toParentChecks(sample: Sample, { clauses }: Rules): readonly Check[] {
  const { parent, resource } = sample
  const { create, list } = resource
  if (!parent?.resource.create || parent.resource.keyIn !== 'body' || !create || !list) return []
  const { key } = parent.resource
  return [
    defineCheck('name-of-parent-is-compared-exactly', {
      operation: create,
      level: 'core',
      clause: `${clauses.error(create, 404)}, Path ${key}`,
      async run(context) {
        const base = context.name()
        const path = await (await arrangeParents(context, sample))(`${base}${ownEnding}`)
        const one = await givenOne(context, sample, {}, path)
        const before = await givenState(context, sample, one.path)
        for (const [ending] of similarEndings.filter(([, isValid]) => isValid)) {
          const other = { [key]: `${base}${ending}` }
          context.expectAbsent(await read(context, sample, { ...one.path, ...other }))
          context.expectAbsent(await context.target.send(list, { path: { ...path, ...other } }))
          const input = withKey(sample, one.input, context.name())
          const sent = await context.target.send(create, { ...input, path: { ...path, ...other } })
          context.expectError(sent, toMissingCodes(parent))
        }
        await expectState(context, sample, one.path, before)
      },
    }),
  ]
}

/** The end of a name that others resemble. */
export const ownEnding = '-a-b1'

/** Ends of names that servers mistake for `ownEnding`, and whether every target must accept the name. */
export const similarEndings: readonly (readonly [ending: string, isValid: boolean])[] = [
  ['-A-B1', true],
  ['-a_b1', true],
  ['-a-b1x', true],
  ['-a-b', true],
  ['-a-b1 ', false],
  ['-a-b1%20', false],
  ['-a-b1+', false],
  ['-%61-b1', false],
  ['-a-b*', false],
]

/** Names that resemble a name, and whether every target must accept them. */
function toSimilarNames(sample: Sample, base: string) {
  const { resource, keySuffix } = sample
  const longer = toLongerKey(sample, toKey(sample, `${base}${ownEnding}`))
  const similar = similarEndings
    .filter(([ending]) => !resource.isCaseOpen || ending === ending.toLowerCase())
    .map(([ending, isUsual]) => {
      const name = toKey(sample, `${base}${ending}`)
      return { name, isValid: isUsual && isKeyValid(resource, name) }
    })
  return keySuffix === undefined ? similar : [...similar, { name: longer, isValid: true }]
}

/** Whether a new resource may have this key. */
export function isKeyValid({ create, key }: Resource, name: string): boolean {
  const pattern = create && toRequestFields(create)[key]?.pattern
  return pattern === undefined || new RegExp(pattern).test(name)
}

/** Creates one whose name others resemble. */
async function givenNamed(context: CoreContext, sample: Sample) {
  const base = context.name()
  return {
    ...(await givenOne(context, sample, {
      ...sample.options,
      [sample.resource.key]: toKey(sample, `${base}${ownEnding}`),
    })),
    base,
  }
}
