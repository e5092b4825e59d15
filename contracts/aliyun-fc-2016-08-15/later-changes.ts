import { setTimeout as sleep } from 'node:timers/promises'
import { aliyunFc20160815 } from '../../schemas/aliyun-fc-2016-08-15/api.ts'
import type { Check } from '../core/check.ts'
import { readObject } from '../core/assertions/expect-response.ts'
import { check } from './check.ts'
import { type Context, givenOne, type Kind } from './kind.ts'
import { functionKind } from './kinds.ts'
import { expectTimesInList } from './list-values.ts'
import { readTime } from './times.ts'

/** Longer than the second that is the coarsest time a response may tell, with room for a clock that is read early. */
const pauseMs = 1100

type Made = Awaited<ReturnType<typeof givenOne>>

/** It waits: among other checks of its kind, so that a run has something to do meanwhile. */
export function toLaterChangeCheck(kind: Kind): Check {
  return check('later-update-advances-last-modified-time', {
    operation: kind.update,
    level: 'core',
    clause: `004 Definitions, ${kind.create.tag}Response: createdTime, lastModifiedTime`,
    async run(context) {
      const made = await givenOne(context, kind)
      await sleep(pauseMs)
      await expectLater(context, kind, made)
    },
  })
}

/** An update of code alone moves the time, too. */
export const laterCodeCheck: Check = check('code-update-changes-last-modified-time', {
  operation: functionKind.update,
  level: 'core',
  clause: '004 Definitions, FunctionResponse: createdTime, lastModifiedTime',
  async run(context) {
    const made = await givenOne(context, functionKind)
    await sleep(pauseMs)
    const { zipFile } = context.fixture.code('new code, and nothing else')
    await expectLater(context, functionKind, { ...made, update: { code: { zipFile } } })
  },
})

/** A function under a version was made when the function was, not when the version was. */
export const laterVersionCheck: Check = check('version-read-keeps-creation-time', {
  operation: aliyunFc20160815.operations.getFunction,
  level: 'core',
  clause: '004 Definitions, FunctionResponse: createdTime; 004 GetFunction, Path qualifier',
  async run(context) {
    const { created, path } = await givenOne(context, functionKind)
    await sleep(pauseMs)
    const { versionId: qualifier } = await context.fixture.givenVersion(path.serviceName)
    const read = await context.target.send(functionKind.read, { path: { ...path, qualifier } })
    const times = [readObject(created).createdTime, context.expectPresent(read).createdTime]
    const [first, second] = times.map((time) => readTime(String(time)))
    if (first === undefined || second === undefined) return context.note('createdTime in the responses', 'left out')
    const finding = { expected: `createdTime ${String(times[0])}`, actual: `createdTime ${String(times[1])}` }
    context.expectThat(Math.abs(second - first) < 1000, finding, read)
  },
})

/** The time of the last change has moved, that of the creation has not, and the list shows both. */
async function expectLater(context: Context, kind: Kind, { created, input, path, update }: Made): Promise<void> {
  await context.given(context.target.send(kind.update, { path, body: update }))
  const read = await context.target.send(kind.read, { path })
  const [was, is] = [readObject(created), context.expectPresent(read)]
  const [made, kept] = [was.createdTime, is.createdTime].map((time) => readTime(String(time)))
  if (made !== undefined && kept !== undefined) {
    const finding = {
      expected: `createdTime ${String(was.createdTime)}`,
      actual: `createdTime ${String(is.createdTime)} after an update`,
    }
    context.expectThat(Math.abs(kept - made) < 1000, finding, read)
  }
  const [first, second] = [was.lastModifiedTime, is.lastModifiedTime].map((time) => readTime(String(time)))
  if (first === undefined || second === undefined) return context.note('lastModifiedTime in the responses', 'left out')
  const expected = `a lastModifiedTime after ${String(was.lastModifiedTime)}, for ${kind.update.id} came more than a second later`
  context.expectThat(second > first, { expected, actual: `lastModifiedTime ${String(is.lastModifiedTime)}` }, read)
  await expectTimesInList(context, kind, input, read)
}
