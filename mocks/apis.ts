import type { FcBehaviour } from './aliyun-fc/invocation-rules.ts'
import { aliyunFc20160815Mock } from './aliyun-fc-2016-08-15/mock.ts'
import { aliyunFc20210406Mock } from './aliyun-fc-2021-04-06/mock.ts'
import type { ApiMock } from './core/handler.ts'
import { huaweiFunctionGraphV2Mock } from './huawei-functiongraph-v2/mock.ts'

/** Every API that the emulator serves, in the order in which lists show them. */
export const apiMocks: readonly ApiMock[] = [aliyunFc20160815Mock, aliyunFc20210406Mock, huaweiFunctionGraphV2Mock]

/** How the mocks shall behave beyond what the pages say, by the id of the state that it is for. */
export type MockBehaviour = {
  /** Both versions of Function Compute. */
  readonly 'aliyun-fc'?: FcBehaviour | undefined
}
