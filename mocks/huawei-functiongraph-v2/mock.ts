import { base as api } from '../../schemas/huawei-functiongraph-v2/base.ts'
import { completeApiMock } from '../core/handler.ts'
import type { StateModel } from '../core/store.ts'
import { authProfile } from './auth.ts'
import { freshFunctions } from './fresh-functions.ts'
import { handlers } from './handlers/index.ts'
import { readFunctionSeeds, seedFunctions } from './seed.ts'
import { emptyState, type FunctionGraphState } from './state.ts'

/** Created once. The state is immutable, so all namespaces can share it. */
const fresh = seedFunctions(emptyState, freshFunctions)
const state: StateModel<FunctionGraphState> = { id: 'huawei-functiongraph', create: () => fresh }

/** FunctionGraph v2: settings and code of existing functions. */
export const huaweiFunctionGraphV2Mock = completeApiMock({
  api,
  state,
  handlers,
  authProfile,
  seed: (root, part) => seedFunctions(root, readFunctionSeeds(part)),
})
