import { aliyunFc20160815 } from '../../schemas/aliyun-fc-2016-08-15/api.ts'
import { aliyunFc20210406 } from '../../schemas/aliyun-fc-2021-04-06/api.ts'
import { huaweiFunctionGraphV2 } from '../../schemas/huawei-functiongraph-v2/api.ts'
import { fcBenignMutants } from './aliyun-fc-2016-08-15/benign.ts'
import { aliyunFc20160815Mutants } from './aliyun-fc-2016-08-15/mutants.ts'
import { aliyunFc20210406Mutants } from './aliyun-fc-2021-04-06.ts'
import { toBenignMutants } from './benign.ts'
import { huaweiFunctionGraphV2Mutants } from './huawei-functiongraph-v2.ts'
import type { BenignMutant, Mutant } from './mutant.ts'

/** The mutants of one API. */
export interface MutantSet {
  readonly apiId: string
  readonly mutants: readonly Mutant[]
  readonly benign: readonly BenignMutant[]
}

/** The mutants that the suite must detect, and the benign servers that must not cause findings. */
export const mutantSets: readonly MutantSet[] = [
  {
    apiId: 'aliyun-fc-2016-08-15',
    mutants: aliyunFc20160815Mutants,
    benign: [...toBenignMutants(aliyunFc20160815), ...fcBenignMutants],
  },
  {
    apiId: 'aliyun-fc-2021-04-06',
    mutants: aliyunFc20210406Mutants,
    benign: toBenignMutants(aliyunFc20210406),
  },
  {
    apiId: 'huawei-functiongraph-v2',
    mutants: huaweiFunctionGraphV2Mutants,
    benign: toBenignMutants(huaweiFunctionGraphV2),
  },
]
