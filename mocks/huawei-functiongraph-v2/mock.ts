import { huaweiFunctionGraphV2 as api } from '../../schemas/huawei-functiongraph-v2/api.ts'
import { apiMock } from '../core/handler.ts'

/** FunctionGraph v2, answering from the document's examples. */
export const huaweiFunctionGraphV2Mock = apiMock({
  api,
  state: { id: 'huawei-functiongraph-v2', create: () => undefined },
  handlers: {},
})
