import type { Mutant } from '../mutant.ts'
import { authenticationMutants } from './authentication.ts'
import { codeMutants } from './codes.ts'
import { concurrencyMutants } from './concurrency.ts'
import { creationMutants } from './creations.ts'
import { deletionMutants } from './deletions.ts'
import { errorStatusMutants } from './error-statuses.ts'
import { errorMutants } from './errors.ts'
import { fieldMutants } from './fields.ts'
import { headerMutants } from './headers.ts'
import { isolationMutants } from './isolation.ts'
import { jsonMutants } from './json.ts'
import { pagingMutants } from './pagination.ts'
import { readMutants } from './reads.ts'
import { referenceMutants } from './references.ts'
import { robustnessMutants } from './robustness.ts'
import { selectionMutants } from './selection.ts'
import { staleReadMutants } from './stale-reads.ts'
import { statusMutants } from './statuses.ts'
import { strictnessMutants } from './strictness.ts'
import { timeMutants } from './times.ts'
import { updateMutants } from './updates.ts'
import { validationMutants } from './validation.ts'
import { valueMutants } from './values.ts'
import { versionMutants } from './versions.ts'

/** All mutants of FC 2016-08-15. */
export const aliyunFc20160815Mutants: readonly Mutant[] = [
  ...statusMutants,
  ...errorStatusMutants,
  ...fieldMutants,
  ...valueMutants,
  ...timeMutants,
  ...jsonMutants,
  ...headerMutants,
  ...creationMutants,
  ...readMutants,
  ...staleReadMutants,
  ...updateMutants,
  ...codeMutants,
  ...deletionMutants,
  ...versionMutants,
  ...referenceMutants,
  ...concurrencyMutants,
  ...pagingMutants,
  ...selectionMutants,
  ...isolationMutants,
  ...errorMutants,
  ...validationMutants,
  ...strictnessMutants,
  ...robustnessMutants,
  ...authenticationMutants,
]
