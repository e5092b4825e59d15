import type { Mutant } from '../mutant.ts'
import { bodyMutants } from './bodies.ts'
import { statusMutants } from './statuses.ts'

/** Servers of FC 2016-08-15 that break one rule each. */
export const aliyunFc20160815Mutants: readonly Mutant[] = [...statusMutants, ...bodyMutants]
