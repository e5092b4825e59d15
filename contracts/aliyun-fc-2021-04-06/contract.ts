import { aliyunFc20160815 } from '../../schemas/aliyun-fc-2016-08-15/api.ts'
import { aliyunFc20210406 } from '../../schemas/aliyun-fc-2021-04-06/api.ts'
import { resources } from '../../schemas/aliyun-fc-2021-04-06/resources.ts'
import { toCalls } from '../checks/calls.ts'
import { toStateChecks } from '../checks/crud/checks.ts'
import { toOperationChecks, toRequestChecks } from '../checks/http/checks.ts'
import { toSignatureChecks } from '../checks/http/signatures.ts'
import { toCreatedResources } from '../core/cleanup/created-resource.ts'
import type { Contract } from '../core/contract.ts'
import { toPassiveChecks } from '../core/judge/passive-checks.ts'
import { fixtureSpecs } from './fixtures.ts'
import { specialCalls, specialChecks } from './index.ts'
import { reference } from './reference.ts'
import { rules } from './rules.ts'
import { samples } from './samples.ts'
import { signatureRules } from './signatures.ts'

const calls = [...samples.flatMap(toCalls), ...specialCalls]

/** The checks of FC 2021-04-06. */
export const aliyunFc20210406Contract: Contract = {
  api: aliyunFc20210406,
  // An update of a function that does not exist changes nothing.
  probe: aliyunFc20210406.operations.updateFunction,
  probeInput: ({ serviceName: [serviceName = ''] = [] }) => ({
    path: { serviceName, functionName: 'no-such-function' },
    body: {},
  }),
  invalidProbe: {
    operation: aliyunFc20210406.operations.createFunction,
    input: ({ serviceName: [serviceName = ''] = [] }) => ({ path: { serviceName }, body: {} }),
  },
  setupErrors: { ServiceNotFound: 'the service of the fixture serviceName does not exist' },
  companion: aliyunFc20160815,
  fixtures: fixtureSpecs,
  // No operation of this API deletes a function: that of 2016-08-15 does, where the fixture removeWith allows it.
  resources: toCreatedResources(resources, {
    function: {
      remove: aliyunFc20160815.operations.deleteFunction,
      isRemoved: ({ removeWith }) => removeWith !== undefined,
    },
  }),
  reference,
  stored: resources,
  checks: [
    ...toStateChecks(samples, rules),
    ...toOperationChecks(samples, rules, calls, [aliyunFc20210406.operations.createFunction]),
    ...toRequestChecks(samples, rules, calls),
    ...specialChecks,
    ...toSignatureChecks({ ...signatureRules, calls }),
    ...toPassiveChecks(Object.values(aliyunFc20210406.operations), resources, rules.quirks?.requestId),
  ],
}
