import { fcBenignMutants } from './aliyun-fc-2016-08-15/benign.ts'
import { aliyunFc20160815Mutants } from './aliyun-fc-2016-08-15/mutants.ts'
import { benignMutants } from './benign.ts'
import type { BenignMutant, Mutant } from './mutant.ts'

/** The mutants of one API. */
export interface MutantSet {
  readonly apiId: string
  readonly mutants: readonly Mutant[]
  readonly benign: readonly BenignMutant[]
}

/** What the suite of each API must find, and what it must not mind. */
export const mutantSets: readonly MutantSet[] = [
  { apiId: 'aliyun-fc-2016-08-15', mutants: aliyunFc20160815Mutants, benign: [...benignMutants, ...fcBenignMutants] },
]
