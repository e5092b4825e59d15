import { aliyunFc20160815 } from '../../schemas/aliyun-fc-2016-08-15/api.ts'
import type { Contract } from '../core/contract.ts'
import { aliasStateChecks } from './alias-states.ts'
import { aliasChecks } from './aliases.ts'
import { parentScopingChecks } from './parent-scoping.ts'
import { bodyChecks } from './request-bodies.ts'
import { codeChecks } from './code.ts'
import { codeStateChecks } from './code-states.ts'
import { conditionChecks } from './conditions.ts'
import { constraintChecks } from './constraints.ts'
import { createFunctionChecks } from './create-function.ts'
import { createServiceChecks } from './create-service.ts'
import { toCreationChecks } from './creation-checks.ts'
import { parentChecks, toDeleteChecks } from './deletes.ts'
import { formChecks } from './forms.ts'
import { invocationChecks } from './invocations.ts'
import { kinds } from './kinds.ts'
import { laterCodeCheck, laterVersionCheck, toLaterChangeCheck } from './later-changes.ts'
import { listValueChecks } from './list-values.ts'
import { reference } from './reference.ts'
import { nameIsolationChecks } from './name-isolation.ts'
import { malformedBodyChecks } from './malformed-bodies.ts'
import { malformedRequestChecks } from './malformed-requests.ts'
import { edgeCaseUpdateChecks } from './edge-case-updates.ts'
import { pagingChecks, parameterChecks } from './pagination-properties.ts'
import { qualifiedChecks } from './qualified.ts'
import { qualifierChecks } from './qualifiers.ts'
import { toRaceChecks } from './concurrency.ts'
import { toReadChecks } from './reads.ts'
import { aliasResource, functionResource, serviceResource, triggerResource, versionResource } from './resources.ts'
import { signatureChecks } from './signatures.ts'
import { snapshotChecks } from './snapshots.ts'
import { fieldAlias } from './field-alias.ts'
import { traversalChecks } from './traversals.ts'
import { triggerStateChecks } from './trigger-states.ts'
import { undocumentedPathChecks } from './undocumented-paths.ts'
import { toUnreachable } from './unreachable.ts'
import { toUpdateChecks } from './updates.ts'
import { versionListChecks } from './version-lists.ts'
import { versionChecks } from './versions.ts'

/** The checks of FC 2016-08-15. */
export const aliyunFc20160815Contract: Contract = {
  api: aliyunFc20160815,
  probe: aliyunFc20160815.operations.listServices,
  reference,
  fieldAlias,
  toUnreachable,
  resources: [serviceResource, functionResource, triggerResource, versionResource, aliasResource],
  checks: [
    ...kinds.flatMap((kind) => [
      ...toCreationChecks(kind),
      toLaterChangeCheck(kind),
      ...toReadChecks(kind),
      ...toUpdateChecks(kind),
      ...toDeleteChecks(kind),
      ...toRaceChecks(kind),
    ]),
    ...formChecks,
    ...createServiceChecks,
    ...createFunctionChecks,
    ...parentChecks,
    laterVersionCheck,
    ...parentScopingChecks,
    ...nameIsolationChecks,
    ...versionChecks,
    ...versionListChecks,
    ...listValueChecks,
    ...aliasChecks,
    ...aliasStateChecks,
    ...triggerStateChecks,
    ...qualifiedChecks,
    ...snapshotChecks,
    ...qualifierChecks,
    ...invocationChecks,
    ...codeChecks,
    ...codeStateChecks,
    ...conditionChecks,
    ...pagingChecks,
    laterCodeCheck,
    ...parameterChecks,
    ...traversalChecks,
    ...constraintChecks,
    ...bodyChecks,
    ...malformedBodyChecks,
    ...malformedRequestChecks,
    ...edgeCaseUpdateChecks,
    ...undocumentedPathChecks,
    ...signatureChecks,
  ],
}
