import { setTimeout as sleep } from 'node:timers/promises'
import type { Check } from '../core/check.ts'
import { fail } from '../core/expect.ts'
import { readObject } from '../core/expect-reply.ts'
import { check } from './check.ts'
import { type Context, givenOne, type Kind } from './kind.ts'
import { functionKind, kinds, serviceKind } from './kinds.ts'
import { readTime } from './times.ts'

/** Longer than the second that is the coarsest time an answer may tell, with room for a clock that is read early. */
const pauseMs = 1100

/** One check for every kind, and for code alone, so that a run waits once. The finding names the operation whose time stood still. */
export const laterChangeChecks: readonly Check[] = [
  check('moves-the-time-of-the-last-change-a-second-later', {
    operation: serviceKind.update,
    level: 'core',
    clause: `004 Definitions, ${kinds.map(({ create }) => `${create.tag}Response`).join(', ')}: lastModifiedTime`,
    async run(context) {
      const made = []
      for (const kind of kinds) made.push({ kind, ...(await givenOne(context, kind)) })
      const coded = await givenOne(context, functionKind)
      await sleep(pauseMs)
      for (const item of made) await expectLater(context, item.kind, item)
      const update = { code: { zipFile: context.fixture.code('new code, and nothing else').zipFile } }
      await expectLater(context, functionKind, { ...coded, update })
    },
  }),
]

async function expectLater(
  context: Context,
  kind: Kind,
  { created, path, update }: Pick<Awaited<ReturnType<typeof givenOne>>, 'created' | 'path' | 'update'>,
): Promise<void> {
  const before = readObject(created).lastModifiedTime
  await context.given(context.target.send(kind.update, { path, body: update }))
  const read = await context.target.send(kind.read, { path })
  const after = context.expectPresent(read).lastModifiedTime
  const [made, kept] = [readObject(created), readObject(read)].map((body) => readTime(String(body.createdTime)))
  if (made !== undefined && kept !== undefined && Math.abs(kept - made) >= 1000) {
    const clause = `004 Definitions, ${kind.create.tag}Response: createdTime`
    const actual = `createdTime ${String(readObject(read).createdTime)} after an update`
    fail(
      { operation: kind.update.id, clause },
      { expected: `createdTime ${readObject(created).createdTime}`, actual },
      read,
    )
  }
  const [first, second] = [readTime(String(before)), readTime(String(after))]
  if (first === undefined || second === undefined) return context.note('lastModifiedTime in the answers', 'left out')
  const expected = `a lastModifiedTime after ${String(before)}, for ${kind.update.id} came more than a second later`
  const blame = { operation: kind.update.id, clause: `004 Definitions, ${kind.create.tag}Response: lastModifiedTime` }
  if (second <= first) fail(blame, { expected, actual: `lastModifiedTime ${String(after)}` }, read)
}
