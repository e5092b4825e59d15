import { huaweiFunctionGraphV2 as api } from '../../schemas/huawei-functiongraph-v2/api.ts'
import { expectState, givenState } from '../checks/sample.ts'
import { expectTolerance } from '../core/assertions/tolerance.ts'
import type { Check } from '../core/check.ts'
import { check } from './check.ts'
import { functionSample } from './samples.ts'
import { change } from './state.ts'
import { toFieldTolerance } from './tolerances.ts'

const core = { operation: api.operations.updateFunctionConfig, level: 'core' } as const
const table = '001 Modifying the Metadata of a Function, Table 3'

/** The limits of user_data, which no schema can express: they apply to the JSON in the string. */
export const userDataChecks: readonly Check[] = [
  toAcceptedCheck('accepts-20-entries-of-user-data', 'at most 20', toEntries(20)),
  toRejectedCheck('more-than-20-user-data-items-are-rejected', 'at most 20', toEntries(21)),
  // Valid for every meaning of the limit: with and without the JSON notation, 4000 or 4096 bytes.
  toAcceptedCheck(
    'accepts-user-data-just-below-4-kb',
    'at most 4 KB in total',
    JSON.stringify({ a: 'x'.repeat(3980) }),
  ),
  toRejectedCheck('user-data-above-4-kb-is-rejected', 'at most 4 KB in total', JSON.stringify({ a: 'x'.repeat(4097) })),
]

function toRejectedCheck(name: string, clause: string, user_data: string): Check {
  return check(name, {
    ...core,
    clause: `${table}: user_data, ${clause}; 400`,
    async run(context) {
      const path = await context.fixture.givenFunction()
      const before = await givenState(context, functionSample, path)
      const { codes, ...tolerance } = toFieldTolerance(['user_data'])
      const refusal = { ...tolerance, codes: [...codes, 'FSS.1017', 'FSS.1018'] }
      expectTolerance(context, await change(context, path, { user_data }), refusal)
      await expectState(context, functionSample, path, before)
    },
  })
}

function toAcceptedCheck(name: string, clause: string, user_data: string): Check {
  return check(name, {
    ...core,
    clause: `${table}: user_data, ${clause}`,
    async run(context) {
      const path = await context.fixture.givenFunction()
      const response = await change(context, path, { user_data })
      context.expectFields(response, context.expectResponse(response, 200), { user_data }, 'absent-fails')
    },
  })
}

function toEntries(count: number): string {
  return JSON.stringify(Object.fromEntries(Array.from({ length: count }, (_, index) => [`name_${index}`, 'value'])))
}
