import { aliyunFc20160815 as api } from '../../schemas/aliyun-fc-2016-08-15/api.ts'
import { resources } from '../../schemas/aliyun-fc-2016-08-15/resources.ts'
import { toCrudChecks } from '../checks/crud/checks.ts'
import { toOperationChecks, toRequestChecks } from '../checks/http/checks.ts'
import { toCreatedResources } from '../core/cleanup/created-resource.ts'
import type { Contract } from '../core/contract.ts'
import { toParameterChecks } from '../core/generate/parameter-checks.ts'
import { aliasStateChecks } from './alias-states.ts'
import { aliasChecks } from './aliases.ts'
import { calls } from './calls.ts'
import { codeChecks } from './code.ts'
import { codeStateChecks } from './code-states.ts'
import { createFunctionChecks } from './create-function.ts'
import { createServiceChecks } from './create-service.ts'
import { deletionChecks } from './deletions.ts'
import { fieldAlias } from './field-alias.ts'
import { invocationChecks } from './invocations.ts'
import { openParameters, settings } from './open-values.ts'
import { qualifiedChecks } from './qualified.ts'
import { qualifierChecks } from './qualifiers.ts'
import { reference } from './reference.ts'
import { rules } from './rules.ts'
import { functionSample, samples } from './samples.ts'
import { givenPath } from '../checks/sample.ts'
import { signatureChecks } from './signatures.ts'
import { snapshotChecks } from './snapshots.ts'
import { timeChecks } from './times.ts'
import { triggerStateChecks } from './trigger-states.ts'
import { toUnreachable } from './unreachable.ts'
import { versionListChecks } from './version-lists.ts'
import { versionChecks } from './versions.ts'

const { listServices, invokeFunction } = api.operations

/** The checks of FC 2016-08-15. */
export const aliyunFc20160815Contract: Contract = {
  api,
  probe: listServices,
  reference,
  fieldAlias,
  toUnreachable,
  resources: toCreatedResources(resources),
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
    ...createServiceChecks,
    ...createFunctionChecks,
    ...deletionChecks,
    ...timeChecks,
    ...versionChecks,
    ...versionListChecks,
    ...aliasChecks,
    ...aliasStateChecks,
    ...triggerStateChecks,
    ...qualifiedChecks,
    ...snapshotChecks,
    ...qualifierChecks,
    ...invocationChecks,
    ...codeChecks,
    ...codeStateChecks,
    ...signatureChecks,
  ],
}
