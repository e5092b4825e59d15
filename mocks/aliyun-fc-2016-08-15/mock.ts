import { base as api } from '../../schemas/aliyun-fc-2016-08-15/base.ts'
import { fcState as state } from '../aliyun-fc/state.ts'
import { toInvalidValueText } from '../aliyun-fc/invalid-value.ts'
import { completeApiMock } from '../core/handler.ts'
import { authProfile } from './auth.ts'
import { serveCodeAddress } from '../aliyun-fc/code-address.ts'
import { addressPurpose, checksumHeader } from '../aliyun-fc/signed-address.ts'
import { handlers } from './handlers/index.ts'
import { httpTriggers } from './http-trigger.ts'
import { laterRules } from './later-rules.ts'
import { seedServices } from './seed.ts'

/** Function Compute 2016-08-15. Every operation has a handler. */
export const aliyunFc20160815Mock = completeApiMock({
  api,
  state,
  handlers,
  serveAddress: serveCodeAddress(api.dialect.basePath),
  addressPurpose,
  requestServer: httpTriggers,
  addressHeaders: [checksumHeader],
  authProfile,
  toInvalidValueText,
  laterRules,
  seed: seedServices,
})
