import type { Mutant } from '../mutant.ts'
import { authenticationMutants } from './authentication.ts'
import { bodyMutants } from './bodies.ts'
import { concurrencyMutants } from './concurrency.ts'
import { errorMutants } from './errors.ts'
import { headerMutants } from './headers.ts'
import { pagingMutants } from './paging.ts'
import { stateMutants } from './state.ts'
import { statusMutants } from './statuses.ts'
import { validationMutants } from './validation.ts'

/** Servers of FC 2016-08-15 that break one rule each. */
export const aliyunFc20160815Mutants: readonly Mutant[] = [
  ...statusMutants,
  ...bodyMutants,
  ...headerMutants,
  ...stateMutants,
  ...concurrencyMutants,
  ...pagingMutants,
  ...errorMutants,
  ...validationMutants,
  ...authenticationMutants,
]
