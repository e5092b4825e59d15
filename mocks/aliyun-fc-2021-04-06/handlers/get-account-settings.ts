import type { getAccountSettings as operation } from '../../../schemas/aliyun-fc-2021-04-06/operations/get-account-settings.ts'
import { toAccountSettings } from '../../aliyun-fc/account.ts'
import type { FcHandler } from '../../aliyun-fc/handler.ts'

export const getAccountSettings: FcHandler<typeof operation> = ({ state, namespace }) => ({
  status: 200,
  body: toAccountSettings(state.current, namespace),
})
