import { accountSettings } from '../../aliyun-fc/examples/account.ts'
import { operation, response } from '../../core/operation.ts'
import { GetAccountSettingsOutput } from '../models/account-settings.ts'
import { observedAnywhere, observedAs } from '../observed.ts'

/** Source: SDK-NODE getAccountSettings. */
export const getAccountSettings = operation({
  ...observedAs('getAccountSettings'),
  id: 'GetAccountSettings',
  summary: 'Get the settings of the account',
  description: 'Returns the availability zones and the default role of the account.',
  method: 'get',
  path: '/account-settings',
  quirks: ['W20'],
  params: { path: {} },
  success: { 200: response(GetAccountSettingsOutput, { description: 'The settings.', examples: { accountSettings } }) },
  observedErrors: observedAnywhere,
})
