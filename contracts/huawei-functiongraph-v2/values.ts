import { huaweiFunctionGraphV2 as api } from '../../schemas/huawei-functiongraph-v2/api.ts'
import { givenPath, toReadInput } from '../checks/sample.ts'
import type { Check } from '../core/check.ts'
import { toValueChecks } from '../core/generate/value-checks.ts'
import { codeSample, functionSample } from './samples.ts'

const { updateFunctionConfig, updateFunctionCode } = api.operations

const dependencies = [
  'b7d1c0de-1c3b-4f4e-8a57-9b8c7d6e5f40',
  '5d0f6d2c-1c3b-4f4e-8a57-9b8c7d6e5f40',
  'a0000000-1c3b-4f4e-8a57-9b8c7d6e5f40',
]

/** Values that a faulty server may merge, sort, trim, escape or drop. Source: 001, 002. */
export const valueChecks: readonly Check[] = [
  ...toValueChecks({
    operation: updateFunctionConfig,
    base: async (context) => toReadInput(context, functionSample, await givenPath(context, functionSample)),
    values: {
      description: ['<b>"&amp;"</b>\r\n\tline', 'e\u0301', ''],
      strategy_config: [
        { concurrency: 0, concurrent_num: 1 },
        { concurrency: -1, concurrent_num: 10 },
      ],
      xrole: ['first-agency', 'second-agency'],
      app_xrole: ['first-agency', 'second-agency'],
    },
    isUpdate: true,
    mayReject: ['xrole', 'app_xrole'],
    toClause: (field) => `001 Modifying the Metadata of a Function, Table 3: ${field}; Table 13: ${field}`,
  }),
  ...toValueChecks({
    operation: updateFunctionCode,
    base: async (context) => {
      const path = await givenPath(context, codeSample)
      return { path, body: codeSample.updateBody?.(context, path) }
    },
    values: { depend_version_list: [dependencies.slice(0, 2), dependencies.slice(2), []] },
    isUpdate: true,
    mayReject: ['depend_version_list'],
    toClause: (field) => `002 Modifying the Code of a Function, Table 3: ${field}; Table 5: ${field}`,
  }),
]
