import { toCitation } from '../../schemas/core/source.ts'
import { huaweiFunctionGraphV2 as api } from '../../schemas/huawei-functiongraph-v2/api.ts'
import { toClauses } from '../checks/clauses.ts'
import type { Rules } from '../checks/rules.ts'
import { toTolerances } from '../checks/tolerances.ts'

const generic = toTolerances(api, [400])

/** What the generic checks need to know of FunctionGraph v2. */
export const rules: Rules = {
  api,
  clauses: {
    ...toClauses(api),
    path: (operation) => `${toCitation(operation.source)}, URI`,
    errorBody: (operation) => `${toCitation(operation.source)} 400: error_code, error_msg`,
  },
  tolerances: {
    ...generic,
    invalidBodyForMissing: { ...generic.invalidBodyForMissing, undocumented: [400, 404] },
    // A target may authenticate before it looks for the operation.
    unsupportedMethod: { ...generic.unsupportedMethod, statuses: [400, 401, 403, 404, 405, 501] },
    unknownPath: { ...generic.unknownPath, statuses: [400, 401, 403, 404, 405] },
  },
  // The sources state no error codes (D29).
  areCodesUnstated: true,
  quirks: { requestId: 'Y4' },
}
