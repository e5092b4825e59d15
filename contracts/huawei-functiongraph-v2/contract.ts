import { huaweiFunctionGraphV2 } from '../../schemas/huawei-functiongraph-v2/api.ts'
import { functionResource, resources } from '../../schemas/huawei-functiongraph-v2/resources.ts'
import { toCalls } from '../checks/calls.ts'
import { toStateChecks } from '../checks/crud/checks.ts'
import { toOperationChecks, toRequestChecks } from '../checks/http/checks.ts'
import { toSignatureChecks } from '../checks/http/signatures.ts'
import type { Contract } from '../core/contract.ts'
import { toPassiveChecks } from '../core/judge/passive-checks.ts'
import { pooledFixture } from './fixture-pool.ts'
import { fixtureSpecs, toPath } from './fixtures.ts'
import { specialCalls, specialChecks } from './index.ts'
import { reference } from './reference.ts'
import { rules } from './rules.ts'
import { samples } from './samples.ts'
import { signatureRules } from './signatures.ts'

const calls = [...samples.flatMap(toCalls), ...specialCalls]

/** The checks of FunctionGraph v2. They change functions of a fixture and restore them. */
export const huaweiFunctionGraphV2Contract: Contract = {
  api: huaweiFunctionGraphV2,
  // New code for a function that does not exist changes nothing.
  probe: huaweiFunctionGraphV2.operations.updateFunctionCode,
  probeInput: ({ functionUrn: [urn = ''] = [] }) => ({
    path: toPath(`${urn.split(':').slice(0, -1).join(':')}:no-such-function-of-a-contract-run`),
    body: { code_type: 'obs', code_url: 'https://demo-bucket.obs.example.com/index.zip' },
  }),
  invalidProbe: {
    operation: huaweiFunctionGraphV2.operations.updateFunctionConfig,
    input: ({ functionUrn: [urn = ''] = [] }) => ({ path: toPath(urn), body: {} }),
  },
  fixtures: fixtureSpecs,
  pooledFixture,
  resources: [],
  reference,
  stored: resources,
  seed: {
    resources: [functionResource],
    keyField: 'func_urn',
    // The URN of a version or an alias has an eighth part.
    toKey: (urn) => urn.split(':').slice(0, 7).join(':'),
    privateFields: ['user_data', 'encrypted_user_data'],
  },
  checks: [
    ...toOperationChecks(samples, rules, calls, Object.values(huaweiFunctionGraphV2.operations)),
    ...toRequestChecks(samples, rules, calls),
    ...toStateChecks(samples, rules),
    ...specialChecks,
    ...toSignatureChecks({ ...signatureRules, calls }),
    ...toPassiveChecks(Object.values(huaweiFunctionGraphV2.operations), resources, rules.quirks?.requestId),
  ],
}
