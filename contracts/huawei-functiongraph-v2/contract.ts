import { huaweiFunctionGraphV2 } from '../../schemas/huawei-functiongraph-v2/api.ts'
import { toCalls } from '../checks/calls.ts'
import { toOperationChecks } from '../checks/http/checks.ts'
import type { Contract } from '../core/contract.ts'
import { constraintChecks, pairwiseChecks } from './constraints.ts'
import { fixtureSpecs, toPath } from './fixtures.ts'
import { formChecks } from './forms.ts'
import { pooledFixture } from './fixture-pool.ts'
import { reference } from './reference.ts'
import { rules } from './rules.ts'
import { samples } from './samples.ts'
import { signatureChecks } from './signatures.ts'
import { updateFunctionCodeChecks } from './update-function-code.ts'
import { updateFunctionConfigChecks } from './update-function-config.ts'
import { userDataChecks } from './user-data.ts'
import { valueChecks } from './values.ts'

const calls = samples.flatMap(toCalls)

/** The checks of FunctionGraph v2. They make nothing: they change functions of the team, and put them back. */
export const huaweiFunctionGraphV2Contract: Contract = {
  api: huaweiFunctionGraphV2,
  // New code for a function that does not exist changes nothing.
  probe: huaweiFunctionGraphV2.operations.updateFunctionCode,
  probeInput: ({ functionUrn: [urn = ''] = [] }) => ({
    path: toPath(`${urn.split(':').slice(0, -1).join(':')}:no-such-function-of-a-contract-run`),
    body: { code_type: 'obs', code_url: 'https://demo-bucket.obs.example.com/index.zip' },
  }),
  fixtures: fixtureSpecs,
  pooledFixture,
  resources: [],
  reference,
  checks: [
    ...toOperationChecks(samples, rules, calls, Object.values(huaweiFunctionGraphV2.operations)),
    ...formChecks,
    ...updateFunctionConfigChecks,
    ...userDataChecks,
    ...updateFunctionCodeChecks,
    ...constraintChecks,
    ...pairwiseChecks,
    ...valueChecks,
    ...signatureChecks,
  ],
}
