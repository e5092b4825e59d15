import { aliyunFc20210406 as api } from '../../schemas/aliyun-fc-2021-04-06/api.ts'
import { apiMock } from '../core/handler.ts'

/** Function Compute 2021-04-06, answering from the document's examples. */
export const aliyunFc20210406Mock = apiMock({
  api,
  state: { id: 'aliyun-fc-2021-04-06', create: () => undefined },
  handlers: {},
})
