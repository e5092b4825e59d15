import { verifiedFc20160815 as api } from '../../schemas/aliyun-fc-2016-08-15/verified.ts'
import { toClauses } from '../checks/clauses.ts'
import type { Rules } from '../checks/rules.ts'
import { crudTolerances } from './tolerances.ts'

/** The facts about FC 2016-08-15 that the generic checks need. */
export const rules: Rules = {
  api,
  clauses: toClauses(api),
  tolerances: crudTolerances,
  quirks: { requestId: 'W12' },
}
