import { base as api } from '../../schemas/aliyun-fc-2021-04-06/base.ts'
import { serveCodeAddress } from '../aliyun-fc/code-address.ts'
import { addressPurpose, checksumHeader } from '../aliyun-fc/signed-address.ts'
import { fcState as state } from '../aliyun-fc/state.ts'
import { toInvalidValueText } from '../aliyun-fc/invalid-value.ts'
import { completeApiMock } from '../core/handler.ts'
import { authProfile } from './auth.ts'
import { handlers } from './handlers/index.ts'
import { serveLayerAddress } from './layer-address.ts'
import { laterRules } from './later-rules.ts'
import { seedServices } from './seed.ts'

const serveFunctionAddress = serveCodeAddress(api.dialect.basePath)

/** Function Compute 2021-04-06. It shares its state with FC 2016-08-15. */
export const aliyunFc20210406Mock = completeApiMock({
  api,
  state,
  handlers,
  serveAddress: (request, context) => serveFunctionAddress(request, context) ?? serveLayerAddress(request, context),
  addressPurpose,
  addressHeaders: [checksumHeader],
  authProfile,
  toInvalidValueText,
  laterRules,
  seed: seedServices,
})
