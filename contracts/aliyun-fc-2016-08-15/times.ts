import { setTimeout as sleep } from 'node:timers/promises'
import { aliyunFc20160815 } from '../../schemas/aliyun-fc-2016-08-15/api.ts'
import { expectLater, pauseMs } from '../checks/crud/later-changes.ts'
import { readTime } from '../core/read-time.ts'
import { givenOne, read } from '../checks/sample.ts'
import { readObject } from '../core/assertions/expect-response.ts'
import type { Check } from '../core/check.ts'
import { check } from './fc.ts'
import { rules } from './rules.ts'
import { functionSample } from './samples.ts'

const { getFunction, updateFunction } = aliyunFc20160815.operations

/** Checks of the times of functions. These checks wait. */
export const timeChecks: readonly Check[] = [
  check('code-update-changes-last-modified-time', {
    operation: updateFunction,
    level: 'core',
    clause: '004 Definitions, FunctionResponse: createdTime, lastModifiedTime',
    async run(context) {
      const one = await givenOne(context, functionSample)
      await sleep(pauseMs)
      const { zipFile } = context.fixture.code('new code, and nothing else')
      await expectLater(context, functionSample, rules, one, { code: { zipFile } })
    },
  }),
  check('version-read-keeps-creation-time', {
    operation: getFunction,
    level: 'core',
    clause: '004 Definitions, FunctionResponse: createdTime; 004 GetFunction, Path qualifier',
    async run(context) {
      const { created, path } = await givenOne(context, functionSample)
      await sleep(pauseMs)
      const { versionId: qualifier } = await context.fixture.givenVersion(path.serviceName)
      const after = await read(context, functionSample, { ...path, qualifier })
      const times = [readObject(created).createdTime, context.expectPresent(after).createdTime]
      const [first, second] = times.map((time) => readTime(String(time)))
      if (first === undefined || second === undefined) return context.note('createdTime in the responses', 'absent')
      const finding = { expected: `createdTime ${String(times[0])}`, actual: `createdTime ${String(times[1])}` }
      context.expectThat(Math.abs(second - first) < 1000, finding, after)
    },
  }),
]
