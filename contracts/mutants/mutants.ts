import { aliyunFc20210406 } from '../../schemas/aliyun-fc-2021-04-06/api.ts'
import { huaweiFunctionGraphV2 } from '../../schemas/huawei-functiongraph-v2/api.ts'
import { fcBenignMutants } from './aliyun-fc-2016-08-15/benign.ts'
import { aliyunFc20160815Mutants } from './aliyun-fc-2016-08-15/mutants.ts'
import { benignMutants } from './benign.ts'
import { toCommonMutants } from './common.ts'
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
  {
    apiId: 'aliyun-fc-2021-04-06',
    mutants: toCommonMutants(aliyunFc20210406, [
      { operation: 'CreateFunction', text: 'description', number: 'memorySize' },
      { operation: 'UpdateFunction', text: 'description', number: 'memorySize' },
    ]),
    benign: benignMutants,
  },
  {
    apiId: 'huawei-functiongraph-v2',
    mutants: toCommonMutants(huaweiFunctionGraphV2, [
      { operation: 'UpdateFunctionConfig', text: 'description', number: 'memory_size' },
      { operation: 'UpdateFunctionCode', text: 'code_filename', number: 'code_size' },
    ]),
    benign: benignMutants,
  },
]
