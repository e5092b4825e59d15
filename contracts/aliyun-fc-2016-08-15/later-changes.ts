import { setTimeout as sleep } from 'node:timers/promises'
import type { Check } from '../core/check.ts'
import { fail } from '../core/expect.ts'
import { readObject } from '../core/expect-reply.ts'
import { check } from './check.ts'
import { type Context, givenOne, type Kind } from './kind.ts'
import { functionKind, kinds, serviceKind } from './kinds.ts'
import { expectTimesInList } from './list-values.ts'
import { readTime } from './times.ts'

/** Longer than the second that is the coarsest time an answer may tell, with room for a clock that is read early. */
const pauseMs = 1100

/** One check for every kind, so that a run waits once. The finding names the operation whose time stood still. */
export const laterChangeChecks: readonly Check[] = [
  check('moves-the-time-of-the-last-change-a-second-later', {
    operation: serviceKind.update,
    level: 'core',
    clause: `004 Definitions, ${kinds.map(({ create }) => `${create.tag}Response`).join(', ')}: lastModifiedTime`,
    async run(context) {
      const made = []
      for (const kind of kinds) made.push({ kind, ...(await givenOne(context, kind)) })
      await sleep(pauseMs)
      for (const item of made) await expectLater(context, item.kind, item)
      const [published] = made.filter(({ kind }) => kind === functionKind)
      if (published) await expectCreatedBefore(context, published)
    },
  }),
]

async function expectLater(
  context: Context,
  kind: Kind,
  { created, input, path, update }: Awaited<ReturnType<typeof givenOne>>,
): Promise<void> {
  const before = readObject(created).lastModifiedTime
  await context.given(context.target.send(kind.update, { path, body: update }))
  const read = await context.target.send(kind.read, { path })
  const after = context.expectPresent(read).lastModifiedTime
  const [first, second] = [readTime(String(before)), readTime(String(after))]
  if (first === undefined || second === undefined) return context.note('lastModifiedTime in the answers', 'left out')
  const expected = `a lastModifiedTime after ${String(before)}, for ${kind.update.id} came more than a second later`
  const blame = { operation: kind.update.id, clause: `004 Definitions, ${kind.create.tag}Response: lastModifiedTime` }
  if (second <= first) fail(blame, { expected, actual: `lastModifiedTime ${String(after)}` }, read)
  await expectTimesInList(context, kind, input, read)
}

/** A function that is seen through a version was created when the function was, not when the version was published. */
async function expectCreatedBefore(
  context: Context,
  { created, path }: Awaited<ReturnType<typeof givenOne>>,
): Promise<void> {
  const { versionId: qualifier } = await context.fixture.givenVersion(path.serviceName)
  const read = await context.target.send(functionKind.read, { path: { ...path, qualifier } })
  const { createdTime } = readObject(created)
  const { createdTime: seen } = context.expectPresent(read)
  const [first, second] = [readTime(String(createdTime)), readTime(String(seen))]
  if (first === undefined || second === undefined) return
  const blame = { operation: functionKind.read.id, clause: '004 Definitions, FunctionResponse: createdTime' }
  const expected = `createdTime ${String(createdTime)} under the version, too`
  if (Math.abs(second - first) >= 1000) fail(blame, { expected, actual: `createdTime ${String(seen)}` }, read)
}
