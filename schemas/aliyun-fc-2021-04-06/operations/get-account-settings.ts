import { operation, response } from '../../core/operation.ts'
import { anywhere } from '../errors.ts'
import { accountSettings } from '../../aliyun-fc/examples/account.ts'
import { GetAccountSettingsOutput } from '../models/account-settings.ts'
import { headers } from '../models/parameters.ts'
import { definition } from '../sources.ts'

/** Source: FC-DEF GetAccountSettings. */
export const getAccountSettings = operation({
  id: 'GetAccountSettings',
  tag: 'Account',
  summary: 'Get the settings of the account',
  description: 'Returns the availability zones and the default role of the account.',
  method: 'get',
  path: '/account-settings',
  source: definition,
  params: { path: {}, header: headers },
  success: {
    200: response(GetAccountSettingsOutput, { description: 'The settings.', examples: { accountSettings } }),
  },
  errors: [],
  observedErrors: anywhere,
})
