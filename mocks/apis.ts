import type { aliyunFc20160815 } from '../schemas/aliyun-fc-2016-08-15/api.ts'
import type { aliyunFc20210406 } from '../schemas/aliyun-fc-2021-04-06/api.ts'
import type { huaweiFunctionGraphV2 } from '../schemas/huawei-functiongraph-v2/api.ts'
import type { FcBehaviour } from './aliyun-fc/invocation-rules.ts'
import { aliyunFc20160815Mock } from './aliyun-fc-2016-08-15/mock.ts'
import type { FcSeed } from './aliyun-fc-2016-08-15/seed.ts'
import { aliyunFc20210406Mock } from './aliyun-fc-2021-04-06/mock.ts'
import type { FcServicesSeed } from './aliyun-fc-2021-04-06/seed.ts'
import type { ApiMock } from './core/handler.ts'
import { huaweiFunctionGraphV2Mock } from './huawei-functiongraph-v2/mock.ts'
import type { FunctionSeedInput } from './huawei-functiongraph-v2/seed.ts'

/** All APIs of the emulator, in the order of lists. */
export const apiMocks: readonly ApiMock[] = [aliyunFc20160815Mock, aliyunFc20210406Mock, huaweiFunctionGraphV2Mock]

/** Undocumented behaviour of the mocks, by the id of the state model. */
export type MockBehaviour = {
  /** Both API versions of Function Compute. */
  readonly 'aliyun-fc'?: FcBehaviour | undefined
}

/** Resources by the id of their API. */
export type Seed = {
  /** URL or path of the JSON Schema, for editors. */
  readonly $schema?: string
  readonly 'aliyun-fc-2016-08-15'?: FcSeed
  /** The services come from `aliyun-fc-2016-08-15`, which must precede. */
  readonly 'aliyun-fc-2021-04-06'?: FcServicesSeed
  readonly 'huawei-functiongraph-v2'?: readonly FunctionSeedInput[]
}

export type ApiId = Exclude<keyof Seed, '$schema'>

/** The id of an operation of any API, such as `CreateFunction`. */
export type OperationId =
  | OperationIdOf<typeof aliyunFc20160815>
  | OperationIdOf<typeof aliyunFc20210406>
  | OperationIdOf<typeof huaweiFunctionGraphV2>

/** The keys of the operations are their ids in camel case. */
type OperationIdOf<A extends { readonly operations: object }> = Capitalize<keyof A['operations'] & string>

/** The names of all APIs, for the types of emulators. */
export interface MockNames {
  readonly api: ApiId
  readonly operation: OperationId
  readonly seed: Seed
}
