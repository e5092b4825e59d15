import { huaweiFunctionGraphV2 as api } from '../../schemas/huawei-functiongraph-v2/api.ts'
import type { SignatureSpec } from '../checks/http/signatures.ts'

/** The sources state the statuses 401 and 403 for callers without permission, but neither causes nor codes. */
const codes = ['FSS.0401', 'FSS.0403']

/** The checks of AK/SK signatures. A run with a user token signs no request. */
export const signatureRules: Omit<SignatureSpec, 'calls'> = {
  api,
  errorCodes: { missing: codes, unknownKey: codes, mismatch: codes, skewed: codes },
}
