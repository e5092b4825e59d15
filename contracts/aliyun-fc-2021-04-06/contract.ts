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
import { toCallConstraintChecks } from '../checks/crud/constraints.ts'
import { toLists } from '../checks/crud/lists.ts'
import { toOperationChecks, toRequestChecks } from '../checks/http/checks.ts'
import { toSignatureChecks } from '../checks/http/signatures.ts'
import type { Check } from '../core/check.ts'
import { toCreatedResources } from '../core/cleanup/created-resource.ts'
import type { Contract } from '../core/contract.ts'
import { toParameterChecks } from '../core/generate/parameter-checks.ts'
import { toPassiveChecks } from '../core/judge/passive-checks.ts'
import { configSamples } from './config-samples.ts'
import { specialCalls, specialChecks } from './index.ts'
import { pagedLists } from './lists.ts'
import { pageContract } from './page-contract.ts'
import { reference } from './reference.ts'
import { toReleased } from './released.ts'
import { rules } from './rules.ts'
import { samples } from './samples.ts'
import { settings } from './settings.ts'
import { signatureRules } from './signatures.ts'

/** The resources, and the configurations of functions. */
const all = [...samples, ...configSamples]
const calls = [...all.flatMap(toCalls), ...specialCalls]
const { listServices, getStatefulAsyncInvocation, createService, createFunction, updateFunction, deleteFunction } =
  api.operations
/** The checks of these lists cover their parameters. */
const listed = [...samples.flatMap(toLists).map(({ operation }) => operation), ...pagedLists]

/** These values name what does not exist, make the URL too long, or have checks of their own. */
const unsuitable =
  /^(accepts-(qualifier|resourceArn)|(accepts|rejects)-instanceIds)-|^rejects-resourceArn-(pattern-)?\d+-characters$/

/** These headers turn an invocation into a task. */
function toFeature(parameter: string): string | undefined {
  return parameter.startsWith('X-Fc-Stateful-Async-') ? getStatefulAsyncInvocation.tag : undefined
}

/** The values of parameters, and of bodies of operations without a resource. */
function toValueChecks(): readonly Check[] {
  return [
    ...calls
      .filter(({ operation }) => !listed.includes(operation))
      .flatMap(({ operation, arrange }) =>
        toParameterChecks({ api, operation, base: arrange, open: rules.openParameters, toFeature }),
      ),
    ...specialCalls.flatMap((call) => toCallConstraintChecks(call, api)),
  ].filter(({ name }) => !unsuitable.test(name))
}

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
    ...[
      ...toCrudChecks(all, rules, settings),
      ...toOperationChecks(
        all,
        rules,
        calls,
        calls.map(({ operation }) => operation),
      ),
      ...toRequestChecks(all, rules, calls),
      ...toValueChecks(),
    ].map(toReleased),
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
