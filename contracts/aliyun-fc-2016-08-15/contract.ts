import { aliyunFc20160815 } from '../../schemas/aliyun-fc-2016-08-15/api.ts'
import { resources } from '../../schemas/aliyun-fc-2016-08-15/resources.ts'
import { verifiedFc20160815 as api } from '../../schemas/aliyun-fc-2016-08-15/verified.ts'
import { toCalls } from '../checks/calls.ts'
import { toCrudChecks } from '../checks/crud/checks.ts'
import { toOperationChecks, toRequestChecks } from '../checks/http/checks.ts'
import { toSignatureChecks } from '../checks/http/signatures.ts'
import { givenPath } from '../checks/sample.ts'
import { toCreatedResources } from '../core/cleanup/created-resource.ts'
import type { Contract } from '../core/contract.ts'
import { toParameterChecks } from '../core/generate/parameter-checks.ts'
import { toPassiveChecks } from '../core/judge/passive-checks.ts'
import { fieldAlias } from './field-alias.ts'
import { specialCalls, specialChecks } from './index.ts'
import { openParameters, settings } from './open-values.ts'
import { reference } from './reference.ts'
import { rules } from './rules.ts'
import { functionSample, samples } from './samples.ts'
import { signatureRules } from './signatures.ts'
import { toUnreachable } from './unreachable.ts'

const calls = [...samples.flatMap(toCalls), ...specialCalls]
const { listServices, invokeFunction } = aliyunFc20160815.operations

/** The contract of FC 2016-08-15. */
export const aliyunFc20160815Contract: Contract = {
  api,
  probe: listServices,
  reference,
  fieldAlias,
  toUnreachable,
  resources: toCreatedResources(resources),
  stored: resources,
  seed: { resources, privateFields: ['environmentVariables'] },
  checks: [
    ...toCrudChecks(samples, rules, settings),
    ...toOperationChecks(samples, rules, calls, [listServices]),
    ...toRequestChecks(samples, rules, calls),
    ...toParameterChecks({
      api,
      operation: invokeFunction,
      base: async (context) => ({ path: await givenPath(context, functionSample), rawBody: '{}' }),
      open: openParameters,
    }),
    ...specialChecks,
    ...toSignatureChecks({ ...signatureRules, calls }),
    ...toPassiveChecks(Object.values(api.operations), resources, rules.quirks?.requestId),
  ],
}
