import { aliyunFc20210406 as api } from '../../schemas/aliyun-fc-2021-04-06/api.ts'
import {
  alias,
  customDomain,
  functionResource,
  resources,
  service,
  trigger,
  version,
} from '../../schemas/aliyun-fc-2021-04-06/resources.ts'
import { toCalls } from '../checks/calls.ts'
import { toCrudChecks } from '../checks/crud/checks.ts'
import { toOperationChecks, toRequestChecks } from '../checks/http/checks.ts'
import { toSignatureChecks } from '../checks/http/signatures.ts'
import { givenPath } from '../checks/sample.ts'
import { toCreatedResources } from '../core/cleanup/created-resource.ts'
import type { Contract } from '../core/contract.ts'
import { toParameterChecks } from '../core/generate/parameter-checks.ts'
import { toPassiveChecks } from '../core/judge/passive-checks.ts'
import { specialCalls, specialChecks } from './index.ts'
import { pageContract } from './page-contract.ts'
import { reference } from './reference.ts'
import { rules } from './rules.ts'
import { functionSample, samples } from './samples.ts'
import { settings } from './settings.ts'
import { signatureRules } from './signatures.ts'

const calls = [...samples.flatMap(toCalls), ...specialCalls]
const { listServices, invokeFunction, getStatefulAsyncInvocation, createService } = api.operations
const { createFunction, updateFunction, deleteFunction } = api.operations
/** DeleteFunction of the companion has the same name, and may remove what the run creates. */
const kept = [createFunction.id, updateFunction.id, deleteFunction.id]

/** A seed cannot contain the other resources, or only with what no response shows. */
const seeded = [service, functionResource, trigger, version, alias, customDomain]

/** The contract of FC 2021-04-06. */
export const aliyunFc20210406Contract: Contract = {
  api,
  probe: listServices,
  reference,
  resources: toCreatedResources(resources),
  stored: resources,
  seed: { resources: seeded, privateFields: ['environmentVariables'] },
  checks: [
    ...toCrudChecks(samples, rules, settings),
    ...toOperationChecks(samples, rules, calls, [listServices]),
    ...toRequestChecks(samples, rules, calls),
    ...toParameterChecks({
      api,
      operation: invokeFunction,
      base: async (context) => ({ path: await givenPath(context, functionSample), rawBody: '{}' }),
      open: rules.openParameters,
      toFeature: (name) => (name.startsWith('X-Fc-Stateful-Async-') ? getStatefulAsyncInvocation.tag : undefined),
    }),
    ...specialChecks,
    ...toSignatureChecks({ ...signatureRules, calls }),
    ...toPassiveChecks(Object.values(api.operations), resources, rules.quirks?.requestId),
  ],
  reduced: {
    contract: pageContract,
    lacking: createService,
    unsupported: Object.values(api.operations).flatMap(({ id }) => (kept.includes(id) ? [] : [id])),
  },
}
