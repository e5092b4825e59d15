import { setTimeout as sleep } from 'node:timers/promises'
import type { Check } from '../core/check.ts'
import { readObject } from '../core/expect-reply.ts'
import { check } from './check.ts'
import { givenOne } from './kind.ts'
import { kinds } from './kinds.ts'
import { readTime } from './times.ts'

/** Longer than the second that is the coarsest time an answer may tell, with room for a clock that is read early. */
const pauseMs = 1100

/** Those of all kinds stand side by side, so that a run that does several checks at once waits for them together. */
export const laterChangeChecks: readonly Check[] = kinds.map((kind) =>
  check('moves-the-time-of-the-last-change-a-second-later', {
    operation: kind.update,
    level: 'core',
    clause: `004 Definitions, ${kind.create.tag}Response: lastModifiedTime`,
    async run(context) {
      const { created, path, update } = await givenOne(context, kind)
      await sleep(pauseMs)
      const before = readObject(created).lastModifiedTime
      await context.given(context.target.send(kind.update, { path, body: update }))
      const read = await context.target.send(kind.read, { path })
      const after = context.expectPresent(read).lastModifiedTime
      const [first, second] = [readTime(String(before)), readTime(String(after))]
      if (first === undefined || second === undefined) {
        return context.note('lastModifiedTime in the answers', 'left out')
      }
      const expected = `a lastModifiedTime after ${String(before)}, for ${kind.update.id} came more than a second later`
      context.expectThat(second > first, { expected, actual: `lastModifiedTime ${String(after)}` }, read)
    },
  }),
)
