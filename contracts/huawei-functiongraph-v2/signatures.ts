import { huaweiFunctionGraphV2 as api } from '../../schemas/huawei-functiongraph-v2/api.ts'
import { toCalls } from '../checks/calls.ts'
import { toSignatureChecks } from '../checks/http/signatures.ts'
import type { Check } from '../core/check.ts'
import { samples } from './samples.ts'

/** The sources state the statuses 401 and 403 for callers without permission, but neither causes nor codes. */
const codes = ['FSS.0401', 'FSS.0403']

/** The checks of AK/SK signatures. A run with a user token signs no request. */
export const signatureChecks: readonly Check[] = toSignatureChecks({
  api,
  calls: samples.flatMap(toCalls),
  examples: [api.operations.updateFunctionConfig],
  refusals: { missing: codes, unknownKey: codes, mismatch: codes, skewed: codes },
})
