import type { FcBehaviour } from './aliyun-fc/invocation-rules.ts'
import { aliyunFc20160815Mock } from './aliyun-fc-2016-08-15/mock.ts'
import { aliyunFc20210406Mock } from './aliyun-fc-2021-04-06/mock.ts'
import type { ApiMock } from './core/handler.ts'
import { huaweiFunctionGraphV2Mock } from './huawei-functiongraph-v2/mock.ts'

/** All APIs of the emulator, in the order of lists. */
export const apiMocks: readonly ApiMock[] = [aliyunFc20160815Mock, aliyunFc20210406Mock, huaweiFunctionGraphV2Mock]

/** Undocumented behaviour of the mocks, by the id of the state model. */
export type MockBehaviour = {
  /** Both API versions of Function Compute. */
  readonly 'aliyun-fc'?: FcBehaviour | undefined
}
